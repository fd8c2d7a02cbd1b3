using System.Globalization;

namespace Phm.Notebook.Guarding;

/// <summary>Reads one content and gathers what it gives away.</summary>
internal sealed class ContentSearch(IdentifierTest identifiers, bool withForms)
{
    private const int MostTables = 1_000;

    /// <summary>
    /// What revealed rows of people say of themselves, whatever their headings are. The library that shows them and this engine do not know
    /// each other, so the sentence is a convention of both.
    /// </summary>
    private const string Declaration = "Rows about people, for this purpose alone.";

    private readonly IdentifierColumn identifierColumn = new(identifiers);

    public TokenSearch Tokens { get; } = new(identifiers, withForms);

    /// <summary>Identifiers in columns of tables, by the name of the column.</summary>
    public SortedDictionary<string, HashSet<string>> Columns { get; } = new(StringComparer.Ordinal);

    public int Postcodes { get; private set; }

    /// <summary>Whether the content says itself that it shows people.</summary>
    public bool IsDeclared { get; private set; }

    /// <summary>The rows of the longest table of people.</summary>
    public int PersonRows { get; private set; }

    public string PersonColumn { get; private set; } = "";

    public void Read(KeptContent content)
    {
        switch (content.Form)
        {
            case ContentForm.Json when content.Json is { } json:
                JsonReader.Read(json, ReadJsonText, ReadJsonNumber, ReadGrid);
                break;
            case ContentForm.Markup:
                ReadMarkup(content.Text);
                break;
            case ContentForm.Markdown:
                ReadText(content.Text.Replace("\\", "", StringComparison.Ordinal));
                if (HasMarkup(content.Text)) ReadMarkup(content.Text);
                break;
            case ContentForm.Code:
                Tokens.Scan(content.Text);
                break;
            default:
                ReadText(content.Text);
                break;
        }
    }

    private void ReadText(string text)
    {
        Scan(text);
        foreach (var grid in TextTables.Find(PlainText.Of(text))) ReadGrid(grid);
    }

    private void ReadMarkup(string markup)
    {
        var read = MarkupReader.Read(markup);
        Scan(read.Text);
        if (read.JoinedText is { } joined) Tokens.Scan(joined);
        foreach (var grid in read.Grids.Concat(read.Blocks.SelectMany(block => TextTables.Find(PlainText.Of(block))))) ReadGrid(grid);
        foreach (var text in DataUris.Decode(markup)) ReadText(text);
    }

    private void Scan(string text)
    {
        Tokens.Scan(text);
        IsDeclared |= text.Contains(Declaration, StringComparison.Ordinal);
    }

    private void ReadJsonText(string text)
    {
        Scan(text);
        Tokens.ScanValue(text);
        if (HasMarkup(text)) ReadMarkup(text);
        if (text.Contains('\n')) ReadText(text);
    }

    /// <summary>A round number of ten digits is a sum of money rather than an NHS number.</summary>
    private void ReadJsonNumber(string number)
    {
        if (number.EndsWith("000", StringComparison.Ordinal)) Tokens.ScanValue(number);
        else Tokens.Scan(number);
    }

    private static bool HasMarkup(string text) => text.AsSpan().ContainsAny('<', '&');

    private void ReadGrid(DataGrid grid)
    {
        for (var c = 0; c < grid.Columns; c++)
        {
            var cells = grid.Cells(c);
            foreach (var cell in cells) Tokens.ScanValue(cell);
            var found = identifierColumn.Find(grid.Heading(c), cells);
            if (found.Count > 0) ColumnOf(Name(grid, c)).UnionWith(found);
        }
        if (withForms) FindPeople(grid);
    }

    private void FindPeople(DataGrid grid)
    {
        var key = PersonHeadings.KeyOf(grid.Headings);
        if (key < 0 || grid.Rows.Count == 0) return;
        Postcodes = Math.Max(Postcodes, Enumerable.Range(0, grid.Columns).Sum(c => grid.Cells(c).Count(cell => Postcode.Is(cell))));
        if (grid.Rows.Count <= PersonRows || !PersonRowsOf(grid, key)) return;
        PersonRows = grid.Rows.Count;
        PersonColumn = Name(grid, key);
    }

    /// <summary>Almost every row has another key, or the keys are identifiers, which rows of events repeat.</summary>
    private static bool PersonRowsOf(DataGrid grid, int key)
    {
        string[] cells = [.. grid.Cells(key).Where(cell => !IsMeasure(cell))];
        var distinct = cells.Distinct(StringComparer.Ordinal).Count();
        if (cells.Length < 2 || distinct < 2) return false;
        var words = cells.Where(cell => !cell.Contains(' ')).ToArray();
        // A single column may be prose beneath the title "Patient".
        if (grid.Columns == 1 && words.Length < 0.8 * cells.Length) return false;
        return distinct >= 0.8 * cells.Length
            || (PersonHeadings.IsIdentifier(grid.Heading(key)) && words.Count(word => word.Any(char.IsAsciiDigit)) >= 0.8 * cells.Length);
    }

    private static bool IsMeasure(string cell) => cell.EndsWith('%') || cell.StartsWith('£') || cell.StartsWith('[')
        || (cell.Contains('.') && double.TryParse(cell, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _));

    private HashSet<string> ColumnOf(string name)
    {
        // A content with thousands of different tables is told in one line.
        if (!Columns.ContainsKey(name) && Columns.Count >= MostTables) name = "other columns";
        if (!Columns.TryGetValue(name, out var found)) Columns.Add(name, found = new(StringComparer.Ordinal));
        return found;
    }

    /// <summary>A heading is repeated only where it is a word that the scan itself knows: others may be names or identifiers of people.</summary>
    private string Name(DataGrid grid, int column)
    {
        var heading = grid.Heading(column);
        return PersonHeadings.IsKnown(heading) && !identifiers.Is(heading) ? $"column '{heading}'" : string.Create(CultureInfo.InvariantCulture, $"column {column + 1}");
    }
}
