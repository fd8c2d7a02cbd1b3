using Phm.Disclosure;

namespace Phm.Charting;

/// <summary>A category and its value, with the interval of the value where one is known.</summary>
/// <param name="Category">The name of the category.</param>
/// <param name="Value">The value, as it may be shown.</param>
/// <param name="Low">The lower bound of the interval; missing where there is none.</param>
/// <param name="High">The upper bound of the interval; missing where there is none.</param>
public readonly record struct Bar(string Category, DisclosedValue Value, DisclosedValue Low = default, DisclosedValue High = default)
{
    /// <summary>Whether value and both bounds are shown, so that the interval can be drawn.</summary>
    internal bool HasInterval => Value.IsShown && Low.IsShown && High.IsShown;
}
