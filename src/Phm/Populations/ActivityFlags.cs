namespace Phm.Populations;

/// <summary>Which values of an activity row are known, whether an appointment was attended and whether somebody came by themselves with a minor problem.</summary>
[Flags]
internal enum ActivityFlags : byte
{
    None = 0,
    HasEnd = 1,
    HasDiagnosis = 2,
    HasCost = 4,
    AttendanceKnown = 8,
    Attended = 16,
    HasProvider = 32,
    MinorSelfReferredKnown = 64,
    MinorSelfReferred = 128,
}
