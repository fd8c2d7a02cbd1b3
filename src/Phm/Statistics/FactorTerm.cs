namespace Phm.Statistics;

/// <summary>A column as categories with a chosen reference.</summary>
internal sealed record FactorTerm(string Column, string? Reference) : Term(Column)
{
    internal override IEnumerable<string> Uses => [Column];

    internal override TermCoding Learn(AnalysisTable table, RowSelection rows, bool besideIntercept) => FactorCoding.Learn(table[Column] switch
    {
        FactorColumn factor => Reference is null ? factor : factor.WithReference(Reference),
        var number => FactorColumn.Of((NumberColumn)number, Reference),
    }, rows);
}
