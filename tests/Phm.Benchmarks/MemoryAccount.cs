using Phm.Populations;

namespace Phm.Benchmarks;

/// <summary>What a population takes in memory: by the tables' own account, and as the garbage collector finds it.</summary>
internal sealed record MemoryAccount(double PerActivityRow, double PerPerson, long Accounted, long Measured)
{
    /// <summary>Counts the columns that <paramref name="population"/> says it has; offsets belong to the person.</summary>
    public static MemoryAccount Of(Population population, long measured)
    {
        EventTable[] tables =
        [
            population.Activity, population.Diagnoses, population.Deficits, population.Measurements,
            population.Medications, population.Activations, population.Assessments, population.Interventions,
        ];
        var patients = population.Patients.Bytes + tables.LongLength * (population.Count + 1L) * sizeof(int);
        return new(
            population.Activity.BytesPerRow,
            patients / (double)population.Count,
            patients + tables.Sum(table => (long)table.Rows * table.BytesPerRow),
            measured);
    }
}
