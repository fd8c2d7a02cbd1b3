using Phm.Disclosure;

namespace Phm.Findings;

/// <summary>A figure that an analysis gave, to be set beside the published one.</summary>
public sealed record ReproducedFigure
{
    /// <summary>A figure, with its interval where there is one.</summary>
    /// <param name="id">The id of the published figure.</param>
    /// <param name="value">The reproduced value, in the unit of the published one.</param>
    /// <param name="lower">The lower bound of its interval.</param>
    /// <param name="upper">The upper bound of its interval.</param>
    /// <exception cref="ArgumentException">One bound without the other, or bounds that are no numbers or in the wrong order.</exception>
    public ReproducedFigure(string id, double value, double? lower = null, double? upper = null) : this(id, DisclosedValue.Of(value))
    {
        if (lower is null != upper is null) throw new ArgumentException("An interval has two bounds; give both or neither.", nameof(upper));
        if (lower is { } low && upper is { } high && !(low <= high)) throw new ArgumentException("The lower bound of an interval is not above the upper one, and both are numbers.", nameof(lower));
        (Lower, Upper) = (lower, upper);
    }

    /// <summary>A figure that has passed disclosure control; one that is suppressed or missing has no verdict.</summary>
    /// <param name="id">The id of the published figure.</param>
    /// <param name="value">The reproduced value as it may be shown.</param>
    public ReproducedFigure(string id, DisclosedValue value)
    {
        ArgumentNullException.ThrowIfNull(id);
        (Key, Value) = (id, value);
    }

    /// <summary>The id of the published figure.</summary>
    public string Key { get; }

    /// <summary>The reproduced value as it may be shown; a value that is not a finite number is missing.</summary>
    public DisclosedValue Value { get; }

    /// <summary>The lower bound of its interval, or null.</summary>
    public double? Lower { get; }

    /// <summary>The upper bound of its interval, or null.</summary>
    public double? Upper { get; }

    /// <summary>
    /// How near it must come; by default within the published interval, or within 5% where none was published. A figure that its source does not
    /// say exactly ("about 3") is not compared by default.
    /// </summary>
    public Tolerance? Tolerance { get; init; }
}
