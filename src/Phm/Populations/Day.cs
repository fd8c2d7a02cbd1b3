using System.Globalization;

namespace Phm.Populations;

/// <summary>
/// A calendar day in two bytes: days since 1 January 1900, up to 6 June 2079. Every date of linked data is held so, because a date
/// column is read more often than any other.
/// </summary>
public readonly record struct Day : IComparable<Day>
{
    private const int QuarterDaysOfYear = 1461;
    private static readonly int EpochNumber = new DateOnly(1900, 1, 1).DayNumber;

    /// <summary>The day with this number, counted from 1 January 1900.</summary>
    public Day(ushort number) => Number = number;

    /// <summary>The first day that can be held.</summary>
    public static Day Earliest => new(0);

    /// <summary>The last day that can be held.</summary>
    public static Day Latest => new(ushort.MaxValue);

    /// <summary>Days since 1 January 1900.</summary>
    public ushort Number { get; }

    /// <summary>The calendar date.</summary>
    public DateOnly Date => DateOnly.FromDayNumber(EpochNumber + Number);

    /// <summary>The day of a date between 1 January 1900 and 6 June 2079.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date lies outside.</exception>
    public static Day Of(DateOnly date) => TryOf(date, out var day)
        ? day
        : throw new ArgumentOutOfRangeException(nameof(date), date, $"A date must lie between {Earliest} and {Latest}.");

    /// <summary>The day of a year, month and day of the month.</summary>
    public static Day Of(int year, int month, int dayOfMonth) => Of(new DateOnly(year, month, dayOfMonth));

    /// <summary>The day of a date, or false where it cannot be held.</summary>
    public static bool TryOf(DateOnly date, out Day day)
    {
        var number = date.DayNumber - EpochNumber;
        day = new Day(unchecked((ushort)number));
        return number is >= 0 and <= ushort.MaxValue;
    }

    /// <summary>The day that lies so many days later, or earlier where negative.</summary>
    public Day Plus(int days) => new(checked((ushort)(Number + days)));

    /// <summary>How many days later this day is than another.</summary>
    public int DaysSince(Day other) => Number - other.Number;

    /// <summary>Completed years between a birth and this day; 0 before the first birthday and for days before birth.</summary>
    public int AgeOf(Day birth)
    {
        if (this <= birth) return 0;
        // A birthday lies at most one day from its place in years of 365.25 days; further away the calendar is not needed.
        var (estimate, quarterDays) = Math.DivRem(4 * DaysSince(birth), QuarterDaysOfYear);
        if (quarterDays is >= 4 and < QuarterDaysOfYear - 4) return estimate;
        Date.Deconstruct(out var year, out var month, out var day);
        birth.Date.Deconstruct(out var birthYear, out var birthMonth, out var birthDay);
        var years = year - birthYear;
        return month < birthMonth || (month == birthMonth && day < birthDay) ? years - 1 : years;
    }

    /// <inheritdoc/>
    public int CompareTo(Day other) => Number.CompareTo(other.Number);

    /// <summary>Whether the left day is earlier.</summary>
    public static bool operator <(Day left, Day right) => left.Number < right.Number;

    /// <summary>Whether the left day is later.</summary>
    public static bool operator >(Day left, Day right) => left.Number > right.Number;

    /// <summary>Whether the left day is earlier or the same.</summary>
    public static bool operator <=(Day left, Day right) => left.Number <= right.Number;

    /// <summary>Whether the left day is later or the same.</summary>
    public static bool operator >=(Day left, Day right) => left.Number >= right.Number;

    /// <summary>The day in ISO 8601, as in 2025-03-31.</summary>
    public override string ToString() => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
