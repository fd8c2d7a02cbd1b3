namespace Phm.Populations;

/// <summary>A run of members of a population. Its bounds depend on the population alone, never on the number of threads.</summary>
internal readonly record struct Partition(Population Population, int Start, int End)
{
    /// <summary>How many people a partition has at most.</summary>
    public const int Size = 1 << 16;

    /// <summary>The index in the patient table of the member at a position.</summary>
    public int PatientAt(int position) => Population.PatientAt(position);
}
