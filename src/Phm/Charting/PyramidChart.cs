using Phm.Charting.Drawing;
using Phm.Charting.Plotly;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>
/// A population by age and sex: the youngest at the bottom, one sex on each side, optionally over the outline of another
/// population. To compare populations of different size, give shares rather than counts.
/// </summary>
public sealed record PyramidChart : Chart
{
    private const int MostBands = 110;

    /// <summary>A population pyramid.</summary>
    /// <param name="title">What the chart shows.</param>
    /// <param name="ages">The age bands, youngest first, 1 to 110.</param>
    /// <param name="left">The sex on the left, with one value of zero or more for each age band.</param>
    /// <param name="right">The sex on the right, likewise.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, lengths differ, or a value is negative.</exception>
    public PyramidChart(string title, IEnumerable<string> ages, ChartSeries left, ChartSeries right) : base(title)
    {
        ArgumentNullException.ThrowIfNull(ages);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        Ages = ChartText.Labels(ages);
        (Left, Right) = (left, right);
        ChartGuard.Bounded(Ages.Count, MostBands, "age bands", nameof(ages));
        ChartGuard.SameLength(left.Values.Count, Ages.Count, "values for the age bands", nameof(left));
        ChartGuard.SameLength(right.Values.Count, Ages.Count, "values for the age bands", nameof(right));
        ChartGuard.NotNegative(left.Values, nameof(left));
        ChartGuard.NotNegative(right.Values, nameof(right));
    }

    /// <summary>The age bands, youngest first.</summary>
    public IReadOnlyList<string> Ages { get; }

    /// <summary>The sex on the left.</summary>
    public ChartSeries Left { get; }

    /// <summary>The sex on the right.</summary>
    public ChartSeries Right { get; }

    /// <summary>The population to compare with.</summary>
    /// <exception cref="ArgumentException">Its values do not match the age bands in number.</exception>
    public PyramidOutline? Outline
    {
        get;
        init
        {
            if (value is not null)
            {
                ChartGuard.SameLength(value.Left.Count, Ages.Count, "values of the outline for the age bands", "outline");
                ChartGuard.SameLength(value.Right.Count, Ages.Count, "values of the outline for the age bands", "outline");
            }
            field = value;
        }
    }

    internal override IEnumerable<DisclosedValue> Values => Left.Values.Concat(Right.Values);

    /// <inheritdoc/>
    public override ResultTable ToTable()
    {
        var columns = new List<TableColumn> { new(YTitle.Or("Age")), new(Left.Name, ValueFormat), new(Right.Name, ValueFormat) };
        if (Outline is { } other) columns.AddRange([new($"{other.Name}, {Left.Name}", ValueFormat), new($"{other.Name}, {Right.Name}", ValueFormat)]);
        return Table(columns, [.. Ages.Select((_, k) => Row(k))]);
    }

    private TableCell[] Row(int k) =>
        Outline is { } other ? [Ages[k], Left.Values[k], Right.Values[k], other.Left[k], other.Right[k]] : [Ages[k], Left.Values[k], Right.Values[k]];

    internal override double Draw(SvgCanvas canvas, double top) => new PyramidDrawing(this, canvas).Draw(top);

    internal override void Plot(PlotlyFigure figure) => PyramidPlot.Add(this, figure);

    private protected override string Describe() => ChartWords.Join(
        $"Population pyramid of {ChartWords.Count(Ages.Count, "age band", "age bands")}: {Left.Name} on the left, {Right.Name} on the right{(Outline is { } other ? $", with the outline of {other.Name}" : "")}.",
        XTitle is null ? null : $"Values: {XTitle}.",
        ChartWords.Extremes([.. new[] { Left, Right }.SelectMany(side => Ages.Select((age, k) => ($"{side.Name} {age}", side.Values[k])))], Print));
}
