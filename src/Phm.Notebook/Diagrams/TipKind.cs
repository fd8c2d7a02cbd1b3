namespace Phm.Notebook.Diagrams;

/// <summary>What a link ends in.</summary>
internal enum TipKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An arrow head.</summary>
    Arrow,

    /// <summary>A dot.</summary>
    Dot,

    /// <summary>A cross.</summary>
    Cross,
}
