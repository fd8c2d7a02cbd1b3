using System.Collections.Concurrent;
using System.Globalization;
using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>
/// Makes linked data of people who do not exist, so that methods can be taught and tested where real data cannot go. Margins are
/// calibrated to published figures (see the calibration report); what links them is assumption, and every parameter says which it is.
/// </summary>
public static class SyntheticPopulation
{
    private const int ChunkSize = 4_096;

    /// <summary>A population like that of Kent and Medway.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    public static Population Generate(SyntheticOptions options, SyntheticParameters? parameters = null, IProgress<double>? progress = null)
    {
        options.Validate();
        using var activity = PhmActivities.Source.StartActivity(PhmActivities.SyntheticGenerate)?.SetTag(PhmActivities.Seed, options.Seed);
        parameters ??= SyntheticParameters.KentAndMedway;
        var model = new SyntheticModel(options, parameters);
        Pilot.Calibrate(model, parameters, options.Years);

        var people = new Demography(parameters, options, model.Geography).Draw();
        Array.Sort(people, (a, b) => a.Practice != b.Practice ? a.Practice.CompareTo(b.Practice) : a.Stream.CompareTo(b.Stream));
        var patients = new PatientRows();
        var rows = new PopulationRows();
        Simulate(options, model, people, patients, rows, progress);
        PopulationRows.MarkAvailable(rows.Activity, rows.Diagnoses, rows.Deficits, rows.Measurements, rows.Medications, rows.Activations);
        var population = rows.Build(model.Geography.Geography, patients.Build());
        PopulationActivity.Tell(population, isSynthetic: true);
        return population;
    }

    /// <summary>Chunks are simulated side by side and taken in order, so only a few of them wait in memory.</summary>
    private static void Simulate(SyntheticOptions options, SyntheticModel model, Sketch[] people, PatientRows patients, PopulationRows rows, IProgress<double>? progress)
    {
        var digits = Math.Max(6, people.Length.ToString(CultureInfo.InvariantCulture).Length);
        var chunks = Partitioner
            .Create(Enumerable.Range(0, (people.Length + ChunkSize - 1) / ChunkSize), EnumerablePartitionerOptions.NoBuffering)
            .AsParallel().AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(chunk =>
            {
                var simulator = new PersonSimulator(options, model);
                var from = chunk * ChunkSize;
                var to = Math.Min(people.Length, from + ChunkSize);
                var chunkRows = new PopulationRows();
                var chunkPatients = new PatientRow[to - from];
                for (var i = from; i < to; i++) chunkPatients[i - from] = simulator.Run(people[i], i, Pseudonym(i + 1, digits), chunkRows);
                return (chunkPatients, chunkRows);
            });
        foreach (var (chunkPatients, chunkRows) in chunks)
        {
            foreach (var patient in chunkPatients) patients.Add(patient);
            rows.Append(chunkRows);
            progress?.Report((double)patients.Count / people.Length);
        }
    }

    private static string Pseudonym(int number, int digits) => "S" + number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
