using Phm.Charting.Drawing;
using Phm.Charting.Plotly;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>
/// Parts of totals as horizontal stacked bars. A bar is drawn only where every part is shown: with one part withheld neither the
/// total nor the shares are known, and a shorter bar would pretend that they were.
/// </summary>
public sealed record StackedBarChart : Chart
{
    private const int MostCategories = 100;

    /// <summary>A stacked bar chart.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="categories">The bars from top to bottom, 1 to 100.</param>
    /// <param name="parts">The parts from left to right, 1 to 7, each with one value of zero or more for each category.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, lengths differ, or a value is negative.</exception>
    public StackedBarChart(string title, IEnumerable<string> categories, IEnumerable<ChartSeries> parts) : base(title)
    {
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentNullException.ThrowIfNull(parts);
        Categories = ChartText.Labels(categories);
        Parts = [.. parts];
        ChartGuard.Bounded(Categories.Count, MostCategories, "categories", nameof(categories));
        ChartGuard.Bounded(Parts.Count, Palette.Series.Count, "parts", nameof(parts));
        foreach (var part in Parts)
        {
            ChartGuard.SameLength(part.Values.Count, Categories.Count, "values of a part for the categories", nameof(parts));
            ChartGuard.NotNegative(part.Values, nameof(parts));
        }
    }

    /// <summary>The bars from top to bottom.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The parts from left to right.</summary>
    public IReadOnlyList<ChartSeries> Parts { get; }

    /// <summary>Whether every bar is drawn to 100% with the shares of its parts.</summary>
    public bool AsShare { get; init; }

    /// <summary>Whether the parts have an order, such as levels of severity, shown from a light to a dark colour.</summary>
    public bool Ordered { get; init; }

    /// <summary>The part in colour while the others are grey; null colours all.</summary>
    /// <exception cref="ArgumentException">No part has this name.</exception>
    public string? Highlight { get; init => field = ChartGuard.Named(value, Parts.Select(part => part.Name), "highlight"); }

    internal override IEnumerable<DisclosedValue> Values => Parts.SelectMany(part => part.Values);

    /// <summary>One for each bar: a bar that adds up to zero has no shares to draw.</summary>
    internal override IEnumerable<DisclosedValue> DrawnValues =>
        Categories.Select((_, c) => AsShare ? Total(c).Map(total => total > 0 ? total : double.NaN) : Total(c));

    /// <summary>The sum of a bar; suppressed or missing where any part is.</summary>
    internal DisclosedValue Total(int category) => Parts.Aggregate(
        DisclosedValue.Of(0), (sum, part) => DisclosedValue.Combine(sum, part.Values[category], (a, b) => a + b));

    /// <summary>What is drawn for a part: its value, or its share of the bar. A bar that adds up to zero has no shares.</summary>
    internal DisclosedValue Drawn(ChartSeries part, int category) => AsShare
        ? DisclosedValue.Combine(part.Values[category], Total(category), (value, total) => total > 0 ? value / total : double.NaN)
        : part.Values[category];

    /// <summary>How what is drawn is written.</summary>
    internal ColumnFormat DrawnFormat => AsShare ? ColumnFormat.Percent : ValueFormat;

    /// <summary>The colours of the parts.</summary>
    internal IReadOnlyList<string> Colours => Highlight is { } name
        ? [.. Parts.Select(part => part.Name == name ? Palette.Series[0] : ChartStyle.Muted)]
        : Ordered ? Palette.Ordered(Parts.Count) : Palette.Series;

    /// <inheritdoc/>
    public override ResultTable ToTable()
    {
        var columns = Parts.Select(part => new TableColumn(part.Name, ValueFormat));
        if (AsShare) columns = [.. columns, .. Parts.Select(part => new TableColumn($"{part.Name}, share", ColumnFormat.Percent))];
        return Table([new(YTitle.Or("Category")), .. columns], [.. Categories.Select((_, c) => Row(c))]);
    }

    private TableCell[] Row(int c) =>
    [
        Categories[c],
        .. Parts.Select(part => (TableCell)part.Values[c]),
        .. AsShare ? Parts.Select(part => (TableCell)Drawn(part, c)) : [],
    ];

    internal override double Draw(SvgCanvas canvas, double top) => StackedBarDrawing.Draw(this, canvas, top);

    internal override void Plot(PlotlyFigure figure) => StackedBarPlot.Add(this, figure);

    private protected override string Describe() => ChartWords.Join(
        $"Stacked bar chart of {ChartWords.Count(Categories.Count, "category", "categories")}, each {(AsShare ? "divided to 100%" : "made up")} of {string.Join(", ", Parts.Select(part => part.Name))}.",
        XTitle is null ? null : $"Values: {XTitle}.",
        ChartWords.Extremes([.. Parts.SelectMany(part => Categories.Select((name, c) => ($"{part.Name} in {name}", Drawn(part, c))))],
            new TableColumn("", DrawnFormat).Print));
}
