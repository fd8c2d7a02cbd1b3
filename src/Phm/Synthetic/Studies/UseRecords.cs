using Phm.Activation;
using Phm.Costing;
using Phm.Populations;

namespace Phm.Synthetic.Studies;

/// <summary>Turns the counts of a questionnaire into rows of activity with days in its window, at the unit costs that ship with the product.</summary>
internal sealed class UseRecords(SyntheticParameters parameters)
{
    private const string Hospital = "HOSPITAL1";

    private readonly StayCalendar _calendar = new(parameters);
    private readonly DiagnosisModel _emergency = new(SyntheticParameters.KentAndMedway, "diagnosis");
    private readonly DiagnosisModel _elective = new(SyntheticParameters.KentAndMedway, "elective_diagnosis");
    private readonly UnitCosts _costs = UnitCosts.Published;
    private readonly int _before = StudyFrame.DaysBefore(parameters);
    private readonly int _days = StudyFrame.WindowDays(parameters);
    private readonly double _viaAccidentAndEmergency = parameters.Number("stay.via_ae");

    /// <summary>Writes the use around a questionnaire.</summary>
    public void Write(StudyQuestionnaire q, Day date, int patient, string practice, ConditionSet conditions, ref RandomStream random, ActivityRows rows)
    {
        var first = date.Plus(-_before);
        Appointments(q[ActivationOutcome.GpContacts], PointOfDelivery.GeneralPractice, attended: true, practice, ref random);
        Appointments(q[ActivationOutcome.GpDidNotAttend], PointOfDelivery.GeneralPractice, attended: false, practice, ref random);
        Appointments(q[ActivationOutcome.OutpatientAttended], PointOfDelivery.Outpatient, attended: true, Hospital, ref random);
        Appointments(q[ActivationOutcome.OutpatientDidNotAttend], PointOfDelivery.Outpatient, attended: false, Hospital, ref random);
        var stays = _calendar.Of(q, ref random);
        foreach (var stay in stays)
        {
            var diagnosis = (stay.Point == PointOfDelivery.EmergencyAdmission ? _emergency : _elective).Pick(ref random, conditions);
            rows.Add(patient, first.Plus(stay.Day), stay.Point, first.Plus(stay.Day + stay.Nights), Pence(stay.Point, stay.Nights), null, diagnosis, Hospital);
        }
        Attendances(stays, ref random);

        void Appointments(int count, PointOfDelivery point, bool attended, string provider, ref RandomStream random)
        {
            for (var i = 0; i < count; i++) rows.Add(patient, first.Plus(random.Below(_days)), point, null, attended ? Pence(point) : 0, attended, provider: provider);
        }

        void Attendances(List<Stay> stays, ref RandomStream random)
        {
            var minor = q[ActivationOutcome.MinorSelfReferredEd];
            var serious = q[ActivationOutcome.EdAttendances] - minor;
            foreach (var stay in stays)
            {
                if (serious == 0) break;
                if (stay.Point != PointOfDelivery.EmergencyAdmission || !random.Chance(_viaAccidentAndEmergency)) continue;
                Attendance(stay.Day, isMinor: false);
                serious--;
            }
            for (; serious > 0; serious--) Attendance(random.Below(_days), isMinor: false);
            for (; minor > 0; minor--) Attendance(random.Below(_days), isMinor: true);
        }

        void Attendance(int day, bool isMinor) =>
            rows.Add(patient, first.Plus(day), PointOfDelivery.AccidentAndEmergency, null, Pence(PointOfDelivery.AccidentAndEmergency), provider: Hospital, minorSelfReferred: isMinor);
    }

    private int? Pence(PointOfDelivery point, int nights = 0) => _costs.CostOf(point, nights) is { } cost ? (int)Math.Round(100 * cost.Pounds) : null;
}
