using System.Globalization;
using Phm.Populations;

namespace Phm.Activation;

/// <summary>
/// The days around a questionnaire in which use is counted, the day of the questionnaire included. The default is a year: 182 days before
/// and 182 days after. The length that Barker 2018 used is not known to this project, so it is a choice of the analyst.
/// </summary>
public sealed record UseWindow
{
    private const int MostDays = 3650;

    /// <summary>So many days before and after.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or above ten years.</exception>
    public UseWindow(int daysBefore, int daysAfter) => (DaysBefore, DaysAfter) = (Checked(daysBefore, nameof(daysBefore)), Checked(daysAfter, nameof(daysAfter)));

    /// <summary>182 days before to 182 days after: 365 days.</summary>
    public static UseWindow Default { get; } = new(182, 182);

    /// <summary>How many days before the questionnaire.</summary>
    public int DaysBefore { get; }

    /// <summary>How many days after the questionnaire.</summary>
    public int DaysAfter { get; }

    /// <summary>How many days the window has.</summary>
    public int Days => DaysBefore + 1 + DaysAfter;

    /// <summary>The window as tables say it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Days} days: {DaysBefore} before the questionnaire, its day, {DaysAfter} after");

    /// <summary>The days around a day, cut at the first and the last day that a date can be.</summary>
    internal Period Around(Day day) => new(
        new Day((ushort)Math.Max(Day.Earliest.Number, day.Number - DaysBefore)),
        new Day((ushort)Math.Min(Day.Latest.Number, day.Number + DaysAfter)));

    private static int Checked(int days, string name) => days is >= 0 and <= MostDays
        ? days
        : throw new ArgumentOutOfRangeException(name, days, "A window reaches 0 to 3,650 days before and after a questionnaire.");
}
