using System.Numerics;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <content>Lines, points and grids.</content>
public abstract partial record Chart
{
    /// <summary>A line chart over named positions, such as months or financial years.</summary>
    /// <param name="title">What the chart shows, with population and period.</param>
    /// <param name="x">The positions from left to right, 1 to 5000.</param>
    /// <param name="series">1 to 60 series with one value for each position, each with a ribbon where it has intervals.</param>
    /// <param name="xTitle">The title of the horizontal axis.</param>
    /// <param name="value">The title of the value axis, with its unit.</param>
    /// <param name="format">How values are written; null chooses from the data.</param>
    /// <param name="highlight">The series in colour while the others are grey; needed beyond 7 series.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, or lengths differ.</exception>
    public static LineChart Line(
        string title, IEnumerable<string> x, IEnumerable<ChartSeries> series, string? xTitle = null, string? value = null, ColumnFormat? format = null, string? highlight = null) =>
        new(title, x, series, highlight) { XTitle = xTitle, YTitle = value, Format = format };

    /// <summary>A line chart over numbers, such as years or age, which must rise.</summary>
    /// <inheritdoc cref="Line(string, IEnumerable{string}, IEnumerable{ChartSeries}, string?, string?, ColumnFormat?, string?)"/>
    public static LineChart Line<T>(
        string title, IEnumerable<T> x, IEnumerable<ChartSeries> series, string? xTitle = null, string? value = null, ColumnFormat? format = null, string? highlight = null)
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(x);
        return new(title, x.Select(double.CreateChecked), series, highlight) { XTitle = xTitle, YTitle = value, Format = format };
    }

    /// <summary>A heat map of values that have passed disclosure control.</summary>
    /// <param name="title">What the chart shows, with population and period.</param>
    /// <param name="rows">The names of the rows from top to bottom, 1 to 100.</param>
    /// <param name="columns">The names of the columns from left to right, 1 to 40.</param>
    /// <param name="values">The values, one list for each row with one value for each column.</param>
    /// <param name="rowTitle">What the rows are.</param>
    /// <param name="columnTitle">What the columns are.</param>
    /// <param name="value">What a cell measures, with its unit.</param>
    /// <param name="format">How values are written; null chooses from the data.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, or lengths differ.</exception>
    public static HeatmapChart Heatmap(
        string title, IEnumerable<string> rows, IEnumerable<string> columns, IEnumerable<IEnumerable<DisclosedValue>> values,
        string? rowTitle = null, string? columnTitle = null, string? value = null, ColumnFormat? format = null) =>
        new(title, rows, columns, values) { YTitle = rowTitle, XTitle = columnTitle, ValueTitle = value, Format = format };

    /// <summary>A heat map of numbers that need no disclosure control; one that is not finite counts as missing.</summary>
    /// <inheritdoc cref="Heatmap(string, IEnumerable{string}, IEnumerable{string}, IEnumerable{IEnumerable{DisclosedValue}}, string?, string?, string?, ColumnFormat?)"/>
    public static HeatmapChart Heatmap<T>(
        string title, IEnumerable<string> rows, IEnumerable<string> columns, IEnumerable<IEnumerable<T>> values,
        string? rowTitle = null, string? columnTitle = null, string? value = null, ColumnFormat? format = null)
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        return Heatmap(title, rows, columns, values.Select(row => ChartGuard.Shown(row, nameof(values))), rowTitle, columnTitle, value, format);
    }

    /// <summary>A heat map of a matrix, rows first, of values that have passed disclosure control.</summary>
    /// <inheritdoc cref="Heatmap(string, IEnumerable{string}, IEnumerable{string}, IEnumerable{IEnumerable{DisclosedValue}}, string?, string?, string?, ColumnFormat?)"/>
    public static HeatmapChart Heatmap(
        string title, IEnumerable<string> rows, IEnumerable<string> columns, DisclosedValue[,] values,
        string? rowTitle = null, string? columnTitle = null, string? value = null, ColumnFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var lists = Enumerable.Range(0, values.GetLength(0)).Select(r => Enumerable.Range(0, values.GetLength(1)).Select(c => values[r, c]));
        return Heatmap(title, rows, columns, lists, rowTitle, columnTitle, value, format);
    }

    /// <summary>A heat map of a matrix, rows first, of numbers that need no disclosure control.</summary>
    /// <inheritdoc cref="Heatmap(string, IEnumerable{string}, IEnumerable{string}, IEnumerable{IEnumerable{DisclosedValue}}, string?, string?, string?, ColumnFormat?)"/>
    public static HeatmapChart Heatmap<T>(
        string title, IEnumerable<string> rows, IEnumerable<string> columns, T[,] values,
        string? rowTitle = null, string? columnTitle = null, string? value = null, ColumnFormat? format = null)
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        var lists = Enumerable.Range(0, values.GetLength(0)).Select(r => Enumerable.Range(0, values.GetLength(1)).Select(c => values[r, c]));
        return Heatmap(title, rows, columns, lists, rowTitle, columnTitle, value, format);
    }

    /// <summary>A scatter chart.</summary>
    /// <param name="title">What the chart shows, with population and period.</param>
    /// <param name="points">The points, 1 to 5000: practices, localities, areas; never people.</param>
    /// <param name="xTitle">The title of the horizontal axis, with its unit.</param>
    /// <param name="yTitle">The title of the vertical axis, with its unit.</param>
    /// <param name="format">How vertical values are written; null chooses from the data.</param>
    /// <param name="highlight">The names of the points in colour and named while the others are grey.</param>
    /// <param name="lines">Lines to compare with, at most 7.</param>
    /// <exception cref="ArgumentException">There are no points or too many, or a highlighted name is not among them.</exception>
    public static ScatterChart Scatter(
        string title, IEnumerable<ScatterPoint> points, string? xTitle = null, string? yTitle = null, ColumnFormat? format = null,
        IEnumerable<string>? highlight = null, IEnumerable<ReferenceLine>? lines = null) =>
        new(title, points) { XTitle = xTitle, YTitle = yTitle, Format = format, Highlight = [.. highlight ?? []], Lines = [.. lines ?? []] };
}
