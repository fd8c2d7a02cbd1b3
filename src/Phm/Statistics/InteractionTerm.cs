namespace Phm.Statistics;

/// <summary>The products of the columns of two terms.</summary>
internal sealed record InteractionTerm(Term First, Term Second) : Term($"{First.Name} × {Second.Name}")
{
    internal override IEnumerable<string> Uses => First.Uses.Concat(Second.Uses);

    internal override TermCoding Learn(AnalysisTable table, RowSelection rows, bool besideIntercept) =>
        new InteractionCoding(First.Learn(table, rows, besideIntercept), Second.Learn(table, rows, besideIntercept));
}
