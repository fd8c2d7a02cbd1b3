using System.Globalization;

namespace Phm.Populations;

/// <summary>
/// The months that linked data cover, as their activity tells: from that of the first row to that of the last, whoever's rows they are. No
/// other table tells it, because conditions and registrations begin long before the data do.
/// </summary>
internal sealed class Coverage
{
    /// <summary>Dates of fewer people are theirs and not those of the data: nothing is told, and nothing is checked by them.</summary>
    private const int FewestPeople = 10;

    private readonly Period? _months;

    private Coverage(Period? months) => _months = months;

    /// <summary>The coverage of a table of activity. Rows of a person lie in the order of their dates, so that two of each are enough.</summary>
    public static Coverage Of(ActivityTable activity)
    {
        var offsets = activity.Offsets.Span;
        var dates = activity.Date.Span;
        var (first, last, people) = (Day.Latest, Day.Earliest, 0);
        for (var p = 0; p + 1 < offsets.Length; p++)
        {
            if (offsets[p] == offsets[p + 1]) continue;
            people++;
            if (dates[offsets[p]] < first) first = dates[offsets[p]];
            if (dates[offsets[p + 1] - 1] > last) last = dates[offsets[p + 1] - 1];
        }
        return new(people < FewestPeople ? null : new Period(StartOfMonth(first), EndOfMonth(last)));
    }

    /// <summary>A sentence for beneath the tables of a period that is covered in part; empty where it is covered, or nothing is known of it.</summary>
    /// <param name="period">The period that was asked for.</param>
    /// <param name="what">What needs it, as the start of a sentence.</param>
    /// <exception cref="DataException">No day of the period is covered.</exception>
    public string Require(Period period, string what)
    {
        if (_months is not { } months || (months.First <= period.First && period.Last <= months.Last)) return "";
        var covered = string.Create(CultureInfo.InvariantCulture, $"{months.First.Date:yyyy-MM} to {months.Last.Date:yyyy-MM}");
        return months.First <= period.Last && period.First <= months.Last
            ? $"Only part of {period} is covered: activity runs from {covered}."
            : throw new DataException($"{what} was asked for {period}, of which the data hold nothing: activity runs from {covered}. Ask for a period in those months, or load data that cover it.");
    }

    private static Day StartOfMonth(Day day) => Day.Of(day.Date.Year, day.Date.Month, 1);

    /// <summary>The last day that can be held lies within a month.</summary>
    private static Day EndOfMonth(Day day) =>
        Day.TryOf(new DateOnly(day.Date.Year, day.Date.Month, DateTime.DaysInMonth(day.Date.Year, day.Date.Month)), out var end) ? end : Day.Latest;
}
