using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>A place in a funnel plot.</summary>
/// <param name="Value">Its share, rate or ratio.</param>
/// <param name="Size">Its people, exposure or expected events.</param>
/// <param name="Score">How many standard deviations it lies from the target on the scale where the spread is steady, over-dispersion not counted.</param>
/// <param name="Position">Where it lies between the limits.</param>
public readonly record struct FunnelPoint(double Value, double Size, double Score, FunnelPosition Position)
{
    /// <summary>Whether its events can be counted from value and size and are so few that neither value nor position may be shown.</summary>
    internal bool IsWithheld { get; init; }

    /// <inheritdoc/>
    public override string ToString() => IsWithheld ? $"{CountText.Withheld} of size {NumberText.Significant(Size)}" : $"{NumberText.Significant(Value)} of size {NumberText.Significant(Size)}: {StatementWords.Position(Position)}";
}
