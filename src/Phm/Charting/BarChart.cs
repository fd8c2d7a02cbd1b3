using Phm.Charting.Drawing;
using Phm.Charting.Plotly;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>
/// Values of categories as horizontal bars from zero, each with its value and, where known, its interval. Up to 100 categories.
/// </summary>
public sealed record BarChart : Chart
{
    private const int MostBars = 100;

    /// <summary>A bar chart.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="bars">The bars from top to bottom, 1 to 100.</param>
    /// <exception cref="ArgumentException">There are no bars or too many, or the bounds of an interval are the wrong way round.</exception>
    public BarChart(string title, IEnumerable<Bar> bars) : base(title)
    {
        ArgumentNullException.ThrowIfNull(bars);
        Bars = [.. bars.Select(bar => bar with { Category = ChartText.Label(bar.Category) })];
        ChartGuard.Bounded(Bars.Count, MostBars, "bars", nameof(bars));
        ChartGuard.Values(Bars.SelectMany(bar => new[] { bar.Value, bar.Low, bar.High }), nameof(bars));
        foreach (var bar in Bars) ChartGuard.Interval(bar.Low, bar.High, bar.Category, nameof(bars));
    }

    /// <summary>The bars from top to bottom.</summary>
    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>The category in colour while the others are grey; null colours all.</summary>
    /// <exception cref="ArgumentException">No category has this name.</exception>
    public string? Highlight { get; init => field = ChartGuard.Named(value, Bars.Select(bar => bar.Category), "highlight"); }

    /// <summary>A value to compare with, such as the average of the system, drawn as a dashed line across the bars.</summary>
    /// <exception cref="ArgumentException">The line is not level.</exception>
    public ReferenceLine? Reference { get; init => field = value?.RequireLevel("reference"); }

    /// <summary>Whether any bar has an interval to draw.</summary>
    internal bool HasIntervals => Bars.Any(bar => bar.HasInterval);

    internal override IEnumerable<DisclosedValue> Values => Bars.Select(bar => bar.Value);

    /// <inheritdoc/>
    public override ResultTable ToTable()
    {
        var value = new TableColumn(XTitle.Or("Value"), ValueFormat);
        return HasIntervals
            ? Table(
                [new(YTitle.Or("Category")), value, value with { Heading = "Low" }, value with { Heading = "High" }],
                [.. Bars.Select(bar => new TableCell[] { bar.Category, bar.Value, bar.Low, bar.High })])
            : Table([new(YTitle.Or("Category")), value], [.. Bars.Select(bar => new TableCell[] { bar.Category, bar.Value })]);
    }

    internal override double Draw(SvgCanvas canvas, double top) => BarDrawing.Draw(this, canvas, top);

    internal override void Plot(PlotlyFigure figure) => BarPlot.Add(this, figure);

    private protected override string Describe() => ChartWords.Join(
        $"Bar chart of {ChartWords.Count(Bars.Count, "category", "categories")}{(HasIntervals ? " with intervals" : "")}.",
        XTitle is null ? null : $"Values: {XTitle}.",
        Reference is null ? null : $"Dashed line: {Reference.Label}.",
        ChartWords.Extremes([.. Bars.Select(bar => (bar.Category, bar.Value))], Print));
}
