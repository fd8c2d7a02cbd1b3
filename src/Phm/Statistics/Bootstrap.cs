using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Phm.Statistics;

/// <summary>
/// The bootstrap: how much a statistic would vary, were the study done again, seen by drawing its rows again with replacement (Efron B. Ann Stat
/// 1979;7:1-26, doi:10.1214/aos/1176344552). A seed is always given, and each replication has random numbers of its own, so that results have the same bits on any
/// number of threads.
/// </summary>
/// <example><code>
/// Bootstrap.Rows(people.Length, rows => Rate(rows, treated) / Rate(rows, others), seed: 1).BiasCorrected()
/// </code></example>
public static class Bootstrap
{
    /// <summary>The most parts that are left out in turn for the acceleration of BCa intervals. With more units than this, a part is several of them.</summary>
    private const int MostParts = 2_000;

    /// <summary>Draws rows, each by itself.</summary>
    /// <param name="rows">How many rows there are, 2 or more.</param>
    /// <param name="statistic">What is worked out from rows.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="replications">How many times the rows are drawn, 100 or more; 1,000 or more for 95% intervals.</param>
    /// <exception cref="DataException">There are too few rows, or the statistic is not a finite number of all rows or of some drawn.</exception>
    public static BootstrapEstimate Rows(int rows, RowStatistic statistic, int seed, int replications = 1_000) => Run(null, rows, "rows", statistic, seed, replications, null);

    /// <summary>Draws clusters with all their rows, as practices with their patients, where rows of a cluster are dependent.</summary>
    /// <param name="clusters">The cluster of each row.</param>
    /// <param name="statistic">What is worked out from rows. How many there are differs between replications.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="replications">How many times the clusters are drawn, 100 or more; 1,000 or more for 95% intervals.</param>
    /// <exception cref="DataException">There are too few clusters, or the statistic is not a finite number of all rows or of some drawn.</exception>
    public static BootstrapEstimate Clusters<TCluster>(IReadOnlyList<TCluster> clusters, RowStatistic statistic, int seed, int replications = 1_000) where TCluster : notnull
    {
        ArgumentNullException.ThrowIfNull(clusters);
        int[][] members = [.. clusters.Select((cluster, row) => (cluster, row)).GroupBy(pair => pair.cluster, pair => pair.row).Select(rows => rows.ToArray())];
        return Run(members, members.Length, "clusters", statistic, seed, replications, null);
    }

    internal static BootstrapEstimate Run(int[][]? members, int units, string kind, RowStatistic statistic, int seed, int replications, int? threads)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentOutOfRangeException.ThrowIfLessThan(replications, 100);
        if (units < 2) throw new DataException($"There {(units == 1 ? "is" : "are")} {units} of the {kind} to draw from: a bootstrap needs two or more, better 50.");
        var rows = members?.Sum(cluster => cluster.Length) ?? units;
        var estimate = statistic([.. Enumerable.Range(0, rows)]);
        if (!double.IsFinite(estimate)) throw new DataException("The statistic of all rows is not a finite number: look at what divides by 0.");
        var drawn = Each(replications, threads, () => new List<int>(rows + rows / 8), (rowsDrawn, k) =>
        {
            var random = new ResamplingStream(seed, k);
            rowsDrawn.Clear();
            for (var i = 0; i < units; i++) Add(members, random.Below(units), rowsDrawn);
            return statistic(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rowsDrawn));
        });
        if (drawn.Count(value => !double.IsFinite(value)) is > 0 and var undefined)
            throw new DataException(string.Create(CultureInfo.InvariantCulture, $"In {undefined} of {replications} replications the statistic is not a finite number, as where no event is drawn: there are too few {kind} or events for a bootstrap."));
        return new(estimate, drawn, Acceleration(members, units, kind, statistic, seed, threads), units);
    }

    private static void Add(int[][]? members, int unit, List<int> rows)
    {
        if (members is null) rows.Add(unit);
        else rows.AddRange(members[unit]);
    }

    /// <summary>
    /// a = Σd³/(6(Σd²)^(3/2)), d being the mean less the statistic without a part (Efron B. J Am Stat Assoc 1987;82:171-185, doi:10.1080/01621459.1987.10478410). Parts of
    /// several units, taken at random, have the same a but for chance: the skewness of their sums falls as the root of their number does.
    /// </summary>
    private static double Acceleration(int[][]? members, int units, string kind, RowStatistic statistic, int seed, int? threads)
    {
        var (parts, order, random) = (Math.Min(units, MostParts), Enumerable.Range(0, units).ToArray(), new ResamplingStream(seed, -1));
        for (var i = units - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
        var without = Each(parts, threads, () => new List<int>(), (rows, part) =>
        {
            rows.Clear();
            for (var i = 0; i < units; i++)
            {
                if (i % parts != part) Add(members, order[i], rows);
            }
            return statistic(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows));
        });
        if (Array.Exists(without, value => !double.IsFinite(value)))
            throw new DataException($"The statistic is not a finite number once some of the {kind} are left out: a few of them hold all the events.");
        var mean = without.Average();
        var (squares, cubes) = (without.Sum(value => Math.Pow(mean - value, 2)), without.Sum(value => Math.Pow(mean - value, 3)));
        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
    }

    /// <summary>A number for each of a count of pieces, worked out by several threads with a workspace each.</summary>
    private static double[] Each<TWork>(int count, int? threads, Func<TWork> create, Func<TWork, int, double> work)
    {
        var results = new double[count];
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount }, create, (k, _, own) =>
            {
                results[k] = work(own, k);
                return own;
            }, _ => { });
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        return results;
    }
}
