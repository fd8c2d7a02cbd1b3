using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// What standard errors by cluster cannot do with few clusters. The scores of a level add up to 0: where it lies in a single cluster, that cluster's sum is 0
/// whatever the clusters differ by, and the interval has no width (Cameron AC, Miller DL. J Hum Resour 2015;50:317-372, doi:10.3368/jhr.50.2.317).
/// </summary>
internal static class FewClusters
{
    /// <summary>From so many clusters on intervals hold about as often as they say, by the same source.</summary>
    public const int Enough = 40;

    public const string Note = "With fewer than 40 clusters intervals are too narrow and p values too small, though they are of t with one degree of freedom fewer than clusters (Cameron & Miller 2015, https://doi.org/10.3368/jhr.50.2.317).";

    /// <summary>How many clusters there are: as it is where these are places, by the disclosure policy where they have so few rows each that they may be people.</summary>
    public static string Words(int clusters, int rows) =>
        CountText.IsFew(rows / clusters) ? CountText.Of(clusters, "cluster", "clusters") : $"{NumberText.WithDecimals(clusters, 0)} {(clusters == 1 ? "cluster" : "clusters")}";

    /// <summary>Refuses terms that are compared between clusters of which one side has a single one, and more coefficients than clusters can tell of.</summary>
    /// <exception cref="DataException">There are too few clusters for the model.</exception>
    public static void Require(Frame frame)
    {
        var (column, coding) = (frame.Model.ClusterColumn, frame.Coding);
        foreach (var (term, level, split) in Splits(frame).Where(part => part.Split.HasLoneSide).OrderByDescending(part => part.Split.IsLone(1)))
        {
            // A level that few have is not named: with clusters of people it would say what one of them has.
            var which = level.Length > 0 && split.IsLone(1) && !CountText.IsFew(split.RowsOf(1)) ? $"its level '{level}'" : coding.LevelsOf(term) is null ? "one of its values" : "one of its levels";
            throw new DataException($"The term '{term}' is the same throughout each cluster of '{column}', and {which} lies in a single cluster: what belongs to the term cannot be told from what belongs to the cluster, and its interval would be far too narrow. "
                + $"Cluster at another level, at which each level of '{term}' has several clusters, or compare without ClusteredBy and say so.");
        }
        if (frame.ClusterCount <= coding.Names.Length)
            throw new DataException($"Column '{column}' has {Words(frame.ClusterCount, frame.Design.Rows)}, but the model of '{frame.Model.Outcome}' has {coding.Names.Length} coefficients: standard errors by cluster need more clusters than coefficients, better 40 or more. "
                + "Take fewer terms, cluster at another level, or compare without ClusteredBy and say so.");
    }

    /// <summary>The rows split by each column of the design that is none of a spline, and by whether all columns of a factor are 0, as they are at its reference.</summary>
    private static IEnumerable<(string Term, string Level, ClusterSplit Split)> Splits(Frame frame)
    {
        var (coding, rows, count) = (frame.Coding, frame.Design.Rows, frame.Design.Columns);
        var terms = Enumerable.Range(0, count).Where(j => coding.TermOfColumn[j] != "Intercept" && !coding.IsSpline(coding.TermOfColumn[j])).GroupBy(j => coding.TermOfColumn[j]).Select(term => (Name: term.Key, Columns: term.ToArray(), None: new ClusterSplit(frame.ClusterCount))).ToArray();
        var (byColumn, block) = (Array.ConvertAll(coding.Names, _ => new ClusterSplit(frame.ClusterCount)), new double[count * RowBlock.Size]);
        for (var at = 0; at < rows; at += RowBlock.Size)
        {
            var read = Math.Min(RowBlock.Size, rows - at);
            frame.Design.Read(at, read, block, RowBlock.Size);
            foreach (var (_, columns, none) in terms)
            {
                for (var row = 0; row < read; row++)
                {
                    var isNone = true;
                    foreach (var j in columns)
                    {
                        var value = block[j * RowBlock.Size + row];
                        byColumn[j].Add(frame.Clusters![at + row], value);
                        isNone &= value == 0;
                    }
                    none.Add(frame.Clusters![at + row], isNone ? 1 : 0);
                }
            }
        }
        return terms.SelectMany(term => ((IEnumerable<(string, string, ClusterSplit)>)
        [
            .. term.Columns.Select(j => (term.Name, coding.LabelOfColumn[j], byColumn[j])),
            .. coding.ReferenceOf(term.Name) is { } reference ? ((string, string, ClusterSplit)[])[(term.Name, reference, term.None)] : [],
        ]));
    }
}
