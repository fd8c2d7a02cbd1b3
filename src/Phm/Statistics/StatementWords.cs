using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The words that statements share.</summary>
internal static class StatementWords
{
    /// <summary>"0.62 (95% interval 0.55 to 0.70)": a ratio, never with fewer than two decimals.</summary>
    public static string Ratio(double value, ConfidenceInterval interval) => 
        NumberText.WithInterval(value, interval.Low, interval.High, interval.Level, NumberText.DecimalsOfRatio(value, interval.Low, interval.High));

    /// <summary>"12.3 per 1,000 (95% interval 10.1 to 15.0)".</summary>
    public static string Number(double value, ConfidenceInterval interval, string unit = "") =>
        NumberText.WithInterval(value, interval.Low, interval.High, interval.Level, NumberText.DecimalsOf(value, interval.Low, interval.High)).Replace(" (", unit + " (", StringComparison.Ordinal);

    /// <summary>"30.0% (95% interval 10.8% to 60.3%)".</summary>
    public static string Share(double value, ConfidenceInterval interval) =>
        NumberText.WithInterval(value, interval.Low, interval.High, interval.Level, 3, NumberText.Percent);

    /// <summary>"-3.1 percentage points (95% interval -5.0 to -1.2)".</summary>
    public static string Points(double value, ConfidenceInterval interval) =>
        Number(value * 100, new(interval.Low * 100, interval.High * 100, interval.Level), " percentage points");

    /// <summary>"95% interval 0.55 to 0.70".</summary>
    public static string Interval(ConfidenceInterval interval) => $"{NumberText.Level(interval.Level)} interval {Bounds(interval.Low, interval.High)}";

    /// <summary>"0.55 to 0.70".</summary>
    public static string Bounds(double low, double high)
    {
        var decimals = NumberText.DecimalsOf(double.IsFinite(low) ? low : high, low, high);
        return $"{NumberText.WithDecimals(low, decimals)} to {NumberText.WithDecimals(high, decimals)}";
    }

    /// <summary>"30.0%".</summary>
    public static string Percent(double share) => NumberText.Percent(share, 3);

    /// <summary>" per 100,000"; nothing where a rate is given per one.</summary>
    public static string Per(double per) => per == 1 ? "" : " per " + NumberText.Plain(per);

    /// <summary>"45 events".</summary>
    public static string Events(double events) => NumberText.Plain(events) + (events == 1 ? " event" : " events");

    /// <summary>"χ² 12.34 on 3 degrees of freedom".</summary>
    public static string ChiSquared(double statistic, int degreesOfFreedom) =>
        $"χ² {NumberText.Significant(statistic)} on {degreesOfFreedom} {(degreesOfFreedom == 1 ? "degree" : "degrees")} of freedom";

    /// <summary>A value of a funnel, a share as a percentage.</summary>
    public static string Value(FunnelMeasure measure, double value) => measure == FunnelMeasure.Proportion ? Percent(value) : NumberText.Significant(value);

    /// <summary>How values of a funnel are written.</summary>
    public static ColumnFormat Format(FunnelMeasure measure) => measure == FunnelMeasure.Proportion ? ColumnFormat.Percent : ColumnFormat.Significant;

    /// <summary>Where a place lies in a funnel.</summary>
    public static string Position(FunnelPosition position) => position switch
    {
        FunnelPosition.BelowThreeSigma => "below three standard deviations",
        FunnelPosition.BelowTwoSigma => "below two standard deviations",
        FunnelPosition.AboveTwoSigma => "above two standard deviations",
        FunnelPosition.AboveThreeSigma => "above three standard deviations",
        _ => "within the limits",
    };
}
