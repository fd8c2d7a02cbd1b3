namespace Phm.Notebook.Guarding;

/// <summary>The first rows of something that is laid out as a table, whatever it is written in.</summary>
/// <param name="Headings">One heading a column; fewer, or none, where they are not known.</param>
/// <param name="Rows">The rows, each with as many cells as it has.</param>
internal sealed record DataGrid(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Rows that are looked at; a table that is a list of people is one from its first rows on.</summary>
    public const int MostRows = 1_000;

    /// <summary>Columns that are looked at.</summary>
    public const int MostColumns = 200;

    public int Columns => Math.Min(MostColumns, Math.Max(Headings.Count, Rows.Count == 0 ? 0 : Rows.Max(row => row.Count)));

    public string Heading(int column) => column < Headings.Count ? Headings[column].Trim() : "";

    /// <summary>The cells of a column that are not empty, without the spaces around them.</summary>
    public IReadOnlyList<string> Cells(int column) =>
        [.. Rows.Where(row => column < row.Count).Select(row => row[column].Trim()).Where(cell => cell.Length > 0)];
}
