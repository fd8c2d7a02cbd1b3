namespace Phm.Statistics;

/// <summary>A column as it is.</summary>
internal sealed record ColumnTerm(string Column) : Term(Column)
{
    internal override IEnumerable<string> Uses => [Column];

    internal override TermCoding Learn(AnalysisTable table, RowSelection rows, bool besideIntercept) =>
        table[Column] is FactorColumn factor ? FactorCoding.Learn(factor, rows) : NumberCoding.Learn((NumberColumn)table[Column], rows, besideIntercept);
}
