using System.Globalization;
using Phm.Presentation;

namespace Phm.Populations;

/// <summary>A stretch of whole days, both ends included.</summary>
public readonly record struct Period
{
    private const int FirstYear = 1900;
    private const int LastYear = 2079;

    /// <summary>How much of a text that is no date is told.</summary>
    private const int LongestFound = 30;

    /// <summary>The period from a first to a last day.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public Period(Day first, Day last)
    {
        if (last < first) throw new ArgumentException($"A period ends on or after its first day {first}; it was given {last}.", nameof(last));
        First = first;
        Last = last;
    }

    /// <summary>The first day.</summary>
    public Day First { get; }

    /// <summary>The last day.</summary>
    public Day Last { get; }

    /// <summary>How many days the period has.</summary>
    public int Days => Last.DaysSince(First) + 1;

    /// <summary>How many years of 365.25 days the period has.</summary>
    public double Years => Days / 365.25;

    /// <summary>The English financial year that starts on 1 April of a year: <c>FinancialYear(2024)</c> is 2024/25.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not one of 1900 to 2078, as two digits are not.</exception>
    public static Period FinancialYear(int startYear) => startYear is >= FirstYear and < LastYear
        ? new(Day.Of(startYear, 4, 1), Day.Of(startYear + 1, 3, 31))
        : throw new ArgumentOutOfRangeException(nameof(startYear), startYear, $"A financial year is named by the four digits of the year in which it begins, from {FirstYear} to {LastYear - 1}: FinancialYear(2023) is 2023/24.");

    /// <summary>A calendar year.</summary>
    public static Period CalendarYear(int year) => new(Day.Of(year, 1, 1), Day.Of(year, 12, 31));

    /// <summary>The period of two ISO dates, as in <c>Between("2024-04-01", "2025-03-31")</c>.</summary>
    /// <exception cref="FormatException">A text is not an ISO date.</exception>
    public static Period Between(string first, string last) => new(Parse(first), Parse(last));

    /// <summary>Whether a day lies in the period.</summary>
    public bool Contains(Day day) => First <= day && day <= Last;

    /// <summary>The period of the same calendar length that follows: whole months are followed by as many months, whole years by years, other days by days.</summary>
    public Period Next => Shift(1);

    /// <summary>The period of the same calendar length that goes before.</summary>
    public Period Previous => Shift(-1);

    /// <summary>"2024/25" for a financial year, "2024" for a calendar year, otherwise both days.</summary>
    public override string ToString()
    {
        var (first, last) = (First.Date, Last.Date);
        if (WholeYears == 1 && first is { Month: 4, Day: 1 }) return $"{first.Year}/{last.Year % 100:00}";
        if (WholeYears == 1 && first is { Month: 1, Day: 1 }) return $"{first.Year}";
        return $"{First} to {Last}";
    }

    /// <summary>The number of whole calendar years, or 0 where the period is not made of whole years.</summary>
    private int WholeYears
    {
        get
        {
            var end = Last.Date.AddDays(1);
            var years = end.Year - First.Date.Year;
            return years > 0 && First.Date.AddYears(years) == end ? years : 0;
        }
    }

    /// <summary>The number of calendar months that the period is made of, or 0 where it does not run from the first day of one to the last of one.</summary>
    private int WholeMonths
    {
        get
        {
            var (first, end) = (First.Date, Last.Date.AddDays(1));
            return (first.Day, end.Day) == (1, 1) ? 12 * (end.Year - first.Year) + end.Month - first.Month : 0;
        }
    }

    private Period Shift(int direction)
    {
        if (WholeMonths is > 0 and var months)
        {
            return new(Day.Of(First.Date.AddMonths(direction * months)), Day.Of(Last.Date.AddDays(1).AddMonths(direction * months).AddDays(-1)));
        }
        if (WholeYears is > 0 and var years)
        {
            return new(Day.Of(First.Date.AddYears(direction * years)), Day.Of(Last.Date.AddDays(1).AddYears(direction * years).AddDays(-1)));
        }
        return new(First.Plus(direction * Days), Last.Plus(direction * Days));
    }

    private static Day Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Day.Of(date)
            : throw new FormatException($"'{CleanText.Of(text, LongestFound)}' is not a date of the form 2023-04-01: year, month and day, with a hyphen between them.");
    }
}
