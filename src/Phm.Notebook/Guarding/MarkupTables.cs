using System.Text;

namespace Phm.Notebook.Guarding;

/// <summary>Gathers the tables of HTML from its tags and texts; tables may lie in cells of tables.</summary>
internal sealed class MarkupTables
{
    private const int LongestCell = 200;

    private readonly List<DataGrid> grids = [];
    private readonly Stack<OpenTable> open = new();

    public IReadOnlyList<DataGrid> Grids => grids;

    public void Tag(string name, bool isEnd)
    {
        switch (name.ToLowerInvariant())
        {
            case "table" when isEnd:
                Close();
                break;
            case "table":
                open.Push(new OpenTable());
                break;
            case "tr" when open.TryPeek(out var table):
                table.EndRow();
                break;
            case "td" or "th" when open.TryPeek(out var table):
                table.EndCell();
                if (!isEnd) table.StartCell(isHeading: name.Equals("th", StringComparison.OrdinalIgnoreCase));
                break;
        }
    }

    public void Text(string text)
    {
        if (open.TryPeek(out var table)) table.Append(text);
    }

    public void End()
    {
        while (open.Count > 0) Close();
    }

    private void Close()
    {
        if (!open.TryPop(out var table)) return;
        table.EndRow();
        if (table.Rows.Count > 0) grids.Add(table.ToGrid());
    }

    private sealed class OpenTable
    {
        private readonly StringBuilder cell = new();
        private List<string> row = [];
        private string[] headings = [];
        private bool isCellOpen;
        private bool hasData;

        public List<IReadOnlyList<string>> Rows { get; } = [];

        public void StartCell(bool isHeading)
        {
            isCellOpen = true;
            hasData |= !isHeading;
        }

        public void Append(string text)
        {
            if (isCellOpen && cell.Length < LongestCell) cell.Append(text, 0, Math.Min(text.Length, LongestCell));
        }

        public void EndCell()
        {
            if (isCellOpen && row.Count < DataGrid.MostColumns) row.Add(cell.ToString().Trim());
            cell.Clear();
            isCellOpen = false;
        }

        /// <summary>Of several rows of headings, the one with the most cells names the columns.</summary>
        public void EndRow()
        {
            EndCell();
            if (row.Count > 0 && !hasData && Rows.Count == 0)
            {
                if (row.Count >= headings.Length) headings = [.. row];
            }
            else if (row.Count > 0 && Rows.Count < DataGrid.MostRows) Rows.Add(row);
            row = [];
            hasData = false;
        }

        /// <summary>A first row of plain cells names the columns where no other row does.</summary>
        public DataGrid ToGrid() => headings.Length > 0 ? new(headings, Rows) : new(Rows[0], [.. Rows.Skip(1)]);
    }
}
