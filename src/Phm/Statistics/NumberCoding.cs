using Phm.Disclosure;

namespace Phm.Statistics;

/// <summary>A number as itself: a straight line.</summary>
internal sealed class NumberCoding : TermCoding
{
    private readonly string _column;

    private NumberCoding(string column) => _column = column;

    public string Column => _column;

    public override IReadOnlyList<string> Names => [_column];

    public override IReadOnlyList<string> Labels => [""];

    public override IReadOnlyList<IReadOnlyDictionary<string, int>> Levels => [new Dictionary<string, int>()];

    public static NumberCoding Learn(NumberColumn column, RowSelection rows, bool besideIntercept)
    {
        if (besideIntercept && rows.Count > 0 && IsConstant(column, rows))
            throw new DataException($"Column '{column.Name}' has the same value in every row that is used, so its coefficient cannot be told from the intercept: leave it out.");
        return new(column.Name);
    }

    public override (bool Coefficient, bool Intercept) IsFewAmong(AnalysisTable table, RowSelection rows)
    {
        var common = CommonValues(table.NumberAt(_column, $"'{_column}' of the model").Values, rows);
        return (common.Length > 0, Array.Exists(common, value => value != 0));
    }

    public override bool IsWithin(TermCoding larger, bool besideConstant) => larger switch
    {
        NumberCoding number => number._column == _column,
        SplineCoding spline => besideConstant && spline.Column == _column,
        FactorCoding factor => besideConstant && factor.Column == _column,
        _ => false,
    };

    public override IReadOnlyList<ColumnSource> Bind(AnalysisTable table, RowSelection rows) =>
        [new NumberSource(table.NumberAt(_column, $"'{_column}' of the model").Values, rows)];

    /// <summary>The value that all rows but few have, as 0 where a number says who is one of few people; two where one half of few rows and the other have each its own, none where there is none.</summary>
    private static double[] CommonValues(double[] values, RowSelection rows)
    {
        var candidates = Enumerable.Range(0, rows.Count).Select(i => values[rows[i]]);
        return [.. candidates.Take(DisclosurePolicy.Default.SuppressThrough + 1).Distinct().Where(value =>
        {
            var others = Enumerable.Range(0, rows.Count).Where(i => values[rows[i]] != value).Take(DisclosurePolicy.Default.SuppressThrough + 1).Count();
            return CountText.IsFew(others) && others <= rows.Count - others;
        })];
    }

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
