namespace Phm.Statistics;

/// <summary>The products of each column of one term with each column of another.</summary>
internal sealed class InteractionCoding(TermCoding first, TermCoding second) : TermCoding
{
    private readonly TermCoding _first = first;
    private readonly TermCoding _second = second;

    public override IReadOnlyList<string> Names => [.. _second.Names.SelectMany(b => _first.Names.Select(a => $"{a} × {b}"))];

    public override IReadOnlyList<string> Labels => [.. _second.Labels.SelectMany(b => _first.Labels.Select(a => a.Length == 0 ? b : b.Length == 0 ? a : $"{a} × {b}"))];

    public override IReadOnlyList<FactorCoding> Factors => [.. _first.Factors.Concat(_second.Factors).DistinctBy(factor => factor.Column)];

    public override IReadOnlyList<IReadOnlyDictionary<string, int>> Levels => [.. _second.Levels.SelectMany(b => _first.Levels.Select(a => a.Concat(b).DistinctBy(pair => pair.Key).ToDictionary()))];

    public override (bool Coefficient, bool Intercept) IsFewAmong(AnalysisTable table, RowSelection rows) =>
        (_first.IsFewAmong(table, rows).Coefficient || _second.IsFewAmong(table, rows).Coefficient, false);

    public override bool IsSpline => _first.IsSpline || _second.IsSpline;

    public override string Compared => string.Join(" × ", ((string[])[_first.Compared, _second.Compared]).Where(level => level.Length > 0));

    public override bool IsWithin(TermCoding larger, bool besideConstant) => larger is InteractionCoding pair
        && (_first.IsWithin(pair._first, besideConstant) && _second.IsWithin(pair._second, besideConstant) || _first.IsWithin(pair._second, besideConstant) && _second.IsWithin(pair._first, besideConstant));

    public override IReadOnlyList<ColumnSource> Bind(AnalysisTable table, RowSelection rows)
    {
        var left = _first.Bind(table, rows);
        return [.. _second.Bind(table, rows).SelectMany(b => left.Select(a => new ProductSource(a, b)))];
    }
}
