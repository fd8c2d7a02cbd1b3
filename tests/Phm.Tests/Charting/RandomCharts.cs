using Phm.Charting;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Tests.Charting;

/// <summary>Charts of every kind from a seed: few and many marks, tiny and huge numbers, labels short, endless, foreign and hostile.</summary>
internal sealed class RandomCharts(int seed)
{
    private static readonly string[] Words =
        ["Kent", "Medway", "Ashford,", "Primary", "Care", "Network", "and", "of", "the", "Chronic", "obstructive", "pulmonary", "disease", "<script>alert('x')</script>",
         "\"quoted\"", "&amp;", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "健康管理", "Ζωή", "😀", "a\u0000b\u001b", "WWWWWWWW", "65", "£", "\u202Etxet", "a\ud800b"];

    private static readonly double[] Magnitudes = [1e-6, 0.01, 1, 10, 1000, 1e6, 1e12];

    private readonly Random _random = new(seed);

    public Chart Next() => _random.Next(8) switch
    {
        0 => Dress(Chart.Bar(Label(12), Enumerable.Range(0, Count(40)).Select(_ => Bar()), category: Maybe(Label(3))) with { Reference = _random.Next(2) == 0 ? ReferenceLine.At(Number(), Label(5)) : null }),
        1 => Dress(Stacked()),
        2 => Dress(Line()),
        3 => Dress(Heatmap()),
        4 => Dress(Pyramid()),
        5 => Dress(Histogram()),
        6 => Dress(Forest()),
        _ => Dress(Scatter()),
    };

    private double Magnitude { get; } = Magnitudes[new Random(seed + 1).Next(Magnitudes.Length)];

    private ColumnFormat? Format { get; } = new Random(seed + 2).Next(4) switch { 0 => null, 1 => ColumnFormat.Percent, 2 => ColumnFormat.Pounds, _ => ColumnFormat.Decimal2 };

    private T Dress<T>(T chart) where T : Chart => chart with
    {
        Subtitle = Maybe(Label(20)),
        XTitle = Maybe(Label(12)),
        YTitle = Maybe(Label(12)),
        Note = Maybe(Label(80)),
        Source = Maybe(Label(10)),
        Format = Format,
    };

    private Bar Bar()
    {
        var value = Value(negative: true);
        return value.IsShown && _random.Next(2) == 0
            ? new(Label(8), value, value.Map(v => v - Math.Abs(Number())), value.Map(v => v + Math.Abs(Number())))
            : new(Label(8), value);
    }

    private StackedBarChart Stacked()
    {
        var categories = Labels(Count(25));
        return Chart.StackedBar(Label(10), categories, Enumerable.Range(0, _random.Next(1, 8)).Select(_ => Series(categories.Count)), asShare: _random.Next(2) == 0, ordered: _random.Next(2) == 0);
    }

    private LineChart Line()
    {
        var count = Count(60);
        var series = Enumerable.Range(0, _random.Next(1, 8)).Select(_ => Series(count)).ToList();
        return _random.Next(2) == 0
            ? Chart.Line(Label(10), Labels(count), series)
            : Chart.Line(Label(10), Enumerable.Range(0, count).Select(k => (k * Magnitude) + 2000), series);
    }

    private HeatmapChart Heatmap()
    {
        var (rows, columns) = (Count(30), Count(40));
        return Chart.Heatmap(Label(10), Labels(rows), Labels(columns), Enumerable.Range(0, rows).Select(_ => Values(columns, negative: true)), value: Maybe(Label(6)));
    }

    private PyramidChart Pyramid()
    {
        var ages = Labels(Count(25));
        var outline = _random.Next(2) == 0 ? null : new PyramidOutline(Label(6), Values(ages.Count), Values(ages.Count));
        return Chart.Pyramid(Label(10), ages, Series(ages.Count), Series(ages.Count), outline);
    }

    private HistogramChart Histogram()
    {
        var count = Count(60);
        var edge = Number();
        var uneven = _random.Next(3) == 0;
        var edges = Enumerable.Range(0, count + 1).Select(_ => edge += Magnitude * (uneven ? 0.2 + _random.NextDouble() : 1)).ToList();
        return Chart.Histogram(Label(10), edges, Values(count)) with { Reference = _random.Next(2) == 0 ? ReferenceLine.At(edges[count / 2], Label(4)) : null };
    }

    private ScatterChart Scatter()
    {
        var points = Enumerable.Range(0, Count(200)).Select(k => new ScatterPoint(Value(negative: true), Value(negative: true), $"{k} {Label(3)}")).ToList();
        return Chart.Scatter(Label(10), points, highlight: points.Take(_random.Next(15)).Select(point => point.Name!),
            lines: Enumerable.Range(0, _random.Next(4)).Select(k => k == 0 ? ReferenceLine.At(Number(), Label(5)) : ReferenceLine.Straight(Number(), _random.NextDouble() - 0.5, Label(5))));
    }

    private ForestChart Forest()
    {
        var (ratios, series) = (_random.Next(2) == 0, _random.Next(1, 4));
        var rows = Enumerable.Range(0, Count(30)).Select(_ => (_random.Next(6) == 0 ? ForestRow.Reference(Label(8)) : new ForestRow(Label(8), Enumerable.Range(0, series).Select(_ => Estimate(ratios)).ToList())) with { Group = Maybe(Label(4)) });
        return Chart.Forest(Label(10), rows, Label(3), series == 1 && _random.Next(2) == 0 ? null : Labels(series), ratios);
    }

    private ForestEstimate Estimate(bool ratio)
    {
        if (_random.Next(8) == 0) return new(_random.Next(2) == 0 ? DisclosedValue.Suppressed : DisclosedValue.Missing);
        var (value, spread) = (Number(), Math.Abs(Number()));
        if (ratio) value = Math.Exp((_random.NextDouble() - 0.5) * Math.Log10(Magnitude));
        return _random.Next(5) switch
        {
            0 => new(DisclosedValue.Of(value)),
            1 => new(value, double.NegativeInfinity, double.PositiveInfinity),
            _ => new(value, ratio ? value / (1 + spread) : value - spread, value + spread),
        };
    }

    private ChartSeries Series(int count)
    {
        var values = Values(count);
        return _random.Next(2) == 0 ? new(Label(5), values) : new(Label(5), values, values.Select(value => value.Map(v => v * 0.8)), values.Select(value => value.Map(v => v * 1.3)));
    }

    private List<DisclosedValue> Values(int count, bool negative = false) => [.. Enumerable.Range(0, count).Select(_ => Value(negative))];

    private DisclosedValue Value(bool negative = false) => _random.Next(8) switch
    {
        0 => DisclosedValue.Suppressed,
        1 => DisclosedValue.Missing,
        2 => DisclosedValue.Of(0),
        _ => DisclosedValue.Of(negative ? Number() : Math.Abs(Number())),
    };

    private double Number() => (_random.NextDouble() - 0.3) * Magnitude;

    private int Count(int most) => _random.Next(4) == 0 ? 1 : _random.Next(1, most + 1);

    private List<string> Labels(int count) => [.. Enumerable.Range(0, count).Select(_ => Label(6))];

    private string Label(int most) => string.Join(' ', Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => Words[_random.Next(Words.Length)]));

    private string? Maybe(string text) => _random.Next(2) == 0 ? text : null;
}
