using Phm.Populations;

namespace Phm.Ingest.Omop;

/// <summary>A visit of a kind that has a point of delivery.</summary>
internal readonly record struct OmopVisit(long Id, int Patient, long Concept, Day Start, Day End, string? CareSite, bool FromEmergency)
{
    private const long EmergencyRoomAndInpatient = 262;
    private const long Inpatient = 9201;
    private const long Outpatient = 9202;
    private const long EmergencyRoom = 9203;
    private const long Office = 581477;
    private const long GroupPractice = 38004693;
    private const long Home = 581476;
    private const long EmergencyRoomOfHospital = 8870;

    public int Nights => End.DaysSince(Start);

    public bool IsEmergencyRoom => Concept == EmergencyRoom;

    /// <summary>Whether a visit concept has a point of delivery. Telehealth, laboratory, pharmacy and long-term care have none.</summary>
    public static bool IsKnown(long? concept) => concept is EmergencyRoomAndInpatient or Inpatient or Outpatient or EmergencyRoom or Office or GroupPractice or Home;

    /// <summary>Whether someone was admitted from an emergency room.</summary>
    public static bool IsEmergencyRoute(long? concept, string? text) => concept is EmergencyRoom or EmergencyRoomOfHospital
        || text?.Trim().ToUpperInvariant() is "ER" or "ED" or "A&E" or "AE" or "EMERGENCY" or "EMERGENCY ROOM" or "EMERGENCY DEPARTMENT";

    /// <summary>The point of delivery.</summary>
    /// <param name="emergency">For an inpatient visit, whether an emergency room visit led to it.</param>
    public PointOfDelivery PointWhen(bool emergency) => Concept switch
    {
        EmergencyRoomAndInpatient => PointOfDelivery.EmergencyAdmission,
        Inpatient when emergency => PointOfDelivery.EmergencyAdmission,
        Inpatient => Nights > 0 ? PointOfDelivery.ElectiveAdmission : PointOfDelivery.DayCase,
        EmergencyRoom => PointOfDelivery.AccidentAndEmergency,
        Office or GroupPractice => PointOfDelivery.GeneralPractice,
        Home => PointOfDelivery.Community,
        _ => PointOfDelivery.Outpatient,
    };

    /// <summary>The last day of a stay; a contact has none.</summary>
    public Day? EndOf(PointOfDelivery point) => point is PointOfDelivery.EmergencyAdmission
        or PointOfDelivery.ElectiveAdmission or PointOfDelivery.DayCase ? End : null;
}
