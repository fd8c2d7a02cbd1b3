namespace Phm.Notebook.Assistance;

/// <summary>What documentation says of one name: a parameter, an exception, a value of an enumeration.</summary>
/// <param name="Name">The name.</param>
/// <param name="Blocks">What it says.</param>
internal sealed record DocEntry(string Name, IReadOnlyList<DocBlock> Blocks);
