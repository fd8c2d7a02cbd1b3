using System.Globalization;
using Phm.Disclosure;

namespace Phm.Charting.Drawing;

/// <summary>The horizontal axis of a forest plot: logarithmic for ratios, with ticks at numbers that readers know as ratios.</summary>
internal sealed class ForestScale
{
    /// <summary>How many times farther than the estimates the axis reaches for their intervals; what lies beyond becomes an arrow.</summary>
    private const double Reach = 4;

    private const int MostTicks = 7;

    /// <summary>Up to this many times from end to end a step of 0.1 reads better than numbers at even distances.</summary>
    private const double Narrow = 2.5;

    private static readonly double[][] s_mantissas = [[1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8], [1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];

    private readonly ForestChart _chart;
    private readonly double _low;
    private readonly double _high;
    private readonly AxisScale? _level;

    private ForestScale(ForestChart chart, double low, double high, IReadOnlyList<double> ticks, AxisScale? level) =>
        (_chart, _low, _high, Ticks, _level) = (chart, low, high, ticks, level);

    /// <summary>Where the axis has lines and numbers.</summary>
    public IReadOnlyList<double> Ticks { get; }

    public double Low => _level?.Low ?? _low;

    public double High => _level?.High ?? _high;

    public static ForestScale Of(ForestChart chart)
    {
        var estimates = chart.Rows.SelectMany(row => row.Estimates).Where(estimate => estimate.Value.IsShown).ToList();
        double[] values = [chart.NoEffect, .. estimates.Select(estimate => estimate.Value.Value)];
        double[] bounds = [.. values, .. estimates.Where(estimate => estimate.HasInterval).SelectMany(estimate => new[] { estimate.Low, estimate.High }).Where(bound => bound.IsShown).Select(bound => bound.Value)];
        return chart.IsLogarithmic ? Logarithmic(chart, values, bounds) : Level(chart, values, bounds);
    }

    /// <summary>Where a value lies between two ends of the page, and whether it had to be drawn in.</summary>
    public double Place(double value, double from, double to) => from + (to - from) * Math.Clamp(Share(value), 0, 1);

    /// <summary>Whether a value lies within the axis.</summary>
    public bool Holds(double value) => Share(value) is >= -1e-9 and <= 1 + 1e-9;

    /// <summary>A bound as a number that the axis can place: an infinite one lies beyond its end.</summary>
    public static (double Low, double High) Bounds(ForestEstimate estimate) =>
        (Number(estimate.Low, estimate.IsOpenLow, double.NegativeInfinity), Number(estimate.High, estimate.IsOpenHigh, double.PositiveInfinity));

    public string Print(double tick) => _level is { } level ? level.Print(tick, _chart.ValueFormat) : tick.ToString("0.######", CultureInfo.InvariantCulture);

    private double Share(double value) => _level is { } level ? level.Place(value, 0, 1)
        : value <= 0 ? double.NegativeInfinity : Math.Log(value / _low) / Math.Log(_high / _low);

    private static double Number(DisclosedValue bound, bool isOpen, double beyond) => isOpen ? beyond : bound.Value;

    private static ForestScale Level(ForestChart chart, double[] values, double[] bounds)
    {
        var width = Math.Max(values.Max() - values.Min(), 1e-12);
        double[] within = values.Length == 1 ? bounds : [.. bounds.Select(bound => Math.Clamp(bound, values.Min() - Reach * width, values.Max() + Reach * width))];
        var scale = AxisScale.Covering(within, 5, fromZero: true, whole: false);
        return new(chart, scale.Low, scale.High, scale.Ticks, scale);
    }

    private static ForestScale Logarithmic(ForestChart chart, double[] values, double[] bounds)
    {
        var (low, high) = (Math.Max(bounds.Min(), values.Min() / Reach), Math.Min(bounds.Max(), values.Max() * Reach));
        if (high / low < 1.1) (low, high) = (low / 1.1, high * 1.1);
        var room = Math.Pow(high / low, 0.04);
        (low, high) = (SteadyDigits.Of(low / room), SteadyDigits.Of(high * room));
        return new(chart, low, high, TicksBetween(low, high), null);
    }

    private static IReadOnlyList<double> TicksBetween(double low, double high)
    {
        if (high / low < Narrow) return AxisScale.Between(low, high, MostTicks + 1).Ticks;
        var (first, last) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high)));
        foreach (var mantissas in s_mantissas)
        {
            var ticks = Enumerable.Range(first, last - first + 1).SelectMany(power => mantissas.Select(mantissa => power >= 0 ? mantissa * Math.Pow(10, power) : mantissa / Math.Pow(10, -power)))
                .Where(tick => tick >= low && tick <= high).ToList();
            if (ticks.Count <= MostTicks) return ticks;
        }
        var stride = (last - first) / MostTicks + 1;
        return [.. Enumerable.Range(first, last - first + 1).Where(power => power % stride == 0).Select(power => Math.Pow(10, power)).Where(tick => tick >= low && tick <= high)];
    }
}
