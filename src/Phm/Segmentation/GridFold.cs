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
        var segmentOfRule = scheme.SegmentOfRule();
        var latestBirths = scheme.AgeBands.LatestBirths(period.First);
        var practices = population.Geography.Practices.Count + 1;
        return population.FoldPartitions(
            () => new GridCounts(practices, scheme.AgeBands.Count, scheme.Segments.Count, scheme.Rules.Count),
            (counts, partition) => Add(counts, partition, scheme, period, segmentOfRule, latestBirths),
            (counts, more) => counts.Merge(more),
            threads);
    }

    /// <summary>Compiled in full at its first call: a grid is often asked for once, which is too few calls to warm up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(GridCounts counts, Partition partition, SegmentationScheme scheme, Period period, int[] segmentOfRule, Day[] latestBirths)
    {
        var population = partition.Population;
        var activity = population.Activity;
        var offsets = activity.Offsets.Span;
        var dates = activity.Date.Span;
        var points = activity.Point.Span;
        var costs = activity.Cost.Span;
        Span<long> contacts = stackalloc long[GridCounts.Services];
        Span<long> pence = stackalloc long[GridCounts.Services];
        for (var position = partition.Start; position < partition.End; position++)
        {
            var patient = partition.PatientAt(position);
            if (!population.IsPresent(patient, period)) continue;
            var person = new Person(population, patient, period);
            var rule = scheme.RuleOf(person);

            contacts.Clear();
            pence.Clear();
            var start = offsets[patient];
            var history = dates[start..offsets[patient + 1]];
            var (first, end) = (start + DayColumn.CountBefore(history, period.First), start + DayColumn.CountThrough(history, period.Last));
            var rowPoints = points[first..end];
            var rowCosts = costs[first..end];
            for (var row = 0; row < rowPoints.Length; row++)
            {
                var point = (int)rowPoints[row];
                contacts[point]++;
                pence[point] += rowCosts[row];
            }
            counts.Add(person.Practice, BandOf(person.Birth, latestBirths), segmentOfRule[rule], rule, contacts, pence);
        }
    }

    private static int BandOf(Day birth, Day[] latestBirths)
    {
        var band = latestBirths.Length - 1;
        while (birth > latestBirths[band]) band--;
        return band;
    }
}
