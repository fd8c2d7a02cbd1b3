using Phm.Charting.Drawing;
using Phm.Charting.Plotly;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>
/// A forest plot: estimates with their intervals beneath one another, as marks about the line of no association and as numbers to the right. Ratios
/// have a logarithmic axis, on which 0.5 lies as far from 1 as 2. Up to 60 rows, each with up to 3 series, as crude beside adjusted.
/// </summary>
public sealed record ForestChart : Chart
{
    private const int MostRows = 60;
    private const int MostSeries = 3;

    /// <summary>A forest plot.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="rows">The rows from top to bottom, 1 to 60.</param>
    /// <param name="series">The names of the series, 1 to 3; none where there is one that needs no name.</param>
    /// <param name="logarithmic">Whether estimates are ratios, with 1 for no association, instead of differences, with 0.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, a row has not one estimate for each series, or a ratio or its upper limit is not above 0, or its lower limit is below; a lower limit of 0 counts as open.</exception>
    public ForestChart(string title, IEnumerable<ForestRow> rows, IEnumerable<string>? series = null, bool logarithmic = true) : base(title)
    {
        ArgumentNullException.ThrowIfNull(rows);
        (Rows, Series, IsLogarithmic) = ([.. rows.Select(row => logarithmic ? row.OpenAtZero() : row)], ChartText.Labels(series ?? []), logarithmic);
        ChartGuard.Bounded(Rows.Count, MostRows, "rows", nameof(rows));
        ChartGuard.Bounded(SeriesCount, MostSeries, "series", nameof(series));
        foreach (var row in Rows.Where(row => !row.IsReference)) ChartGuard.SameLength(row.Estimates.Count, SeriesCount, "estimates of a row for the series", nameof(rows));
        if (!logarithmic) return;
        if (Values.Any(value => value.IsShown && value.Value <= 0))
            throw new ArgumentException("A ratio is above 0, but an estimate is not: give differences with logarithmic: false.", nameof(rows));
        if (Rows.SelectMany(row => row.Estimates).Any(estimate => estimate.Low is { IsShown: true, Value: < 0 } || estimate.High is { IsShown: true, Value: <= 0 }))
            throw new ArgumentException("The interval of a ratio lies above 0, but a limit does not: make the interval on the logarithm, or give differences with logarithmic: false.", nameof(rows));
    }

    /// <summary>The rows from top to bottom.</summary>
    public IReadOnlyList<ForestRow> Rows { get; }

    /// <summary>The names of the series; empty where there is one without a name.</summary>
    public IReadOnlyList<string> Series { get; }

    /// <summary>Whether estimates are ratios on a logarithmic axis.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>What the estimates are, above their numbers: "Rate ratio".</summary>
    public string Measure { get; init => field = ChartText.Label(value); } = "Estimate";

    /// <summary>What the intervals are, beside it: "95% interval".</summary>
    public string IntervalName { get; init => field = ChartText.Label(value); } = "95% interval";

    /// <summary>1 for ratios, 0 for differences.</summary>
    internal double NoEffect => IsLogarithmic ? 1 : 0;

    internal int SeriesCount => Math.Max(1, Series.Count);

    /// <summary>Whether any estimate has an interval to draw.</summary>
    internal bool HasIntervals => Rows.Any(row => row.Estimates.Any(estimate => estimate.HasInterval));

    internal override IEnumerable<DisclosedValue> Values => Rows.SelectMany(row => row.Estimates).Select(estimate => estimate.Value);

    internal string Heading => HasIntervals ? $"{Measure} ({IntervalName})" : Measure;

    internal string AxisTitle => XTitle ?? (IsLogarithmic ? $"{Measure}, logarithmic scale" : Measure);

    /// <summary>What stands to the right of a reference.</summary>
    internal string ReferenceText => IsLogarithmic ? "1 (reference)" : "0 (reference)";

    /// <summary>The lower bound of an interval without an end below: a ratio has 0.</summary>
    private string OpenLow => IsLogarithmic ? "0" : "-∞";

    /// <summary>An estimate with its interval in words.</summary>
    internal string Print(ForestEstimate estimate) => estimate.Print(Print, OpenLow);

    /// <summary>The colour of a series.</summary>
    internal static string Colour(int series) => Palette.Series[series];

    /// <summary>The name of a series within a sentence.</summary>
    internal string NameOf(int series) => Series.Count == 0 ? Measure : Series[series];

    /// <inheritdoc/>
    public override ResultTable ToTable()
    {
        var isGrouped = Rows.Any(row => row.Group is not null);
        var columns = Enumerable.Range(0, SeriesCount).SelectMany(s => HasIntervals
            ? [new TableColumn(NameOf(s), ValueFormat), new($"{(Series.Count == 0 ? IntervalName : Series[s])}, low", ValueFormat), new($"{(Series.Count == 0 ? IntervalName : Series[s])}, high", ValueFormat)]
            : new TableColumn[] { new(NameOf(s), ValueFormat) });
        TableColumn[] names = isGrouped ? [new("Group"), new(YTitle.Or("Estimate of"))] : [new(YTitle.Or("Estimate of"))];
        return Table([.. names, .. columns], [.. Rows.Select(row => Cells(row, isGrouped))], names.Length) with { IsGrouped = isGrouped };
    }

    private TableCell[] Cells(ForestRow row, bool isGrouped)
    {
        TableCell[] names = isGrouped ? [row.Group ?? "", row.Label] : [row.Label];
        IEnumerable<TableCell> numbers = row.IsReference
            ? Enumerable.Range(0, SeriesCount).SelectMany(_ => HasIntervals ? [ReferenceText, "", ""] : new TableCell[] { ReferenceText })
            : row.Estimates.SelectMany(estimate => HasIntervals ? [estimate.Cell(estimate.Value), estimate.IsOpenLow ? OpenLow : estimate.Cell(estimate.Low), estimate.IsOpenHigh ? "∞" : estimate.Cell(estimate.High)] : new[] { estimate.Cell(estimate.Value) });
        return [.. names, .. numbers];
    }

    internal override double Draw(SvgCanvas canvas, double top) => new ForestDrawing(this, canvas).Draw(top);

    internal override void Plot(PlotlyFigure figure) => ForestPlot.Add(this, figure);

    private protected override string Describe() => ChartWords.Join(
    [
        $"Forest plot of {ChartWords.Count(Rows.Count, "row", "rows")}{(Series.Count > 1 ? $", each with {string.Join(" and ", Series)}" : "")}: {Heading}, with {(IsLogarithmic ? "1" : "0")} for no association.",
        .. Rows.Take(12).Select(row => $"{(row.Group is null ? "" : row.Group + ", ")}{row.Label}: {(row.IsReference ? "reference" : string.Join("; ", row.Estimates.Select(estimate => Print(estimate))))}."),
        .. ChartWords.Unshown([.. Values])
    ]);
}
