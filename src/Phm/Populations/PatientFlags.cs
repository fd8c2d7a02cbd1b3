namespace Phm.Populations;

/// <summary>Which values of a patient are known, and yes-or-no values themselves.</summary>
[Flags]
internal enum PatientFlags : ushort
{
    None = 0,
    HasSex = 1,
    HasEthnicGroup = 2,
    HasPractice = 4,
    HasDeprivation = 8,
    HasRegisteredFrom = 16,
    HasRegisteredTo = 32,
    HasDeath = 64,
    CareHome = 128,
}
