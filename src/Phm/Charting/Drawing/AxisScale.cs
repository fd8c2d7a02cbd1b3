using System.Globalization;
using Phm.Presentation;

namespace Phm.Charting.Drawing;

/// <summary>
/// A stretch of numbers with ticks at round places: multiples of 1, 2 or 5 times a power of ten.
/// </summary>
internal sealed class AxisScale
{
    private AxisScale(double low, double high, double step, IReadOnlyList<double> ticks)
    {
        Low = low;
        High = high;
        Step = step;
        Ticks = ticks;
    }

    public double Low { get; }

    public double High { get; }

    public double Step { get; }

    /// <summary>Rising, evenly spaced, within the stretch. Empty where there was nothing to measure.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>A scale for which no number is known.</summary>
    public static AxisScale Unknown { get; } = new(0, 1, 1, []);

    /// <summary>
    /// A scale that begins and ends with a tick and holds every value. The values may be empty. It has about the number of intervals
    /// asked for, at most that many between the values where <paramref name="atMost"/> says so.
    /// </summary>
    public static AxisScale Covering(IReadOnlyCollection<double> values, int intervals, bool fromZero, bool whole, bool atMost = false)
    {
        if (values.Count == 0) return Unknown;
        var (low, high) = (values.Min(), values.Max());
        if (fromZero) (low, high) = (Math.Min(0, low), Math.Max(0, high));
        if (!(high - low > Math.Max(Math.Abs(low), Math.Abs(high)) * 1e-9)) (low, high) = Widen(low, high, fromZero);
        var (mantissa, power) = RoundStep((high - low) / intervals, whole, atMost);
        var step = Multiple(1, mantissa, power);
        var first = (long)Math.Floor((low / step) + 1e-9);
        var last = (long)Math.Ceiling((high / step) - 1e-9);
        var ticks = Range(first, last, mantissa, power);
        return new(ticks[0], ticks[^1], step, ticks);
    }

    /// <summary>
    /// A scale for bars from zero that carry their values: like <see cref="Covering"/> with at most so many intervals, but it ends with the
    /// longest bar where the next tick would leave much of the page empty.
    /// </summary>
    public static AxisScale Snug(IReadOnlyCollection<double> values, int intervals, bool whole)
    {
        var wide = Covering(values, intervals, fromZero: true, whole, atMost: true);
        if (wide.Ticks.Count < 3 || values.All(value => value == 0)) return wide;
        var room = (wide.High - wide.Low) * 0.08;
        var low = Math.Min(0, values.Min()) is var least && least - wide.Low > room ? least - (room / 3) : wide.Low;
        var high = Math.Max(0, values.Max()) is var most && wide.High - most > room ? most : wide.High;
        return new(low, high, wide.Step, [.. wide.Ticks.Where(tick => tick >= low && tick <= high)]);
    }

    /// <summary>A scale with given ends and at most so many round intervals between them; with ticks at both ends where a step allows it.</summary>
    public static AxisScale Between(double low, double high, int intervals, bool whole = false)
    {
        if (!(high > low)) (low, high) = Widen(low, high, fromZero: false);
        var scales = Enumerable.Range(0, Math.Max(1, intervals - 2)).Select(fewer => Split(low, high, Math.Max(1, intervals - fewer), whole)).ToList();
        return scales.Find(scale => scale.Ticks.Count > 2 && scale.Ticks[0] == low && scale.Ticks[^1] == high) ?? scales[0];
    }

    private static AxisScale Split(double low, double high, int intervals, bool whole)
    {
        var (mantissa, power) = RoundStep((high - low) / intervals, whole, atMost: true);
        var step = Multiple(1, mantissa, power);
        var first = (long)Math.Ceiling((low / step) - 1e-9);
        var last = (long)Math.Floor((high / step) + 1e-9);
        return new(low, high, step, Range(first, last, mantissa, power));
    }

    /// <summary>Where a value lies between two ends of the page.</summary>
    public double Place(double value, double from, double to) => from + ((to - from) * (value - Low) / (High - Low));

    /// <summary>A tick as it is printed: no more decimals than the step needs.</summary>
    public string Print(double tick, ColumnFormat format)
    {
        var scale = format == ColumnFormat.Percent ? 100 : 1;
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(Step * scale) - 1e-9), 0, 12);
        if (format == ColumnFormat.Pounds && decimals == 1) decimals = 2;
        var pattern = (format == ColumnFormat.Text ? "0" : "#,##0") + (decimals > 0 ? "." + new string('0', decimals) : "");
        var text = (Math.Abs(tick) * scale).ToString(pattern, CultureInfo.InvariantCulture);
        var unit = format == ColumnFormat.Pounds ? "£" : "";
        var sign = tick < 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "-" : "";
        return sign + unit + text + (format == ColumnFormat.Percent ? "%" : "");
    }

    /// <summary>One value has no extent: zero gets room above it, any other value is measured from zero or has room on both sides.</summary>
    private static (double Low, double High) Widen(double low, double high, bool fromZero)
    {
        if (low == 0 && high == 0) return (0, 1);
        if (fromZero) return (Math.Min(0, low), Math.Max(0, high));
        var room = Math.Max(Math.Abs(low), Math.Abs(high)) * 0.1;
        return (low - room, high + room);
    }

    private static (int Mantissa, int Power) RoundStep(double least, bool whole, bool atMost)
    {
        if (whole && least <= 1) return (1, 0);
        var power = (int)Math.Floor(Math.Log10(least) + 1e-9);
        var fraction = least / Math.Pow(10, power);
        var (one, two, five) = atMost ? (1 + 1e-9, 2 + 1e-9, 5 + 1e-9) : (Math.Sqrt(2), Math.Sqrt(10), Math.Sqrt(50));
        var step = fraction <= one ? (1, power) : fraction <= two ? (2, power) : fraction <= five ? (5, power) : (1, power + 1);
        return whole && step.Item2 < 0 ? (1, 0) : step;
    }

    private static double[] Range(long first, long last, int mantissa, int power)
    {
        var ticks = new double[Math.Max(0, last - first + 1)];
        for (var k = 0; k < ticks.Length; k++) ticks[k] = Multiple(first + k, mantissa, power);
        return ticks;
    }

    /// <summary>Division by a whole power of ten gives the nearest number to 0.3 where repeated addition of 0.1 would not.</summary>
    private static double Multiple(long k, int mantissa, int power) =>
        power >= 0 ? k * mantissa * Math.Pow(10, power) : k * mantissa / Math.Pow(10, -power);
}
