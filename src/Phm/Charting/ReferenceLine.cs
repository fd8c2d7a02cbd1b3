namespace Phm.Charting;

/// <summary>
/// A named line that data are compared with: an average, a line of equality, or a control limit of a funnel plot. Drawn dashed and
/// labelled where it ends.
/// </summary>
public sealed record ReferenceLine
{
    private ReferenceLine(string label) => Label = ChartText.Label(label);

    /// <summary>What the line stands for.</summary>
    public string Label { get; }

    /// <summary>The value at zero of a straight line.</summary>
    public double Intercept { get; private init; }

    /// <summary>The rise of a straight line for each unit.</summary>
    public double Slope { get; private init; }

    /// <summary>The points of a curve from left to right; empty for a straight line.</summary>
    public IReadOnlyList<(double X, double Y)> Points { get; private init; } = [];

    /// <summary>A line at one value, such as an average.</summary>
    public static ReferenceLine At(double value, string label) => Straight(value, 0, label);

    /// <summary>A straight line <c>intercept + slope · x</c>, such as a fitted regression or the line of equality (0, 1).</summary>
    public static ReferenceLine Straight(double intercept, double slope, string label)
    {
        ChartGuard.Numbers([intercept, slope], nameof(intercept));
        return new(label) { Intercept = intercept, Slope = slope };
    }

    /// <summary>A curve through points, such as a control limit by sample size.</summary>
    /// <exception cref="ArgumentException">There are fewer than two points, or they do not run from left to right.</exception>
    public static ReferenceLine Curve(IEnumerable<(double X, double Y)> points, string label)
    {
        ArgumentNullException.ThrowIfNull(points);
        (double X, double Y)[] copy = [.. points];
        ChartGuard.Numbers(copy.SelectMany(point => new[] { point.X, point.Y }), nameof(points));
        if (copy.Length is < 2 or > 2000) throw new ArgumentException($"A curve needs 2 to 2000 points but has {copy.Length}.", nameof(points));
        ChartGuard.Rising([.. copy.Select(point => point.X)], nameof(points));
        return new(label) { Points = copy };
    }

    /// <summary>Whether the line is at one value throughout.</summary>
    internal bool IsLevel => Points.Count == 0 && Slope == 0;

    internal ReferenceLine RequireLevel(string parameter) => IsLevel ? this
        : throw new ArgumentException("Only a line at one value can be drawn across bars; use ReferenceLine.At.", parameter);
}
