using System.Numerics;
using System.Runtime.CompilerServices;
using Phm.Disclosure;

namespace Phm.Charting;

/// <summary>What a chart accepts, and the sentences in which it says no.</summary>
internal static class ChartGuard
{
    /// <summary>Beyond this a number on an axis has lost its meaning as well as its last digits.</summary>
    public const double Largest = 1e15;

    /// <summary>A copy of the values, each no larger than can be drawn.</summary>
    public static DisclosedValue[] Values(IEnumerable<DisclosedValue> values, [CallerArgumentExpression(nameof(values))] string parameter = "")
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        var copy = values.ToArray();
        foreach (var value in copy) Drawable(value, parameter);
        return copy;
    }

    /// <summary>A value no larger than can be drawn.</summary>
    public static DisclosedValue Drawable(DisclosedValue value, [CallerArgumentExpression(nameof(value))] string parameter = "") =>
        value.IsShown && Math.Abs(value.Value) > Largest
            ? throw new ArgumentException("A value is beyond 1e15 in size, which no axis can show; give it in a larger unit.", parameter)
            : value;

    /// <summary>Finite numbers, each no larger than can be drawn.</summary>
    public static double[] Numbers(IEnumerable<double> values, [CallerArgumentExpression(nameof(values))] string parameter = "")
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        var copy = values.ToArray();
        return Array.TrueForAll(copy, value => double.IsFinite(value) && Math.Abs(value) <= Largest)
            ? copy
            : throw new ArgumentException("Positions must be finite numbers below 1e15 in size.", parameter);
    }

    /// <summary>Numbers that need no disclosure control; one that is not finite counts as missing.</summary>
    public static IEnumerable<DisclosedValue> Shown<T>(IEnumerable<T> values, [CallerArgumentExpression(nameof(values))] string parameter = "")
        where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        return values.Select(value => DisclosedValue.Of(double.CreateChecked(value)));
    }

    /// <summary>Stops where there is nothing to draw or more than a reader can take in.</summary>
    public static void Bounded(int count, int most, string what, string parameter)
    {
        if (count == 0) throw new ArgumentException($"There are no {what} to draw.", parameter);
        if (count > most)
            throw new ArgumentException($"{count} {what} are more than a reader can take in; the chart holds at most {most}. Group them, choose the ones that matter, or show a table.", parameter);
    }

    /// <summary>Stops where two lists that belong together differ in length.</summary>
    public static void SameLength(int found, int expected, string what, string parameter)
    {
        if (found != expected) throw new ArgumentException($"Expected {expected} {what}, one for each, but found {found}.", parameter);
    }

    /// <summary>Stops at a negative number where length means quantity.</summary>
    public static void NotNegative(IEnumerable<DisclosedValue> values, string parameter)
    {
        if (values.Any(value => value.IsShown && value.Value < 0))
            throw new ArgumentException("A negative value has no place in parts of a whole or in counts.", parameter);
    }

    /// <summary>Stops where the bounds of an interval are the wrong way round.</summary>
    public static void Interval(DisclosedValue low, DisclosedValue high, string name, string parameter)
    {
        if (low.IsShown && high.IsShown && low.Value > high.Value)
            throw new ArgumentException($"The interval of \"{name}\" has its lower bound above its upper bound.", parameter);
    }

    /// <summary>Stops where numbers do not rise from left to right.</summary>
    public static void Rising(IReadOnlyList<double> values, string parameter)
    {
        for (var k = 1; k < values.Count; k++)
        {
            if (!(values[k] > values[k - 1]))
                throw new ArgumentException($"Positions must rise from left to right, but number {k + 1} does not lie beyond number {k}.", parameter);
        }
    }

    /// <summary>A name that is one of those in the chart, or null.</summary>
    public static string? Named(string? name, IEnumerable<string> names, string parameter)
    {
        if (name is null) return null;
        var label = ChartText.Label(name);
        return names.Contains(label, StringComparer.Ordinal)
            ? label
            : throw new ArgumentException($"Nothing in the chart is called \"{label}\".", parameter);
    }
}
