namespace Phm.Synthetic;

/// <summary>What a random stream is for. Streams of other purposes do not move when one draws more numbers.</summary>
internal static class Purpose
{
    public const ulong Geography = 1;
    public const ulong Demography = 2;
    public const ulong Health = 3;
    public const ulong Life = 4;
    public const ulong Use = 5;
    public const ulong Treatment = 6;
    public const ulong Pilot = 7;
    public const ulong StudyCovariates = 8;
    public const ulong StudyOutcomes = 9;
    public const ulong StudyPeople = 10;
    public const ulong StudyRecords = 11;
}
