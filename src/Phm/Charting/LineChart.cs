using System.Globalization;
using Phm.Charting.Drawing;
using Phm.Charting.Plotly;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>
/// One or several series over time or another ordered scale, each with a ribbon where it has intervals. A value that is not
/// shown breaks the line and is marked beneath it.
/// </summary>
public sealed record LineChart : Chart
{
    private const int MostPositions = 5000;
    private const int MostLines = 60;

    /// <summary>A line chart over numbers, such as years or age.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="x">The positions, rising, 1 to 5000.</param>
    /// <param name="series">1 to 7 series with one value for each position; up to 60 where a highlight leaves only one in colour.</param>
    /// <param name="highlight">The series in colour while the others are grey; null colours all.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, lengths differ, positions do not rise, or no series is called like the highlight.</exception>
    public LineChart(string title, IEnumerable<double> x, IEnumerable<ChartSeries> series, string? highlight = null) : base(title)
    {
        X = ChartGuard.Numbers(x);
        ChartGuard.Rising(X, nameof(x));
        Series = Checked(series, highlight);
        Highlight = highlight;
    }

    /// <summary>A line chart over named positions, such as months or financial years.</summary>
    /// <inheritdoc cref="LineChart(string, IEnumerable{double}, IEnumerable{ChartSeries}, string?)"/>
    public LineChart(string title, IEnumerable<string> x, IEnumerable<ChartSeries> series, string? highlight = null) : base(title)
    {
        ArgumentNullException.ThrowIfNull(x);
        Labels = ChartText.Labels(x);
        X = [.. Enumerable.Range(0, Labels.Count).Select(k => (double)k)];
        Series = Checked(series, highlight);
        Highlight = highlight;
    }

    /// <summary>The positions from left to right; 0, 1, 2… where they are named.</summary>
    public IReadOnlyList<double> X { get; }

    /// <summary>The names of the positions; empty where they are numbers.</summary>
    public IReadOnlyList<string> Labels { get; } = [];

    /// <summary>The series.</summary>
    public IReadOnlyList<ChartSeries> Series { get; }

    /// <summary>How numeric positions are written. By default as they are, so that a year is 2025 and not 2,025.</summary>
    public ColumnFormat XFormat { get; init; } = ColumnFormat.Text;

    /// <summary>Whether the vertical axis begins at zero. Null begins there unless that would flatten the lines.</summary>
    public bool? FromZero { get; init; }

    /// <summary>The lowest value that is drawn: a line ends where it falls below. The table has all values. Null draws all.</summary>
    public double? Floor { get; init => field = value is { } floor ? ChartGuard.Numbers([floor], "floor")[0] : null; }

    /// <summary>Whether a value is shown and not below what is drawn.</summary>
    internal bool IsDrawn(DisclosedValue value) => value.IsShown && !(value.Value < Floor);

    /// <summary>Whether a value holds until the next position, as survival does, instead of changing evenly on the way there.</summary>
    public bool IsStepped { get; init; }

    /// <summary>The series in colour while the others are grey; null colours all.</summary>
    /// <exception cref="ArgumentException">No series has this name, or there are more than 7 and null would colour them all.</exception>
    public string? Highlight
    {
        get;
        init
        {
            if (value is null) ChartGuard.Bounded(Series.Count, Palette.Series.Count, "series in colour (set highlight to show one among many)", "highlight");
            field = ChartGuard.Named(value, Series.Select(line => line.Name), "highlight");
        }
    }

    internal override IEnumerable<DisclosedValue> Values => Series.SelectMany(line => line.Values);

    /// <summary>The colour of a series.</summary>
    internal string Colour(int index) => Highlight is null ? Palette.Series[index % Palette.Series.Count]
        : Series[index].Name == Highlight ? Palette.Series[0] : ChartStyle.Muted;

    /// <summary>The name of a position.</summary>
    internal string NameOf(int position) => Labels.Count > 0 ? Labels[position] : new TableColumn("", XFormat).Print(DisclosedValue.Of(X[position]));

    /// <inheritdoc/>
    public override ResultTable ToTable()
    {
        var columns = Series.SelectMany(line => line.Low.Count == 0
            ? [new TableColumn(line.Name, ValueFormat)]
            : new[] { new TableColumn(line.Name, ValueFormat), new($"{line.Name}, low", ValueFormat), new($"{line.Name}, high", ValueFormat) });
        return Table([new(XTitle.Or("Position")), .. columns], [.. X.Select((_, k) => Row(k))]);
    }

    private TableCell[] Row(int k) =>
    [
        NameOf(k),
        .. Series.SelectMany(line => line.Low.Count == 0 ? [line.Values[k]] : new TableCell[] { line.Values[k], line.Low[k], line.High[k] }),
    ];

    private ChartSeries[] Checked(IEnumerable<ChartSeries> series, string? highlight)
    {
        ArgumentNullException.ThrowIfNull(series);
        ChartSeries[] copy = [.. series];
        ChartGuard.Bounded(X.Count, MostPositions, "positions", "x");
        ChartGuard.Bounded(copy.Length, highlight is null ? Palette.Series.Count : MostLines, highlight is null ? "series (without a highlight)" : "series", nameof(series));
        foreach (var line in copy) ChartGuard.SameLength(line.Values.Count, X.Count, "values of a series for the positions", nameof(series));
        return copy;
    }

    internal override double Draw(SvgCanvas canvas, double top) => new LineDrawing(this, canvas).Draw(top);

    internal override void Plot(PlotlyFigure figure) => LinePlot.Add(this, figure);

    private protected override string Describe() => ChartWords.Join(
    [
        $"Line chart of {ChartWords.Count(Series.Count, "series", "series")} over {ChartWords.Count(X.Count, "position", "positions")}, {NameOf(0)} to {NameOf(X.Count - 1)}.",
        YTitle is null ? null : $"Values: {YTitle}.",
        .. Series.Take(Palette.Series.Count).Select(EndPoints),
        .. ChartWords.Unshown([.. Values])
    ]);

    private string? EndPoints(ChartSeries line)
    {
        var shown = Enumerable.Range(0, X.Count).Where(k => line.Values[k].IsShown).ToList();
        return shown.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"{line.Name}: {Print(line.Values[shown[0]])} at {NameOf(shown[0])}, {Print(line.Values[shown[^1]])} at {NameOf(shown[^1])}.");
    }
}
