namespace Phm.Populations;

/// <summary>The levels of NHS geography, from the smallest.</summary>
public enum Level : byte
{
    /// <summary>A general practice.</summary>
    Practice,

    /// <summary>A primary care network.</summary>
    Network,

    /// <summary>A locality of 30,000 to 50,000 people.</summary>
    Locality,

    /// <summary>A place, as of a health and care partnership.</summary>
    Place,

    /// <summary>The whole system.</summary>
    System,
}
