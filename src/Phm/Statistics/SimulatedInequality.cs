using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The indices of inequality of many draws of the groups' values.</summary>
public sealed record SimulatedInequality : Statement
{
    private readonly double[] _slopes;
    private readonly double[]? _ratios;

    internal SimulatedInequality((double First, double Last)[] ends, int repetitions)
    {
        Repetitions = repetitions;
        _slopes = [.. ends.Select(end => end.Last - end.First).Order()];
        _ratios = ends.All(end => end is { First: > 0, Last: > 0 }) ? [.. ends.Select(end => end.Last / end.First).Order()] : null;
    }

    /// <summary>How many draws there are.</summary>
    public int Repetitions { get; }

    /// <summary>The interval of the slope index: the quantiles of the draws.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval SlopeInterval(double level = 0.95) => Interval(_slopes, level);

    /// <summary>The interval of the relative index: the quantiles of the draws.</summary>
    /// <exception cref="DataException">The line of a draw is not above 0 at both ends.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval RelativeInterval(double level = 0.95) => Interval(_ratios ?? throw StatisticsErrors.NoRelativeIndex(), level);

    private static ConfidenceInterval Interval(double[] sorted, double level)
    {
        Tails.RequireLevel(level);
        return new(Quantiles.OfSorted(sorted, (1 - level) / 2), Quantiles.OfSorted(sorted, (1 + level) / 2), level);
    }

    private protected override string Words => $"{NumberText.WithDecimals(Repetitions, 0)} draws: slope index {StatementWords.Interval(SlopeInterval())}"
        + (_ratios is null ? "" : $", relative index {StatementWords.Interval(RelativeInterval())}");
}
