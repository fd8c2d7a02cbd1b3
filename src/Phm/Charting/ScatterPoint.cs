using Phm.Disclosure;

namespace Phm.Charting;

/// <summary>A point of a scatter chart, such as a practice or a locality; never a person.</summary>
/// <param name="X">Where it lies on the horizontal scale.</param>
/// <param name="Y">Where it lies on the vertical scale.</param>
/// <param name="Name">What it is called; written in the chart only where it is highlighted.</param>
public readonly record struct ScatterPoint(DisclosedValue X, DisclosedValue Y, string? Name = null)
{
    /// <summary>A point of numbers that need no disclosure control.</summary>
    public ScatterPoint(double x, double y, string? name = null) : this(DisclosedValue.Of(x), DisclosedValue.Of(y), name)
    {
    }

    /// <summary>Whether both coordinates are shown.</summary>
    internal bool IsShown => X.IsShown && Y.IsShown;
}
