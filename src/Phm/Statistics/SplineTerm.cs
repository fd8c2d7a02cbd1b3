namespace Phm.Statistics;

/// <summary>A natural cubic spline of a column of numbers.</summary>
internal sealed record SplineTerm(string Column, int DegreesOfFreedom) : Term(Column)
{
    private protected override string Words => $"Spline({Column}, {DegreesOfFreedom})";

    internal override IEnumerable<string> Uses => [Column];

    internal override TermCoding Learn(AnalysisTable table, RowSelection rows, bool besideIntercept) =>
        SplineCoding.Learn(table.NumberAt(Column, "what a spline bends over"), DegreesOfFreedom, rows);
}
