namespace Phm.Disclosure;

/// <summary>
/// A number as it may leave the room: shown, suppressed because it would tell about few people, or missing because it was
/// never known. The three never compare equal, and none of them turns into another by arithmetic.
/// </summary>
/// <remarks>
/// The marks are those of the UK Government Analysis Function for official statistics
/// ("Using symbols and shorthand in tables"): <c>[c]</c> confidential, <c>[x]</c> not available.
/// </remarks>
public readonly record struct DisclosedValue
{
    /// <summary>What is printed in place of a suppressed number, in tables, charts and CSV alike.</summary>
    public const string SuppressedMark = "[c]";

    /// <summary>What is printed in place of a number that is not available.</summary>
    public const string MissingMark = "[x]";

    private readonly double _value;

    private DisclosedValue(DisclosureState state, double value)
    {
        State = state;
        _value = value;
    }

    /// <summary>A number that is not available. Also the default of the type.</summary>
    public static DisclosedValue Missing => default;

    /// <summary>A number withheld by a disclosure policy.</summary>
    public static DisclosedValue Suppressed => new(DisclosureState.Suppressed, 0);

    /// <summary>Whether the number is missing, suppressed or shown.</summary>
    public DisclosureState State { get; }

    /// <summary>Whether there is a number to show.</summary>
    public bool IsShown => State == DisclosureState.Shown;

    /// <summary>Whether a disclosure policy withheld the number.</summary>
    public bool IsSuppressed => State == DisclosureState.Suppressed;

    /// <summary>Whether the number was never known.</summary>
    public bool IsMissing => State == DisclosureState.Missing;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The number is suppressed or missing.</exception>
    public double Value => IsShown
        ? _value
        : throw new InvalidOperationException($"The value is {State.ToString().ToLowerInvariant()}; ask IsShown before Value.");

    /// <summary>A number that may be shown. A value that is not a finite number is <see cref="Missing"/>.</summary>
    public static DisclosedValue Of(double value) => double.IsFinite(value) ? new(DisclosureState.Shown, value) : Missing;

    /// <summary>Applies a function to a shown number; suppressed stays suppressed and missing stays missing.</summary>
    public DisclosedValue Map(Func<double, double> function) => IsShown ? Of(function(_value)) : this;

    /// <summary>
    /// Combines two numbers. Suppressed wins over missing: a result that draws on a withheld number is itself withheld.
    /// </summary>
    public static DisclosedValue Combine(DisclosedValue a, DisclosedValue b, Func<double, double, double> function) =>
        a.IsSuppressed || b.IsSuppressed ? Suppressed
        : a.IsMissing || b.IsMissing ? Missing
        : Of(function(a._value, b._value));

    /// <inheritdoc/>
    public override string ToString() => State switch
    {
        DisclosureState.Shown => _value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        DisclosureState.Suppressed => SuppressedMark,
        _ => MissingMark,
    };
}
