using Phm.Charting.Drawing;
using Phm.Charting.Plotly;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>A grid of values, each cell the darker the higher its value, such as spend per head by age and condition.</summary>
public sealed record HeatmapChart : Chart
{
    private const int MostRows = 100;
    private const int MostColumns = 40;

    /// <summary>A heat map.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="rows">The names of the rows from top to bottom, 1 to 100.</param>
    /// <param name="columns">The names of the columns from left to right, 1 to 40.</param>
    /// <param name="values">The values, one list for each row with one value for each column.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, or lengths differ.</exception>
    public HeatmapChart(string title, IEnumerable<string> rows, IEnumerable<string> columns, IEnumerable<IEnumerable<DisclosedValue>> values) : base(title)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(values);
        Rows = ChartText.Labels(rows);
        Columns = ChartText.Labels(columns);
        Cells = [.. values.Select(row => (IReadOnlyList<DisclosedValue>)ChartGuard.Values(row, nameof(values)))];
        ChartGuard.Bounded(Rows.Count, MostRows, "rows", nameof(rows));
        ChartGuard.Bounded(Columns.Count, MostColumns, "columns", nameof(columns));
        ChartGuard.SameLength(Cells.Count, Rows.Count, "lists of values for the rows", nameof(values));
        foreach (var row in Cells) ChartGuard.SameLength(row.Count, Columns.Count, "values in a row for the columns", nameof(values));
    }

    /// <summary>The names of the rows from top to bottom.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>The names of the columns from left to right.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The values by row and column.</summary>
    public IReadOnlyList<IReadOnlyList<DisclosedValue>> Cells { get; }

    /// <summary>What a cell measures, with its unit, written beside the colour key.</summary>
    public string? ValueTitle { get; init => field = ChartText.Optional(value); }

    internal override IEnumerable<DisclosedValue> Values => Cells.SelectMany(row => row);

    /// <summary>The lowest and highest value shown, or null where none is.</summary>
    internal (double Low, double High)? Range
    {
        get
        {
            var shown = Values.Where(value => value.IsShown).Select(value => value.Value).ToList();
            return shown.Count == 0 ? null : (shown.Min(), shown.Max());
        }
    }

    /// <inheritdoc/>
    public override ResultTable ToTable() => Table(
        [new(YTitle.Or("")), .. Columns.Select(column => new TableColumn(column, ValueFormat))],
        [.. Rows.Select((name, r) => (TableCell[])[name, .. Cells[r].Select(cell => (TableCell)cell)])]);

    internal override double Draw(SvgCanvas canvas, double top) => new HeatmapDrawing(this, canvas).Draw(top);

    internal override void Plot(PlotlyFigure figure) => HeatmapPlot.Add(this, figure);

    private protected override string Describe() => ChartWords.Join(
        $"Heat map of {ChartWords.Count(Rows.Count, "row", "rows")} by {ChartWords.Count(Columns.Count, "column", "columns")}.",
        ValueTitle is null ? null : $"Values: {ValueTitle}.",
        ChartWords.Extremes([.. Rows.SelectMany((row, r) => Columns.Select((column, c) => ($"{row}, {column}", Cells[r][c])))], Print));
}
