using Phm.Populations;

namespace Phm.Synthetic.Studies;

/// <summary>When the study's records are and which days around a questionnaire count.</summary>
internal static class StudyFrame
{
    /// <summary>The days of the records.</summary>
    public static Period Records(SyntheticParameters parameters)
    {
        var first = (int)parameters.Number("study.first_year");
        return new Period(Period.FinancialYear(first).First, Period.FinancialYear(first + (int)parameters.Number("study.years") - 1).Last);
    }

    /// <summary>How many days of use lie before the day of a questionnaire.</summary>
    public static int DaysBefore(SyntheticParameters parameters) => (int)parameters.Number("study.days_before");

    /// <summary>How many days of use lie after the day of a questionnaire.</summary>
    public static int DaysAfter(SyntheticParameters parameters) => (int)parameters.Number("study.days_after");

    /// <summary>How many days a window has, the day of the questionnaire included.</summary>
    public static int WindowDays(SyntheticParameters parameters) => DaysBefore(parameters) + 1 + DaysAfter(parameters);
}
