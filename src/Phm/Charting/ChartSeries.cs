using Phm.Disclosure;

namespace Phm.Charting;

/// <summary>A named row of values, one for each category or position of a chart, with the interval of each value where one is known.</summary>
public sealed record ChartSeries
{
    /// <summary>A series of values that have passed disclosure control.</summary>
    /// <param name="name">What the values belong to.</param>
    /// <param name="values">One value for each category or position.</param>
    /// <param name="low">The lower bounds of the intervals; null where there are none.</param>
    /// <param name="high">The upper bounds of the intervals; null where there are none.</param>
    /// <exception cref="ArgumentException">The bounds do not match the values in number or order.</exception>
    public ChartSeries(string name, IEnumerable<DisclosedValue> values, IEnumerable<DisclosedValue>? low = null, IEnumerable<DisclosedValue>? high = null)
    {
        Name = ChartText.Label(name);
        Values = ChartGuard.Values(values);
        if (low is null != high is null) throw new ArgumentException("An interval needs both bounds: give low and high.", low is null ? nameof(low) : nameof(high));
        if (low is null || high is null) return;
        (Low, High) = (ChartGuard.Values(low), ChartGuard.Values(high));
        ChartGuard.SameLength(Low.Count, Values.Count, "lower bounds", nameof(low));
        ChartGuard.SameLength(High.Count, Values.Count, "upper bounds", nameof(high));
        for (var k = 0; k < Values.Count; k++) ChartGuard.Interval(Low[k], High[k], Name, nameof(low));
    }

    /// <summary>A series of numbers that need no disclosure control; one that is not finite counts as missing.</summary>
    /// <inheritdoc cref="ChartSeries(string, IEnumerable{DisclosedValue}, IEnumerable{DisclosedValue}?, IEnumerable{DisclosedValue}?)"/>
    public ChartSeries(string name, IEnumerable<double> values, IEnumerable<double>? low = null, IEnumerable<double>? high = null)
        : this(name, ChartGuard.Shown(values), low is null ? null : ChartGuard.Shown(low), high is null ? null : ChartGuard.Shown(high))
    {
    }

    /// <summary>What the values belong to.</summary>
    public string Name { get; }

    /// <summary>One value for each category or position.</summary>
    public IReadOnlyList<DisclosedValue> Values { get; }

    /// <summary>The lower bounds of the intervals, as many as the values, or none.</summary>
    public IReadOnlyList<DisclosedValue> Low { get; } = [];

    /// <summary>The upper bounds of the intervals, as many as the values, or none.</summary>
    public IReadOnlyList<DisclosedValue> High { get; } = [];

    /// <summary>Whether the value at an index and both its bounds are shown.</summary>
    internal bool HasInterval(int index) => Low.Count > 0 && Values[index].IsShown && Low[index].IsShown && High[index].IsShown;
}
