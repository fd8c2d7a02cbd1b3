namespace Phm.Codelists;

/// <summary>A code of a clinical coding system, checked when it is made.</summary>
/// <typeparam name="TSelf">The code's own type.</typeparam>
public interface IClinicalCode<TSelf> where TSelf : struct, IClinicalCode<TSelf>
{
    /// <summary>The name of the coding system.</summary>
    static abstract string System { get; }

    /// <summary>What a code must look like, in words.</summary>
    static abstract string Expected { get; }

    /// <summary>Reads a code; false where the text is not one.</summary>
    static abstract bool TryParse(string text, out TSelf code);

    /// <summary>Reads a cell of a codelist, which may stand for several codes where the system has ranges; false where it is none.</summary>
    static abstract bool TryParseEntry(string text, out IReadOnlyList<TSelf> codes);

    /// <summary>The next broader code that the code itself tells, or null: a codelist that has the broader code has this one too.</summary>
    TSelf? Broader { get; }
}
