namespace Phm.Ingest;

/// <summary>A table of linked data: its file's name without the extension, and its columns.</summary>
/// <param name="Name">The file's name without the extension.</param>
/// <param name="Meaning">What a row is, for the data dictionary.</param>
/// <param name="Columns">The columns, in the order in which they are written.</param>
public sealed record TableSchema(string Name, string Meaning, IReadOnlyList<ColumnSchema> Columns)
{
    /// <summary>Whether linked data must have the table.</summary>
    public bool Required { get; init; }

    /// <summary>The column with a name.</summary>
    public ColumnSchema this[string column] => Columns.First(c => c.Name == column);
}
