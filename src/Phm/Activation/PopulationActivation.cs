using Phm.Disclosure;
using Phm.Populations;

namespace Phm.Activation;

/// <summary>Patient activation at the population.</summary>
public static class PopulationActivation
{
    /// <summary>
    /// The questionnaires of patient activation that members answered in a period, each linked to the use of services around it, as in
    /// <c>kent.PatientActivation(Period.FinancialYear(2023))</c>.
    /// </summary>
    /// <param name="population">Everyone, or a cohort.</param>
    /// <param name="period">The period in which the questionnaires were answered, all days of activity where null; use is counted in windows that may reach beyond it.</param>
    /// <param name="cutPoints">How scores become levels; <see cref="CutPoints.Published"/> where null.</param>
    /// <param name="window">The days around each questionnaire in which use is counted; <see cref="UseWindow.Default"/> where null.</param>
    /// <param name="covered">The days of which the data hold all activity; from the first to the last date of any activity where null.</param>
    /// <param name="policy">The policy by which numbers are shown; the default where null.</param>
    /// <exception cref="DataException">The data came without questionnaires or activity, or no questionnaire can be studied.</exception>
    public static ActivationStudy PatientActivation(
        this Population population, Period? period = null, CutPoints? cutPoints = null, UseWindow? window = null, Period? covered = null, DisclosurePolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(population);
        population.Require(population.Activations, "An analysis of patient activation");
        population.Require(population.Activity, "The use of services around questionnaires of patient activation");
        var days = covered ?? DaysOf(population.Activity);
        var (cuts, around) = (cutPoints ?? CutPoints.Published, window ?? UseWindow.Default);
        var answered = period ?? days;
        var rows = ActivationFold.Run(population, answered, days, cuts, around);
        if (rows.Rows.IsEmpty) population.RequireCovered(answered, "Patient activation");
        if (rows.Rows.IsEmpty) throw new DataException($"{population.Name} has no questionnaire of patient activation in {answered}: choose a longer or another period, or a larger cohort.");
        if (rows.Counts.IsEmpty)
            throw new DataException($"No questionnaire of {answered} has its window of {around.Days} days within the activity of the data ({days.First} to {days.Last}) and the person's registration: choose a shorter window or another period.");
        return new(population, rows, policy ?? DisclosurePolicy.Default) { Period = answered, Covered = days, CutPoints = cuts, Window = around, Outcomes = OutcomesOf(population.Activity) };
    }

    /// <summary>The first to the last day of any activity. A person's rows lie in the order of days, so that two of them tell.</summary>
    private static Period DaysOf(ActivityTable activity)
    {
        if (activity.Rows == 0) throw new DataException("The table 'activity' has no rows, so use around questionnaires of patient activation is not known: import the data with activity.");
        var offsets = activity.Offsets.Span;
        var days = activity.Date.Span;
        var (first, last) = (Day.Latest, Day.Earliest);
        for (var person = 0; person + 1 < offsets.Length; person++)
        {
            var (start, end) = (offsets[person], offsets[person + 1]);
            if (start == end) continue;
            if (days[start] < first) first = days[start];
            if (days[end - 1] > last) last = days[end - 1];
        }
        return new(first, last);
    }

    /// <summary>
    /// The outcomes that some row tells. Where the data hold no row of a service, no appointment that says whether it was attended, or no
    /// stay with an end, none having been used, missed or stayed is not known: a count of 0 would pass off as a finding what was not recorded.
    /// </summary>
    private static ActivationOutcome[] OutcomesOf(ActivityTable activity)
    {
        var points = activity.Point.Span;
        var flags = activity.Flags.Span;
        // By service: whether there are rows, whether some say that they were attended or not, and whether some end.
        var (any, attended, ended, minor) = (0, 0, 0, false);
        for (var row = 0; row < points.Length; row++)
        {
            var service = 1 << (int)points[row];
            any |= service;
            if ((flags[row] & ActivityFlags.AttendanceKnown) != 0) attended |= service;
            if ((flags[row] & ActivityFlags.HasEnd) != 0) ended |= service;
            minor |= (flags[row] & ActivityFlags.MinorSelfReferredKnown) != 0;
        }
        return [.. Vocabulary<ActivationOutcome>.All.Where(outcome => outcome switch
        {
            ActivationOutcome.GpContacts => Has(any, PointOfDelivery.GeneralPractice),
            ActivationOutcome.EdAttendances => Has(any, PointOfDelivery.AccidentAndEmergency),
            ActivationOutcome.EmergencyAdmissions => Has(any, PointOfDelivery.EmergencyAdmission),
            ActivationOutcome.ElectiveAdmissions => Has(any, PointOfDelivery.ElectiveAdmission) || Has(any, PointOfDelivery.DayCase),
            ActivationOutcome.OutpatientAttended or ActivationOutcome.OutpatientDidNotAttend => Has(attended, PointOfDelivery.Outpatient),
            ActivationOutcome.GpDidNotAttend => Has(attended, PointOfDelivery.GeneralPractice),
            ActivationOutcome.MinorSelfReferredEd => minor,
            ActivationOutcome.ElectiveOvernightNights => Has(ended, PointOfDelivery.ElectiveAdmission),
            ActivationOutcome.ReadmissionsWithin30Days => Has(ended, PointOfDelivery.EmergencyAdmission) || (Has(ended, PointOfDelivery.ElectiveAdmission) && Has(any, PointOfDelivery.EmergencyAdmission)),
            _ => throw new InvalidOperationException($"Nothing says when {outcome} is known."),
        })];

        static bool Has(int services, PointOfDelivery point) => (services & (1 << (int)point)) != 0;
    }
}
