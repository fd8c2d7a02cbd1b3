using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>How many rows of a table miss a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Rows">How many rows miss it.</param>
public sealed record MissingValues(string Column, int Rows) : Statement
{
    private protected override string Words => $"{Column} missing in {CountText.Of(Rows)}";
}
