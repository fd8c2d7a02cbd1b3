namespace Phm.Statistics;

/// <summary>The products of each column of one term with each column of another.</summary>
internal sealed class InteractionCoding(TermCoding first, TermCoding second) : TermCoding
{
    public override IReadOnlyList<string> Names => [.. second.Names.SelectMany(b => first.Names.Select(a => $"{a} × {b}"))];

    public override IReadOnlyList<string> Labels => [.. second.Labels.SelectMany(b => first.Labels.Select(a => a.Length == 0 ? b : b.Length == 0 ? a : $"{a} × {b}"))];

    public override IReadOnlyList<FactorCoding> Factors => [.. first.Factors.Concat(second.Factors).DistinctBy(factor => factor.Column)];

    public override IReadOnlyList<IReadOnlyDictionary<string, int>> Levels => [.. second.Levels.SelectMany(b => first.Levels.Select(a => a.Concat(b).DistinctBy(pair => pair.Key).ToDictionary()))];

    public override bool IsSpline => first.IsSpline || second.IsSpline;

    public override (bool Coefficient, bool Intercept) IsFewAmong(AnalysisTable table, RowSelection rows) =>
        (first.IsFewAmong(table, rows).Coefficient || second.IsFewAmong(table, rows).Coefficient, false);

    public override string Compared => string.Join(" × ", ((string[])[first.Compared, second.Compared]).Where(level => level.Length > 0));

    public override IReadOnlyList<ColumnSource> Bind(AnalysisTable table, RowSelection rows)
    {
        var left = first.Bind(table, rows);
        return [.. second.Bind(table, rows).SelectMany(b => left.Select(a => new ProductSource(a, b)))];
    }
}
