using System.Globalization;
using Phm.Charting.Drawing;
using Phm.Charting.Plotly;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>
/// Points over two numeric scales, some of them highlighted and named, with lines to compare them with. With control limits as
/// lines it is a funnel plot. A point with one coordinate shown is marked along the edge; one with none stands only in the table.
/// </summary>
public sealed record ScatterChart : Chart
{
    private const int MostPoints = 5000;
    private const int MostLines = 7;

    /// <summary>A scatter chart.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="points">The points, 1 to 5000.</param>
    /// <exception cref="ArgumentException">There are no points or too many.</exception>
    public ScatterChart(string title, IEnumerable<ScatterPoint> points) : base(title)
    {
        ArgumentNullException.ThrowIfNull(points);
        Points = [.. points.Select(point => point with { Name = ChartText.Optional(point.Name) is null ? null : ChartText.Label(point.Name) })];
        ChartGuard.Bounded(Points.Count, MostPoints, "points", nameof(points));
        ChartGuard.Values(Points.SelectMany(point => new[] { point.X, point.Y }), nameof(points));
    }

    /// <summary>The points.</summary>
    public IReadOnlyList<ScatterPoint> Points { get; }

    /// <summary>The names of the points in colour and named while the others are grey; empty colours all and names none.</summary>
    /// <exception cref="ArgumentException">No point has one of these names.</exception>
    public IReadOnlyList<string> Highlight
    {
        get;
        init => field = [.. value.Select(name => ChartGuard.Named(name, Points.Select(point => point.Name ?? ""), "highlight")).OfType<string>()];
    } = [];

    /// <summary>Lines to compare with, at most 7.</summary>
    public IReadOnlyList<ReferenceLine> Lines
    {
        get;
        init
        {
            if (value.Count > MostLines) ChartGuard.Bounded(value.Count, MostLines, "lines", "lines");
            field = [.. value];
        }
    } = [];

    /// <summary>How the horizontal scale is written; null chooses from the data.</summary>
    public ColumnFormat? XFormat { get; init; }

    internal override IEnumerable<DisclosedValue> Values => Points.Select(point => point.Y);

    internal override IEnumerable<DisclosedValue> DrawnValues => Points.SelectMany(point => new[] { point.X, point.Y });

    internal ColumnFormat HorizontalFormat => XFormat ?? ValueFormats.Choose(Points.Select(point => point.X));

    internal bool IsHighlighted(ScatterPoint point) => point.Name is { } name && Highlight.Contains(name);

    /// <inheritdoc/>
    public override ResultTable ToTable()
    {
        TableColumn[] columns = [new("Point"), new(XTitle.Or("X"), HorizontalFormat), new(YTitle.Or("Y"), ValueFormat)];
        return Table(columns, [.. Points.Select((point, k) => new TableCell[]
            { point.Name ?? (k + 1).ToString(CultureInfo.InvariantCulture), point.X, point.Y })]);
    }

    internal override double Draw(SvgCanvas canvas, double top) => new ScatterDrawing(this, canvas).Draw(top);

    internal override void Plot(PlotlyFigure figure) => ScatterPlot.Add(this, figure);

    private protected override string Describe() => ChartWords.Join(
    [
        $"Scatter chart of {ChartWords.Count(Points.Count, "point", "points")}{(XTitle is not null && YTitle is not null ? $": {YTitle} by {XTitle}" : "")}.",
        Lines.Count == 0 ? null : $"Lines: {string.Join(", ", Lines.Select(line => line.Label))}.",
        .. Points.Where(point => point.IsShown && IsHighlighted(point)).Take(10).Select(point => $"{point.Name}: {PrintX(point.X)}, {Print(point.Y)}."),
        .. ChartWords.Unshown([.. Points.Select(point => DisclosedValue.Combine(point.X, point.Y, (x, _) => x))])
    ]);

    internal string PrintX(DisclosedValue value) => new TableColumn("", HorizontalFormat).Print(value);
}
