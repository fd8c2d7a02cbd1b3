using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace Phm.Disclosure;

/// <summary>
/// The rule by which numbers about people leave the room: small counts are suppressed, all other numbers are rounded, and none
/// appears as 0 unless it is 0. Change it with <c>with</c>.
/// </summary>
/// <remarks>
/// The default is the rule of NHS hospital episode statistics since September 2018: counts of 1 to 7 are suppressed, and others are
/// rounded to the nearest 5 (NHS Digital, "Disclosure control methodology for Hospital Episode Statistics (HES) and Emergency Care Data
/// Set (ECDS)"). That rule leaves it to rounding to blur what could be worked out by subtraction; here such numbers are suppressed
/// as well, by <see cref="SecondarySuppression"/>.
/// </remarks>
public sealed record DisclosurePolicy
{
    /// <summary>Counts of 1 to 7 suppressed, others rounded to 5, amounts rounded to £1,000.</summary>
    public static DisclosurePolicy Default { get; } = new();

    /// <summary>
    /// <b>No protection at all.</b> Every number is shown exactly. For teaching and testing on synthetic data only: with data about
    /// real people, tables made under this policy identify them. The <see cref="Note"/> says so beneath every table.
    /// </summary>
    public static DisclosurePolicy UnprotectedForSyntheticDataOnly { get; } = new() { SuppressThrough = 0, RoundTo = 1, RoundPoundsTo = 0 };

    /// <summary>The largest count that is suppressed; 0 suppresses none. Default 7.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int SuppressThrough { get; init => field = NotLess(value, 0); } = 7;

    /// <summary>Counts are rounded to the nearest multiple of this; 1 shows them exactly. Default 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int RoundTo { get; init => field = NotLess(value, 1); } = 5;

    /// <summary>
    /// Amounts of money are rounded to the nearest multiple of this many pounds; 0 shows them exactly. The default, 1,000, is of the order
    /// of one person's care in a year, so that two sums that differ by one person do not give that person's spend.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int RoundPoundsTo { get; init => field = NotLess(value, 0); } = 1000;

    /// <summary>
    /// How many values of a suppressed count, its own among them, a reader must be unable to rule out from the exact values of all that
    /// is shown. The default is 2, the least there can be, because rounding leaves the reader much further from exact values; a policy
    /// that does not round may want <see cref="SuppressThrough"/>. More values cost more suppression. See <see cref="SecondarySuppression"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 2.</exception>
    public int PossibleValues { get; init => field = NotLess(value, 2); } = 2;

    /// <summary>
    /// How wide the range of values must be that a reader cannot rule out for an amount to which few people contribute, as a share of the
    /// amount, from the exact values of all that is shown. Default 0.2. It plays the part of p in the p% rule of official statistics.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number above 0 and at most 1.</exception>
    public double AmountMargin
    {
        get;
        init => field = value is > 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(AmountMargin), value, "Expected a share above 0 and at most 1.");
    } = 0.2;

    /// <summary>Whether the policy hides any count at all.</summary>
    public bool IsProtective => SuppressThrough > 0;

    /// <summary>What a reader must know about the numbers of a table, as sentences to stand beneath it.</summary>
    public string Note => this == UnprotectedForSyntheticDataOnly
        ? "NOT PROTECTED: exact numbers, for synthetic data only. Not to be used with data about real people."
        : string.Join(' ', Sentences());

    /// <summary>Whether a count is so small that it is suppressed for its own sake.</summary>
    public bool Suppresses(long people) => people >= 1 && people <= SuppressThrough;

    /// <summary>
    /// A count of people as it may be shown: 0 as 0, a small count suppressed, others rounded. A count halfway between two multiples
    /// is rounded up, and a count above 0 is never rounded to 0.
    /// </summary>
    /// <param name="people">The count, 0 or more.</param>
    /// <param name="hidden">Whether secondary suppression hides this node of the table.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public DisclosedValue Count(long people, bool hidden = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        if (hidden || Suppresses(people)) return DisclosedValue.Suppressed;
        var over = people % RoundTo;
        var rounded = people - over + (2 * over >= RoundTo ? RoundTo : 0);
        return DisclosedValue.Of(people > 0 ? Math.Max(rounded, RoundTo) : 0);
    }

    /// <summary>
    /// An amount of money as it may be shown: suppressed where few people contribute to it, otherwise rounded away from 0 at the half;
    /// an amount other than 0 is never rounded to 0. An amount that is not a finite number is missing.
    /// </summary>
    /// <param name="pounds">The amount in pounds.</param>
    /// <param name="contributors">How many people contribute to the amount, 0 or more.</param>
    /// <param name="hidden">Whether secondary suppression hides this node of the table.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of contributors is negative.</exception>
    public DisclosedValue Amount(double pounds, long contributors, bool hidden = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(contributors);
        if (hidden || Suppresses(contributors)) return DisclosedValue.Suppressed;
        if (RoundPoundsTo == 0 || pounds == 0 || !double.IsFinite(pounds)) return DisclosedValue.Of(pounds);
        var units = Math.Max(1, Math.Round(Math.Abs(pounds) / RoundPoundsTo, MidpointRounding.AwayFromZero));
        return DisclosedValue.Of(Math.CopySign(units * RoundPoundsTo, pounds));
    }

    /// <summary>
    /// A mean, a standard deviation, a ratio or another number that was estimated from exact counts, as it may be shown: to four significant
    /// digits and no more than so many decimals, but to one digit that is not 0 at least. All its digits would tell the counts that it was made from: only
    /// 757 in 2,704 is 0.27995562, however these two are rounded. Exact where the policy protects nothing; not a finite number is missing.
    /// </summary>
    /// <param name="value">The number. Whether so few people contribute to it that it must be suppressed is for the caller to ask.</param>
    /// <param name="decimals">The most decimals, 0 or more: as many as tables print of such a number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of decimals is negative.</exception>
    public DisclosedValue Estimate(double value, int decimals = 2)
    {
        const int significant = 4, most = 15;
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        if (!IsProtective || value == 0 || !double.IsFinite(value)) return DisclosedValue.Of(value);
        var first = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var digits = Math.Max(Math.Min(decimals, significant - 1 - first), -first);
        if (digits > most) return DisclosedValue.Of(value);
        if (digits >= 0) return DisclosedValue.Of(Math.Round(value, digits, MidpointRounding.AwayFromZero));
        var unit = Math.Pow(10, -digits);
        return DisclosedValue.Of(Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit);
    }

    private IEnumerable<string> Sentences()
    {
        var through = SuppressThrough == 1 ? "1" : Invariant($"1 to {SuppressThrough:N0}");
        yield return SuppressThrough > 0
            ? $"Counts of {through} are suppressed ({DisclosedValue.SuppressedMark}), and so are numbers from which they could be worked out."
            : "No count is suppressed for being small.";
        yield return RoundTo > 1
            ? Invariant($"Other counts are rounded to the nearest {RoundTo:N0}, so parts may not add up to totals; only 0 is shown as 0.")
            : "Other counts are exact.";
        if (RoundPoundsTo > 0) yield return Invariant($"Amounts are rounded to the nearest £{RoundPoundsTo:N0}.");
    }

    private static int NotLess(int value, int least, [CallerMemberName] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, name);
        return value;
    }
}
