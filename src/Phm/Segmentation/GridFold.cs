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

    private static void Add(GridCounts counts, Partition partition, SegmentationScheme scheme, Period period, int[] segmentOfRule, Day[] latestBirths)
    {
        var population = partition.Population;
        var activity = population.Activity;
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
            var rows = activity.RowsIn(patient, period);
            for (var row = rows.Start; row < rows.End; row++)
            {
                var point = (int)points[row];
                contacts[point]++;
                pence[point] += costs[row];
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
