namespace Phm.Populations;

/// <summary>Which values of an assessment are known, and whether the person was anxious.</summary>
[Flags]
internal enum AssessmentFlags : byte
{
    None = 0,
    HasEq5d = 1,
    AnxietyKnown = 2,
    Anxious = 4,
}
