namespace Phm.Notebook.Verification;

/// <summary>How numbers stand in a text.</summary>
internal enum NumberNotation
{
    /// <summary>As people write them: apart from letters, thousands by commas; dates, ranges and versions are words.</summary>
    Prose,

    /// <summary>As pictures and styles write them: <c>M10-5.5e1</c>, <c>0.3em</c>; <c>#888</c> is a word.</summary>
    Geometry,
}
