namespace Phm.Notebook.Formatting;

/// <summary>The elements of a sequence as rows, and their parts as columns in the order in which they are first met.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">A row an element: its cells by column; a row may lack some.</param>
/// <param name="Rest">A note of how many rows more there are, or null.</param>
internal sealed record ValueTable(IReadOnlyList<ValueColumn> Columns, IReadOnlyList<IReadOnlyDictionary<string, ValueCell>> Rows, string? Rest)
{
    /// <summary>The column of elements that are shown whole.</summary>
    private const string Whole = "value";

    /// <param name="excerpt">The elements.</param>
    /// <param name="members">What their types are made of.</param>
    /// <param name="visit">The values around them.</param>
    /// <param name="isWhole">Whether an element is one cell, whatever its parts are.</param>
    public static ValueTable Of(Excerpt excerpt, MemberDirectory members, Visit visit, Func<object?, bool> isWhole)
    {
        var rows = excerpt.Items.Select(item => RowOf(item, members, visit, isWhole)).ToList();
        var columns = rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal)
            .Select(name => new ValueColumn(name, rows.Select(row => row.GetValueOrDefault(name).Value).Where(value => value is not null).ToList() is { Count: > 0 } values && values.TrueForAll(Scalar.IsNumber)));
        return new ValueTable([.. columns], rows, excerpt.Rest);
    }

    private static Dictionary<string, ValueCell> RowOf(object? item, MemberDirectory members, Visit visit, Func<object?, bool> isWhole)
    {
        var cells = new Dictionary<string, ValueCell>(StringComparer.Ordinal);
        if (Formatting.Rows.TryRead(item) is { } row)
        {
            foreach (var (name, value) in row) cells[name] = new ValueCell(value, null);
        }
        else if (isWhole(item)) cells[Whole] = new ValueCell(item, null);
        else if (visit.Enter(item!) is { } instead) cells[Whole] = new ValueCell(instead, null);
        else
        {
            foreach (var member in members.Of(item!.GetType()))
            {
                var (value, error) = Visit.Read(member, item);
                cells[member.Name] = new ValueCell(value, error);
            }
            visit.Leave();
        }
        return cells;
    }
}
