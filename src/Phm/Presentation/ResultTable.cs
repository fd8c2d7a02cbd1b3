namespace Phm.Presentation;

/// <summary>
/// A table for a reader: a title that says what it is, columns, rows, and beneath it the notes that it must never be without
/// (definitions, limits, disclosure, source).
/// </summary>
[TypeFormatterSource(typeof(ResultTableFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record ResultTable
{
    /// <summary>What the table shows, with population and period.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader must know before the rows, as the model and the data of a regression; one line each.</summary>
    public IReadOnlyList<string> Preamble { get; init; } = [];

    /// <summary>The columns, in order.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>The rows, each with one cell a column.</summary>
    public required IReadOnlyList<IReadOnlyList<TableCell>> Rows { get; init; }

    /// <summary>How many leading columns name a row; they become row headings in HTML.</summary>
    public int RowHeadings { get; init; } = 1;

    /// <summary>Whether a first heading that is that of the row above is left blank. CSV repeats it.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>Indices of rows that are totals, set apart by a rule.</summary>
    public IReadOnlyList<int> TotalRows { get; init; } = [];

    /// <summary>Sentences that belong to the table: definitions, limits, disclosure, source.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The table as an HTML fragment: semantic, without scripts, styled by inline rules that print in grey.</summary>
    public string ToHtml() => HtmlTableWriter.Write(this);

    /// <summary>
    /// The table as CSV (RFC 4180, LF): headings, then unrounded-format numbers in invariant culture; suppressed is <c>[c]</c>,
    /// missing is <c>[x]</c>, zero is <c>0</c>. A text cell that a spreadsheet would run as a formula is preceded by an apostrophe.
    /// </summary>
    public string ToCsv() => CsvTableWriter.Write(this);

    /// <summary>The cells of a row as they are printed for a reader.</summary>
    internal string[] Print(int row)
    {
        var cells = Rows[row].Select((cell, c) => cell.Print(Columns[c])).ToArray();
        if (IsGrouped && row > 0 && Rows[row][0] == Rows[row - 1][0]) cells[0] = "";
        return cells;
    }

    /// <summary>The table as plain text for a fixed-width font.</summary>
    public override string ToString() => TextTableWriter.Write(this);
}
