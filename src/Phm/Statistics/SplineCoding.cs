namespace Phm.Statistics;

/// <summary>A number as the columns of a natural cubic spline.</summary>
internal sealed class SplineCoding : TermCoding
{
    private readonly string _column;
    private readonly NaturalSpline _spline;

    private SplineCoding(string column, NaturalSpline spline) => (_column, _spline) = (column, spline);

    public string Column => _column;

    public override IReadOnlyList<string> Names => [.. Enumerable.Range(1, _spline.DegreesOfFreedom).Select(k => $"{_column} (spline {k})")];

    public override IReadOnlyList<string> Labels => [.. Enumerable.Range(1, _spline.DegreesOfFreedom).Select(k => $"spline {k} of {_spline.DegreesOfFreedom}")];

    public override bool IsSpline => true;

    public override IReadOnlyList<IReadOnlyDictionary<string, int>> Levels => [.. Enumerable.Range(0, _spline.DegreesOfFreedom).Select(_ => new Dictionary<string, int>())];

    public static SplineCoding Learn(NumberColumn column, int degreesOfFreedom, RowSelection rows)
    {
        double[] sorted = [.. rows.Take(column.Values)];
        Array.Sort(sorted);
        return new(column.Name, NaturalSpline.WithKnotsAtQuantiles(column.Name, sorted, degreesOfFreedom));
    }

    public override bool IsWithin(TermCoding larger, bool besideConstant) => larger switch
    {
        SplineCoding spline => spline._column == _column && (_spline.IsWithin(spline._spline) || besideConstant && _spline.IsLine),
        NumberCoding number => besideConstant && number.Column == _column && _spline.IsLine,
        FactorCoding factor => besideConstant && factor.Column == _column,
        _ => false,
    };

    public override IReadOnlyList<ColumnSource> Bind(AnalysisTable table, RowSelection rows)
    {
        var values = table.NumberAt(_column, $"'{_column}' of the model").Values;
        var columns = new double[_spline.DegreesOfFreedom][];
        for (var k = 0; k < columns.Length; k++) columns[k] = new double[rows.Count];
        Parallel.For(0, (rows.Count + RowFold.PartitionSize - 1) / RowFold.PartitionSize, partition =>
        {
            Span<double> basis = stackalloc double[_spline.DegreesOfFreedom];
            for (var i = partition * RowFold.PartitionSize; i < Math.Min(rows.Count, (partition + 1) * RowFold.PartitionSize); i++)
            {
                _spline.Evaluate(values[rows[i]], basis);
                for (var k = 0; k < columns.Length; k++) columns[k][i] = basis[k];
            }
        });
        return [.. columns.Select(column => new NumberSource(column, RowSelection.All(rows.Count)))];
    }
}
