using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting;

/// <summary>An estimate with its interval, as it may be shown.</summary>
public readonly record struct ForestEstimate
{
    /// <summary>An estimate that has passed disclosure control.</summary>
    /// <param name="value">The estimate.</param>
    /// <param name="low">The lower bound; missing where there is none.</param>
    /// <param name="high">The upper bound; missing where there is none.</param>
    public ForestEstimate(DisclosedValue value, DisclosedValue low = default, DisclosedValue high = default) => (Value, Low, High) = (value, low, high);

    /// <summary>An estimate that needs no disclosure control. A bound that is infinite is drawn as an arrow.</summary>
    /// <param name="value">The estimate; one that is not finite counts as missing.</param>
    /// <param name="low">The lower bound, perhaps -∞, which stands for 0 where the estimate is a ratio.</param>
    /// <param name="high">The upper bound, perhaps ∞.</param>
    public ForestEstimate(double value, double low, double high) : this(DisclosedValue.Of(value), DisclosedValue.Of(low), DisclosedValue.Of(high)) =>
        (IsOpenLow, IsOpenHigh) = (double.IsNegativeInfinity(low), double.IsPositiveInfinity(high));

    /// <summary>The estimate.</summary>
    public DisclosedValue Value { get; }

    /// <summary>The lower bound; missing where there is none or it is infinite.</summary>
    public DisclosedValue Low { get; private init; }

    /// <summary>The upper bound; missing where there is none or it is infinite.</summary>
    public DisclosedValue High { get; }

    /// <summary>Whether the interval has no end below.</summary>
    public bool IsOpenLow { get; private init; }

    /// <summary>Whether the interval has no end above.</summary>
    public bool IsOpenHigh { get; }

    /// <summary>Whether the estimate and both its bounds, perhaps infinite, can be drawn.</summary>
    internal bool HasInterval => Value.IsShown && (Low.IsShown || IsOpenLow) && (High.IsShown || IsOpenHigh);

    /// <summary>The decimals of its numbers; null where they are those of the chart.</summary>
    internal int? Decimals { get; init; }

    /// <summary>The estimate as a ratio, which has an open interval where its lower bound is 0.</summary>
    internal ForestEstimate OpenAtZero() => Low is { IsShown: true, Value: 0 } ? this with { Low = DisclosedValue.Missing, IsOpenLow = true } : this;

    /// <summary>One of its numbers as a cell.</summary>
    internal TableCell Cell(DisclosedValue number) => Decimals is { } decimals ? TableCell.WithDecimals(number, decimals) : number;

    /// <summary>The estimate with its interval in words: "0.62 (0.55 to 0.70)".</summary>
    /// <param name="print">How a number is written.</param>
    /// <param name="openLow">What is written for a lower bound that has no end.</param>
    internal string Print(Func<DisclosedValue, string> print, string openLow)
    {
        var decimals = Decimals;
        return Write(Value) + (HasInterval ? $" ({(IsOpenLow ? openLow : Write(Low))} to {(IsOpenHigh ? "∞" : Write(High))})" : "");

        string Write(DisclosedValue number) => decimals is { } places && number.IsShown ? NumberText.WithDecimals(number.Value, places) : print(number);
    }
}
