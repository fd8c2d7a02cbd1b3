using System.Runtime.CompilerServices;
using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>
/// The one pass over a population that fills a grid. It reads columns through spans that are taken once a partition, and a person's
/// rows of the period as one run: this is what makes 45 million rows a fraction of a second.
/// </summary>
internal static class GridFold
{
    public static GridCounts Run(SegmentationScheme scheme, Population population, Period period, int? threads = null)
    {
        var criteria = scheme.Criteria();
        var segmentOfRule = scheme.SegmentOfRule();
        var latestBirths = scheme.AgeBands.LatestBirths(period.First);
        var practices = population.Geography.Practices.Count + 1;
        return population.FoldPartitions(
            () => new GridCounts(practices, scheme.AgeBands.Count, scheme.Segments.Count, scheme.Rules.Count),
            (counts, partition) => Add(counts, partition, criteria, period, segmentOfRule, latestBirths),
            (counts, more) => counts.Merge(more),
            threads);
    }

    /// <summary>Compiled in full at its first call: a grid is often asked for once, which is too few calls to warm up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(GridCounts counts, Partition partition, Func<Person, bool>[] criteria, Period period, int[] segmentOfRule, Day[] latestBirths)
    {
        var population = partition.Population;
        var presence = new Presence(population.Patients, period);
        var conditions = new ConditionHistory(population.Diagnoses, period);
        var activity = population.Activity;
        var offsets = activity.Offsets.Span;
        var dates = activity.Date.Span;
        var points = activity.Point.Span;
        var costs = activity.Cost.Span;
        for (var position = partition.Start; position < partition.End; position++)
        {
            var patient = partition.PatientAt(position);
            if (!presence.Contains(patient)) continue;
            var person = new Person(population, patient, period, conditions.Of(patient));
            var rule = SegmentationScheme.RuleOf(criteria, person);
            var rows = DayColumn.Within(dates, offsets[patient], offsets[patient + 1], period);
            counts.Add(person.Practice, BandOf(person.Birth, latestBirths), segmentOfRule[rule], rule, points[rows.Start..rows.End], costs[rows.Start..rows.End]);
        }
    }

    private static int BandOf(Day birth, Day[] latestBirths)
    {
        // Counting has no branch to mispredict, other than a search that stops at the band.
        var band = -1;
        foreach (var latest in latestBirths) band += birth <= latest ? 1 : 0;
        return band;
    }
}
