using Phm.Charting.Drawing;
using Phm.Charting.Plotly;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>
/// A distribution as adjoining bars over a numeric scale. It takes counts by bin rather than one number a person, so that small
/// counts meet the disclosure policy before they are drawn. Where bins differ in width, area stands for count.
/// </summary>
public sealed record HistogramChart : Chart
{
    private const int MostBins = 200;

    /// <summary>A histogram.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="edges">The edges of the bins, rising, one more than there are counts.</param>
    /// <param name="counts">The counts of the bins, zero or more, 1 to 200.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, lengths do not match, edges do not rise, or a count is negative.</exception>
    public HistogramChart(string title, IEnumerable<double> edges, IEnumerable<DisclosedValue> counts) : base(title)
    {
        Edges = ChartGuard.Numbers(edges);
        Counts = ChartGuard.Values(counts);
        ChartGuard.Bounded(Counts.Count, MostBins, "bins", nameof(counts));
        ChartGuard.SameLength(Edges.Count, Counts.Count + 1, "edges (one more than there are counts)", nameof(edges));
        ChartGuard.Rising(Edges, nameof(edges));
        ChartGuard.NotNegative(Counts, nameof(counts));
    }

    /// <summary>The edges of the bins.</summary>
    public IReadOnlyList<double> Edges { get; }

    /// <summary>The counts of the bins.</summary>
    public IReadOnlyList<DisclosedValue> Counts { get; }

    /// <summary>How the numeric scale is written.</summary>
    public ColumnFormat XFormat { get; init; } = ColumnFormat.Text;

    /// <summary>A value to compare with, such as the median, drawn as a dashed line across the scale.</summary>
    /// <exception cref="ArgumentException">The line is not at one value.</exception>
    public ReferenceLine? Reference { get; init => field = value?.RequireLevel("reference"); }

    internal override IEnumerable<DisclosedValue> Values => Counts;

    /// <summary>Whether bins differ in width, so that height is count for each unit of the scale.</summary>
    internal bool IsDensity
    {
        get
        {
            var widths = Counts.Select((_, k) => Edges[k + 1] - Edges[k]).ToList();
            return widths.Max() - widths.Min() > widths.Max() * 1e-6;
        }
    }

    /// <summary>The height of a bin.</summary>
    internal DisclosedValue Height(int bin) => IsDensity ? Counts[bin].Map(count => count / (Edges[bin + 1] - Edges[bin])) : Counts[bin];

    /// <summary>How heights are written.</summary>
    internal ColumnFormat HeightFormat => IsDensity ? ValueFormats.Choose(Counts.Select((_, k) => Height(k))) : ValueFormat;

    /// <summary>What height stands for.</summary>
    internal string? HeightTitle => IsDensity ? $"{YTitle.Or("Count")}, for each unit of the scale" : YTitle;

    /// <summary>The stretch of a bin in words.</summary>
    internal string NameOf(int bin) => $"{PrintX(Edges[bin])} to {PrintX(Edges[bin + 1])}";

    private string PrintX(double value) => new TableColumn("", XFormat).Print(DisclosedValue.Of(value));

    /// <inheritdoc/>
    public override ResultTable ToTable() => Table(
        [new($"{XTitle.Or("Value")}, from"), new("to"), new(YTitle.Or("Count"), ValueFormat)],
        [.. Counts.Select((count, k) => new TableCell[] { PrintX(Edges[k]), PrintX(Edges[k + 1]), count })], headings: 2);

    internal override double Draw(SvgCanvas canvas, double top) => HistogramDrawing.Draw(this, canvas, top);

    internal override void Plot(PlotlyFigure figure) => HistogramPlot.Add(this, figure);

    private protected override string Describe() => ChartWords.Join(
        $"Histogram of {ChartWords.Count(Counts.Count, "bin", "bins")} from {PrintX(Edges[0])} to {PrintX(Edges[^1])}.",
        XTitle is null ? null : $"Scale: {XTitle}.",
        Reference is null ? null : $"Dashed line: {Reference.Label}.",
        ChartWords.Extremes([.. Counts.Select((count, k) => (NameOf(k), count))], Print));
}
