using Phm.Disclosure;

namespace Phm.Charting;

/// <summary>A population that a pyramid is compared with, drawn as an outline over the bars.</summary>
public sealed record PyramidOutline
{
    /// <summary>An outline of values that have passed disclosure control.</summary>
    /// <param name="name">The population, such as the system to which a locality belongs.</param>
    /// <param name="left">One value of zero or more for each age band on the left.</param>
    /// <param name="right">One value of zero or more for each age band on the right.</param>
    public PyramidOutline(string name, IEnumerable<DisclosedValue> left, IEnumerable<DisclosedValue> right)
    {
        Name = ChartText.Label(name);
        Left = ChartGuard.Values(left);
        Right = ChartGuard.Values(right);
        ChartGuard.NotNegative(Left, nameof(left));
        ChartGuard.NotNegative(Right, nameof(right));
    }

    /// <summary>An outline of numbers that need no disclosure control.</summary>
    /// <inheritdoc cref="PyramidOutline(string, IEnumerable{DisclosedValue}, IEnumerable{DisclosedValue})"/>
    public PyramidOutline(string name, IEnumerable<double> left, IEnumerable<double> right)
        : this(name, ChartGuard.Shown(left), ChartGuard.Shown(right))
    {
    }

    /// <summary>The population.</summary>
    public string Name { get; }

    /// <summary>The values on the left, youngest band first.</summary>
    public IReadOnlyList<DisclosedValue> Left { get; }

    /// <summary>The values on the right, youngest band first.</summary>
    public IReadOnlyList<DisclosedValue> Right { get; }
}
