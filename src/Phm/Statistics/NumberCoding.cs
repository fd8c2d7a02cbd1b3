namespace Phm.Statistics;

/// <summary>A number as itself: a straight line.</summary>
internal sealed class NumberCoding : TermCoding
{
    private readonly string _column;

    private NumberCoding(string column) => _column = column;

    public override IReadOnlyList<string> Names => [_column];

    public override IReadOnlyList<string> Labels => [""];

    public static NumberCoding Learn(NumberColumn column, RowSelection rows, bool besideIntercept)
    {
        if (besideIntercept && rows.Count > 0 && IsConstant(column, rows))
            throw new DataException($"Column '{column.Name}' has the same value in every row that is used, so its coefficient cannot be told from the intercept: leave it out.");
        return new(column.Name);
    }

    public override IReadOnlyList<ColumnSource> Bind(AnalysisTable table, RowSelection rows) =>
        [new NumberSource(table.NumberAt(_column, $"'{_column}' of the model").Values, rows)];

    private static bool IsConstant(NumberColumn column, RowSelection rows)
    {
        var first = column.Values[rows[0]];
        for (var i = 1; i < rows.Count; i++)
        {
            if (column.Values[rows[i]] != first) return false;
        }
        return true;
    }
}
