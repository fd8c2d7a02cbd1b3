using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// The slope and the relative index of inequality: how far, and how many times, an indicator differs between the two ends of a population
/// that is ranked by advantage, by a straight line through its groups.
/// </summary>
/// <remarks>
/// Groups lie at the middle of their share of the cumulative population, from 0 to 1, and the line is fitted by least squares with the groups'
/// shares as weights (Low A, Low A. J Public Health 2004;26:388-395, doi:10.1093/pubmed/fdh175), as in OHID's PHEindicatormethods. Intervals
/// are of what the groups' own sampling errors do to the line; they say nothing of how well a line fits. Two are given: by the delta method
/// here, and by simulation as PHEindicatormethods documents, <see cref="Simulate"/>.
/// </remarks>
public sealed record InequalityIndex : Result
{
    private readonly InequalityLine _line;

    private InequalityIndex(InequalityLine line, IndicatorKind kind, bool transformed) => (_line, Kind, IsTransformed) = (line, kind, transformed);

    /// <summary>What the indicator is.</summary>
    public IndicatorKind Kind { get; }

    /// <summary>Whether the line is straight on the scale of the kind (logarithm or logit) instead of that of the indicator.</summary>
    public bool IsTransformed { get; }

    /// <summary>The middle of each group in the ranked population, from 0 to 1.</summary>
    public IReadOnlyList<double> Ranks => _line.Ranks;

    /// <summary>The indicator that the line gives to the first in rank.</summary>
    public double AtFirst => _line.AtFirst;

    /// <summary>The indicator that the line gives to the last in rank.</summary>
    public double AtLast => _line.AtLast;

    /// <summary>The slope index: the indicator at the last in rank less that at the first.</summary>
    public double Slope => AtLast - AtFirst;

    /// <summary>The relative index: the indicator at the last in rank over that at the first; null where the line is not above 0 at both.</summary>
    public double? Relative => AtFirst > 0 && AtLast > 0 ? AtLast / AtFirst : null;

    /// <summary>The indices of proportions, with the errors of their Wilson intervals.</summary>
    /// <param name="numerators">How many have the property in each group, from the most deprived to the least; not none and not all.</param>
    /// <param name="denominators">How many people there are in each group.</param>
    /// <param name="transformed">Whether the line is straight on the logit.</param>
    /// <exception cref="DataException">A number lies outside its range, lengths differ, or there are fewer than three groups.</exception>
    public static InequalityIndex OfProportions(double[] numerators, double[] denominators, bool transformed = false)
    {
        CheckParts(numerators, "numerators", denominators, "denominators");
        for (var i = 0; i < numerators.Length; i++) DataChecks.Within(numerators[i], denominators[i], i);
        var shares = numerators.Zip(denominators, Proportion.Of).ToArray();
        return Of(IndicatorKind.Proportion, denominators, [.. shares.Select(share => share.Value)], [.. shares.Select(share => share.Interval())], transformed);
    }

    /// <summary>The indices of rates, with the errors of their Byar or exact intervals.</summary>
    /// <param name="events">The events of each group, from the most deprived to the least; above 0.</param>
    /// <param name="exposures">The people or person-years of each group.</param>
    /// <param name="transformed">Whether the line is straight on the logarithm.</param>
    /// <param name="per">What the rates are given per, above 0.</param>
    /// <exception cref="DataException">A number lies outside its range, lengths differ, or there are fewer than three groups.</exception>
    public static InequalityIndex OfRates(double[] events, double[] exposures, bool transformed = false, double per = 100_000)
    {
        CheckParts(events, "events", exposures, "exposures");
        var rates = events.Zip(exposures, (count, exposure) => Rate.Of(count, exposure, per)).ToArray();
        return Of(IndicatorKind.Rate, exposures, [.. rates.Select(rate => rate.Value)], [.. rates.Select(rate => rate.Interval())], transformed);
    }

