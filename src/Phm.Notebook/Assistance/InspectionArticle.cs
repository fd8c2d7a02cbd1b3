namespace Phm.Notebook.Assistance;

/// <summary>What an inspection says, before it is written as text or HTML.</summary>
internal sealed record InspectionArticle
{
    /// <summary>Declarations, the one that is meant first.</summary>
    public required IReadOnlyList<string> Signatures { get; init; }

    /// <summary>What it is and where it belongs, in a few words.</summary>
    public string Kind { get; init; } = "";

    public Documentation Documentation { get; init; } = Documentation.None;

    /// <summary>Further entries under a heading: the values of an enumeration, the members of a type.</summary>
    public (string Heading, IReadOnlyList<DocEntry> Entries) More { get; init; } = ("", []);
}
