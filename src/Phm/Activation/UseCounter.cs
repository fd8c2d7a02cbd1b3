using Phm.Populations;

namespace Phm.Activation;

/// <summary>Counts the outcomes of one person after another in windows of days. It is one thread's own.</summary>
internal sealed class UseCounter(ActivityTable activity)
{
    /// <summary>The longest time from the end of an admission to the next that makes this a readmission.</summary>
    private const int ReadmissionDays = 30;

    private readonly List<(Day Began, Day Ended)> _stays = [];
    private readonly List<int> _readmissions = [];
    private readonly int[] _counts = new int[QuestionnaireRows.Outcomes];
    private int _patient = -1;

    /// <summary>The counts of a person in a window, one an outcome; they stand until the next call.</summary>
    public ReadOnlySpan<int> Count(int patient, Period window)
    {
        if (patient != _patient) FindReadmissions(patient);
        _patient = patient;
        Array.Clear(_counts);
        var rows = activity.RowsIn(patient, window);
        var points = activity.Point.Span;
        var flags = activity.Flags.Span;
        foreach (var row in rows) Add(row, points[row], flags[row]);
        foreach (var row in _readmissions) _counts[(int)ActivationOutcome.ReadmissionsWithin30Days] += row >= rows.Start && row < rows.End ? 1 : 0;
        return _counts;
    }

    private void Add(int row, PointOfDelivery point, ActivityFlags flags)
    {
        var missed = (flags & (ActivityFlags.AttendanceKnown | ActivityFlags.Attended)) == ActivityFlags.AttendanceKnown;
        switch (point)
        {
            case PointOfDelivery.GeneralPractice:
                Add(missed ? ActivationOutcome.GpDidNotAttend : ActivationOutcome.GpContacts);
                break;
            case PointOfDelivery.AccidentAndEmergency:
                Add(ActivationOutcome.EdAttendances);
                if ((flags & ActivityFlags.MinorSelfReferred) != 0) Add(ActivationOutcome.MinorSelfReferredEd);
                break;
            case PointOfDelivery.EmergencyAdmission:
                Add(ActivationOutcome.EmergencyAdmissions);
                break;
            case PointOfDelivery.ElectiveAdmission:
                Add(ActivationOutcome.ElectiveAdmissions);
                if ((flags & ActivityFlags.HasEnd) != 0) Add(ActivationOutcome.ElectiveOvernightNights, Math.Max(0, activity.End.Span[row].DaysSince(activity.Date.Span[row])));
                break;
            case PointOfDelivery.DayCase:
                Add(ActivationOutcome.ElectiveAdmissions);
                break;
            case PointOfDelivery.Outpatient when (flags & ActivityFlags.AttendanceKnown) != 0:
                Add(missed ? ActivationOutcome.OutpatientDidNotAttend : ActivationOutcome.OutpatientAttended);
                break;
        }
    }

    private void Add(ActivationOutcome outcome, int count = 1) => _counts[(int)outcome] += count;

    /// <summary>The rows of a person that are readmissions. Stays that ended too long ago are dropped on the way, so that each is looked at a few times only.</summary>
    private void FindReadmissions(int patient)
    {
        _stays.Clear();
        _readmissions.Clear();
        var days = activity.Date.Span;
        var ends = activity.End.Span;
        var points = activity.Point.Span;
        var flags = activity.Flags.Span;
        var offsets = activity.Offsets.Span;
        for (var row = offsets[patient]; row < offsets[patient + 1]; row++)
        {
            if (points[row] is not (PointOfDelivery.EmergencyAdmission or PointOfDelivery.ElectiveAdmission)) continue;
            var began = days[row];
            if (FollowsAStay(began) && points[row] == PointOfDelivery.EmergencyAdmission) _readmissions.Add(row);
            if ((flags[row] & ActivityFlags.HasEnd) != 0) _stays.Add((began, ends[row]));
        }
    }

    /// <summary>Whether a stay that began on an earlier day ended 0 to 30 days before a day.</summary>
    private bool FollowsAStay(Day day)
    {
        var (kept, follows) = (0, false);
        for (var i = 0; i < _stays.Count; i++)
        {
            var stay = _stays[i];
            if (day.DaysSince(stay.Ended) > ReadmissionDays) continue;
            _stays[kept++] = stay;
            follows |= stay.Ended <= day && stay.Began < day;
        }
        _stays.RemoveRange(kept, _stays.Count - kept);
        return follows;
    }
}
