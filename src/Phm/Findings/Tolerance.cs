using System.Globalization;

namespace Phm.Findings;

/// <summary>How near a reproduced figure must come to the published one. The unrounded value is held against the figure as it was published.</summary>
public sealed record Tolerance
{
    /// <summary>So that a difference that is exactly the tolerance in decimals is not lost by how binary numbers hold it.</summary>
    private const double Slack = 1e-12;

    private readonly Func<PublishedFinding, double, bool> _holds;

    private Tolerance(string words, string ofOne, string ofSeveral, Func<PublishedFinding, double, bool> holds) => (Words, OfOne, OfSeveral, _holds) = (words, ofOne, ofSeveral, holds);

    /// <summary>The value lies in the published interval, its bounds included. A figure without an interval cannot be compared in this way.</summary>
    public static Tolerance WithinPublishedInterval { get; } = new("within the published interval", "lies within its published interval", "lie within their published intervals",
        (figure, value) => value >= figure.Lower && value <= figure.Upper);

    /// <summary>
    /// Both are above, or both below, what says that nothing differs: 1 for ratios, 0 for everything else. A published figure that says so
    /// itself has no direction and cannot be compared in this way.
    /// </summary>
    public static Tolerance SameDirection { get; } = new("same direction", "points in the published direction", "point in the published direction",
        (figure, value) => Math.Sign(value - Nothing(figure)) == Math.Sign(figure.Value - Nothing(figure)));

    /// <summary>The tolerance in words, such as "within 5%".</summary>
    public string Words { get; }

    /// <summary>What a summary says of one figure for which it holds.</summary>
    internal string OfOne { get; }

    /// <summary>What a summary says of several.</summary>
    internal string OfSeveral { get; }

    /// <summary>The difference is at most a share of the published figure, as in <c>Relative(0.05)</c> for 5%.</summary>
    /// <param name="share">The share, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is negative or no finite number.</exception>
    public static Tolerance Relative(double share)
    {
        RequireSize(share, nameof(share));
        var words = string.Create(CultureInfo.InvariantCulture, $"within {share * 100:0.####}%");
        return new(words, $"lies {words} of the published figure", $"lie {words} of the published figures", (figure, value) => Math.Abs(value - figure.Value) <= (share * Math.Abs(figure.Value)) + Slack);
    }

    /// <summary>The difference is at most an amount, in the unit of the figure.</summary>
    /// <param name="amount">The amount, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or no finite number.</exception>
    public static Tolerance Absolute(double amount)
    {
        RequireSize(amount, nameof(amount));
        var words = string.Create(CultureInfo.InvariantCulture, $"within {amount}");
        return new(words, $"lies {words} of the published figure", $"lie {words} of the published figures", (figure, value) => Math.Abs(value - figure.Value) <= amount + Slack);
    }

    /// <summary>The tolerance in words.</summary>
    public override string ToString() => Words;

    /// <summary>Two tolerances are the same where they say the same.</summary>
    public bool Equals(Tolerance? other) => other is not null && Words == other.Words;

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Words, StringComparison.Ordinal);

    /// <summary>The tolerance of a figure for which none was given.</summary>
    internal static Tolerance For(PublishedFinding figure) => figure.HasInterval ? WithinPublishedInterval : Relative(0.05);

    /// <summary>Whether it can be asked of a published figure at all.</summary>
    internal bool AppliesTo(PublishedFinding figure) =>
        Equals(WithinPublishedInterval) ? figure.HasInterval : !Equals(SameDirection) || Math.Sign(figure.Value - Nothing(figure)) != 0;

    /// <summary>Whether it holds.</summary>
    internal bool Holds(PublishedFinding figure, double value) => _holds(figure, value);

    private static double Nothing(PublishedFinding figure) => figure.Unit == "ratio" ? 1 : 0;

    private static void RequireSize(double size, string name)
    {
        if (!double.IsFinite(size) || size < 0) throw new ArgumentOutOfRangeException(name, "A tolerance is a finite number, 0 or more.");
    }
}
