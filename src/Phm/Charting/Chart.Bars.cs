using System.Numerics;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <content>Bars: values, parts, age and sex, distributions.</content>
public abstract partial record Chart
{
    /// <summary>A bar chart with each bar given as a whole, for values that carry their interval.</summary>
    /// <param name="title">What the chart shows, with population and period.</param>
    /// <param name="bars">The bars from top to bottom, 1 to 100.</param>
    /// <param name="value">The title of the value axis, with its unit.</param>
    /// <param name="category">The title above the category names.</param>
    /// <param name="format">How values are written; null chooses from the data.</param>
    /// <param name="highlight">The category in colour while the others are grey.</param>
    /// <exception cref="ArgumentException">There are no bars or too many, or the bounds of an interval are the wrong way round.</exception>
    public static BarChart Bar(string title, IEnumerable<Bar> bars, string? value = null, string? category = null, ColumnFormat? format = null, string? highlight = null) =>
        new(title, bars) { XTitle = value, YTitle = category, Format = format, Highlight = highlight };

    /// <summary>A bar chart of values that have passed disclosure control.</summary>
    /// <inheritdoc cref="Bar(string, IEnumerable{Charting.Bar}, string?, string?, ColumnFormat?, string?)"/>
    /// <param name="title">What the chart shows, with population and period.</param>
    /// <param name="categories">The categories from top to bottom, 1 to 100.</param>
    /// <param name="values">One value for each category.</param>
    /// <param name="low">The lower bounds of the intervals; null where there are none.</param>
    /// <param name="high">The upper bounds of the intervals; null where there are none.</param>
    /// <param name="value">The title of the value axis, with its unit.</param>
    /// <param name="category">The title above the category names.</param>
    /// <param name="format">How values are written; null chooses from the data.</param>
    /// <param name="highlight">The category in colour while the others are grey.</param>
    public static BarChart Bar(
        string title, IEnumerable<string> categories, IEnumerable<DisclosedValue> values, IEnumerable<DisclosedValue>? low = null, IEnumerable<DisclosedValue>? high = null,
        string? value = null, string? category = null, ColumnFormat? format = null, string? highlight = null)
    {
        ArgumentNullException.ThrowIfNull(categories);
        var names = categories.ToList();
        var series = new ChartSeries(title, values, low, high);
        ChartGuard.SameLength(series.Values.Count, names.Count, "values for the categories", nameof(values));
        var bars = names.Select((name, k) => series.Low.Count == 0 ? new Bar(name, series.Values[k]) : new(name, series.Values[k], series.Low[k], series.High[k]));
        return Bar(title, bars, value, category, format, highlight);
    }

    /// <summary>A bar chart of numbers that need no disclosure control; one that is not finite counts as missing.</summary>
    /// <inheritdoc cref="Bar(string, IEnumerable{string}, IEnumerable{DisclosedValue}, IEnumerable{DisclosedValue}?, IEnumerable{DisclosedValue}?, string?, string?, ColumnFormat?, string?)"/>
    public static BarChart Bar<T>(
        string title, IEnumerable<string> categories, IEnumerable<T> values, IEnumerable<double>? low = null, IEnumerable<double>? high = null,
        string? value = null, string? category = null, ColumnFormat? format = null, string? highlight = null)
        where T : INumber<T> =>
        Bar(title, categories, ChartGuard.Shown(values), low is null ? null : ChartGuard.Shown(low), high is null ? null : ChartGuard.Shown(high), value, category, format, highlight);

    /// <summary>Parts of totals as stacked bars.</summary>
    /// <param name="title">What the chart shows, with population and period.</param>
    /// <param name="categories">The bars from top to bottom, 1 to 100.</param>
    /// <param name="parts">The parts from left to right, 1 to 7, each with one value of zero or more for each category.</param>
    /// <param name="value">The title of the value axis, with its unit.</param>
    /// <param name="category">The title above the category names.</param>
    /// <param name="format">How values are written; null chooses from the data.</param>
    /// <param name="asShare">Whether every bar is drawn to 100% with the shares of its parts.</param>
    /// <param name="ordered">Whether the parts have an order, shown from a light to a dark colour.</param>
    /// <param name="highlight">The part in colour while the others are grey.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, lengths differ, or a value is negative.</exception>
    public static StackedBarChart StackedBar(
        string title, IEnumerable<string> categories, IEnumerable<ChartSeries> parts, string? value = null, string? category = null,
        ColumnFormat? format = null, bool asShare = false, bool ordered = false, string? highlight = null) =>
        new(title, categories, parts) { XTitle = value, YTitle = category, Format = format, AsShare = asShare, Ordered = ordered, Highlight = highlight };

    /// <summary>A population pyramid.</summary>
    /// <param name="title">What the chart shows, with population and date.</param>
    /// <param name="ages">The age bands, youngest first, 1 to 110.</param>
    /// <param name="left">The sex on the left, with one value of zero or more for each age band.</param>
    /// <param name="right">The sex on the right, likewise.</param>
    /// <param name="outline">A population to compare with.</param>
    /// <param name="value">The title of the value axis, with its unit.</param>
    /// <param name="age">The title above the age bands.</param>
    /// <param name="format">How values are written; null chooses from the data.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, lengths differ, or a value is negative.</exception>
    public static PyramidChart Pyramid(
        string title, IEnumerable<string> ages, ChartSeries left, ChartSeries right, PyramidOutline? outline = null,
        string? value = null, string? age = "Age", ColumnFormat? format = null) =>
        new(title, ages, left, right) { Outline = outline, XTitle = value, YTitle = age, Format = format };

    /// <summary>A histogram of counts that have passed disclosure control.</summary>
    /// <param name="title">What the chart shows, with population and period.</param>
    /// <param name="edges">The edges of the bins, rising, one more than there are counts.</param>
    /// <param name="counts">The counts of the bins, zero or more, 1 to 200.</param>
    /// <param name="xTitle">The title of the scale, with its unit.</param>
    /// <param name="yTitle">What is counted.</param>
    /// <param name="format">How counts are written; null chooses from the data.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, lengths do not match, edges do not rise, or a count is negative.</exception>
    public static HistogramChart Histogram(
        string title, IEnumerable<double> edges, IEnumerable<DisclosedValue> counts, string? xTitle = null, string? yTitle = null, ColumnFormat? format = null) =>
        new(title, edges, counts) { XTitle = xTitle, YTitle = yTitle, Format = format };

    /// <summary>A histogram of counts that need no disclosure control, such as those of simulated draws.</summary>
    /// <inheritdoc cref="Histogram(string, IEnumerable{double}, IEnumerable{DisclosedValue}, string?, string?, ColumnFormat?)"/>
    public static HistogramChart Histogram<T>(
        string title, IEnumerable<double> edges, IEnumerable<T> counts, string? xTitle = null, string? yTitle = null, ColumnFormat? format = null)
        where T : INumber<T> => Histogram(title, edges, ChartGuard.Shown(counts), xTitle, yTitle, format);
}
