namespace Phm.Notebook.Databases;

/// <summary>A column of a query's result.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type that its table declares, such as INTEGER or TEXT; empty for an expression.</param>
public sealed record SqlColumn(string Name, string Type);
