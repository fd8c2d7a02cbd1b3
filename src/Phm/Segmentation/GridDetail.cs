namespace Phm.Segmentation;

/// <summary>How much of a grid can be shown. The more is shown, the more must be hidden.</summary>
public enum GridDetail
{
    /// <summary>Segments by age and by service for everyone, and segments alone for each unit.</summary>
    Overview,

    /// <summary>Every cell and every service of every unit.</summary>
    EveryCell,
}
