namespace Phm.Notebook.Diagrams;

/// <summary>How a link is drawn.</summary>
internal enum LineKind
{
    /// <summary><c>--&gt;</c></summary>
    Solid,

    /// <summary><c>-.-&gt;</c></summary>
    Dotted,

    /// <summary><c>==&gt;</c></summary>
    Thick,

    /// <summary><c>~~~</c>: it holds its ends together and is not seen.</summary>
    Invisible,
}