    /// <summary>The indices of any indicator that is given with its intervals, as life expectancy or a standardised rate.</summary>
    /// <param name="kind">What it is: it says on which scale errors are normal.</param>
    /// <param name="populations">The people of each group, from the most deprived to the least; above 0.</param>
    /// <param name="values">The indicator in each group: above 0 for rates, between 0 and 1 for proportions.</param>
    /// <param name="intervals">The interval of each value; its width on the scale of the kind gives the standard error.</param>
    /// <param name="transformed">Whether the line is straight on the scale of the kind.</param>
    /// <exception cref="DataException">A number lies outside its range, lengths differ, or there are fewer than three groups.</exception>
    public static InequalityIndex Of(IndicatorKind kind, double[] populations, double[] values, ConfidenceInterval[] intervals, bool transformed = false)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(intervals);
        DataChecks.SameLength(values.Length, "values", intervals.Length, "intervals");
        for (var i = 0; i < values.Length; i++) Check(kind, values[i], "value", i);
        var (scale, z) = (IndicatorScale.Of(kind), new double[intervals.Length]);
        for (var i = 0; i < intervals.Length; i++)
        {
            Tails.RequireLevel(intervals[i].Level);
            foreach (var bound in (double[])[intervals[i].Low, intervals[i].High]) Check(kind, bound, "interval", i);
            if (intervals[i].Low > intervals[i].High) throw new DataException($"The interval of group {i + 1} has its lower bound above its upper one: give the lower one first.");
            z[i] = Tails.TwoSidedQuantile(intervals[i].Level, double.PositiveInfinity);
        }
        return Of(kind, populations, values, [.. intervals.Select((interval, i) => (scale.To(interval.High) - scale.To(interval.Low)) / (2 * z[i]))], transformed);
    }

    /// <summary>The indices of any indicator that is given with its standard errors.</summary>
    /// <param name="kind">What it is: it says on which scale errors are normal.</param>
    /// <param name="populations">The people of each group, from the most deprived to the least; above 0.</param>
    /// <param name="values">The indicator in each group: above 0 for rates, between 0 and 1 for proportions.</param>
    /// <param name="standardErrors">The standard error of each value, 0 or more, on the scale of the kind: of the logarithm of a rate and the logit of a proportion.</param>
    /// <param name="transformed">Whether the line is straight on the scale of the kind.</param>
    /// <exception cref="DataException">A number lies outside its range, lengths differ, or there are fewer than three groups.</exception>
    public static InequalityIndex Of(IndicatorKind kind, double[] populations, double[] values, double[] standardErrors, bool transformed = false)
    {
        DataChecks.Positives(populations, "populations");
        ArgumentNullException.ThrowIfNull(values);
        DataChecks.Counts(standardErrors, "standard errors");
        DataChecks.SameLength(populations.Length, "populations", values.Length, "values");
        DataChecks.SameLength(populations.Length, "populations", standardErrors.Length, "standard errors");
        if (values.Length < 3) throw new DataException("A line of inequality needs at least three groups, as quintiles or deciles of deprivation.");
        for (var i = 0; i < values.Length; i++) Check(kind, values[i], "value", i);
        return new(InequalityLine.Fit(IndicatorScale.Of(kind), populations, values, standardErrors, transformed), kind, transformed);
    }

    /// <summary>The interval of the slope index by the delta method.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval SlopeInterval(double level = 0.95) => ConfidenceInterval.Wald(Slope, _line.ErrorOfSlope, double.PositiveInfinity, level);

    /// <summary>The interval of the relative index by the delta method on its logarithm.</summary>
    /// <exception cref="DataException">The line is not above 0 at both ends.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval RelativeInterval(double level = 0.95)
    {
        Tails.RequireLevel(level);
        return ConfidenceInterval.Wald(Math.Log(RequireRelative()), _line.ErrorOfLogRelative, double.PositiveInfinity, level).Through(Math.Exp);
    }

    /// <summary>
    /// Draws the indicator of each group anew from the normal distribution about its value on the scale of its kind, and fits the line to every draw,
    /// as PHEindicatormethods does.
    /// </summary>
    /// <param name="seed">The seed: the same gives the same intervals.</param>
    /// <param name="repetitions">How many draws, at least 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 1,000 repetitions.</exception>
    public SimulatedInequality Simulate(int seed, int repetitions = 100_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repetitions, 1_000);
        return new(_line.Simulate(new Random(seed), repetitions), repetitions);
    }

    private double RequireRelative() => Relative ?? throw StatisticsErrors.NoRelativeIndex();

    private static void Check(IndicatorKind kind, double value, string name, int group)
    {
        DataChecks.Finite(value, name, group);
        if (kind == IndicatorKind.Rate && value <= 0) throw new DataException($"The {name} of group {group + 1} is not above 0, and a rate without events has no logarithm: merge groups or years.");
        if (kind == IndicatorKind.Proportion && value is not (> 0 and < 1)) throw new DataException($"The {name} of group {group + 1} is not between 0 and 1, and a share of none or all has no logit: merge groups or years.");
    }

    private static void CheckParts(double[] above, string nameAbove, double[] below, string nameBelow)
    {
        DataChecks.Counts(above, nameAbove);
        DataChecks.Positives(below, nameBelow);
        DataChecks.SameLength(above.Length, nameAbove, below.Length, nameBelow);
    }

    /// <summary>The indicator of each group, as it was given.</summary>
    public IReadOnlyList<double> Values => _line.Given;

    /// <summary>The value that the line gives to a rank.</summary>
    /// <param name="rank">From 0, the first, to 1, the last.</param>
    internal double At(double rank) => _line.At(rank);

    /// <summary>The groups with the line through them, and the two indices with their intervals.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Inequality: slope index {StatementWords.Number(Slope, SlopeInterval())}",
        Preamble = [Relative is { } relative ? $"relative index {StatementWords.Ratio(relative, RelativeInterval())}" : "no relative index: the line falls to 0 or below at one end"],
        Columns = [new("Group", ColumnFormat.Count), new("Rank", ColumnFormat.Decimal3), new("Indicator", ColumnFormat.Significant), new("On the line", ColumnFormat.Significant)],
        Rows = [.. Ranks.Select((rank, k) => (TableCell[])[k + 1, rank, Values[k], At(rank)])],
        Notes =
        [
            "The slope index is the indicator at the last in rank less that at the first, the relative index the one over the other, both by the line. Groups stand in the order given, as from the most deprived to the least.",
            "Intervals are of what the groups' own sampling errors do to the line; they say nothing of how well a line fits.",
        ],
    };
}
