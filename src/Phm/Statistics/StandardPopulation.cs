using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>How many people of each group a standard population has: the weights of a directly standardised rate.</summary>
public sealed record StandardPopulation : Result
{
    private StandardPopulation(string name, string source, string[] groups, double[] weights) => (Name, Source, Groups, Weights) = (name, source, groups, weights);

    /// <summary>
    /// The European Standard Population 2013: 100,000 people in 19 groups of five years, 0-4 to 85-89 and 90+ (Eurostat. Revision of the
    /// European Standard Population: report of Eurostat's task force. 2013, doi:10.2785/11470).
    /// </summary>
    public static StandardPopulation European2013 { get; } = Of("European Standard Population 2013",
        [.. Enumerable.Range(0, 18).Select(i => $"{5 * i}-{5 * i + 4}"), "90+"],
        [5_000, 5_500, 5_500, 5_500, 6_000, 6_000, 6_500, 7_000, 7_000, 7_000, 7_000, 6_500, 6_000, 5_500, 5_000, 4_000, 2_500, 1_500, 1_000],
        "Eurostat, 2013, doi:10.2785/11470");

    /// <summary>The same with 85 and over as the last of 18 groups, for data that tell no more.</summary>
    public static StandardPopulation European2013To85 { get; } = European2013.WithLastGroup("85+", 18);

    /// <summary>What the standard is called.</summary>
    public string Name { get; }

    /// <summary>Where its numbers come from; empty where that was not said.</summary>
    public string Source { get; }

    /// <summary>The names of the groups, in order.</summary>
    public IReadOnlyList<string> Groups { get; }

    /// <summary>How many people of the standard are in each group.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>How many people the standard has.</summary>
    public double Total => Weights.Sum();

    /// <summary>Any standard, by its table.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="groups">The names of its groups, each once.</param>
    /// <param name="weights">How many people are in each, above 0; any unit.</param>
    /// <param name="source">Where the numbers come from.</param>
    /// <exception cref="DataException">A weight is not above 0, the lengths differ, there is no group, or a name comes twice.</exception>
    public static StandardPopulation Of(string name, IReadOnlyList<string> groups, double[] weights, string source = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(groups);
        DataChecks.Positives(weights, "weights of the standard population");
        DataChecks.SameLength(groups.Count, "names", weights.Length, "weights of the standard population");
        var twice = groups.GroupBy(group => group, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key).ToArray();
        if (twice.Length > 0) throw new DataException($"The standard population names {StatisticsErrors.List(twice)} twice: give each group once.");
        return new(name, source ?? "", [.. groups], [.. weights]);
    }

    /// <summary>The standard with its last groups merged into one.</summary>
    /// <param name="name">The name of the merged group, as "85+".</param>
    /// <param name="groups">How many groups remain, from 1 to those that there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard has not so many groups.</exception>
    public StandardPopulation WithLastGroup(string name, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, Groups.Count);
        return Of($"{Name}, last group {name}", [.. Groups.Take(groups - 1), name], [.. Weights.Take(groups - 1), Weights.Skip(groups - 1).Sum()], Source);
    }

    /// <summary>The groups and their weights.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = Name,
        Columns = [new("Group"), new("Weight", ColumnFormat.Count), new("Share", ColumnFormat.Percent)],
        Rows = [.. Groups.Select((group, k) => (TableCell[])[group, Weights[k], Weights[k] / Total])],
        Notes = Source.Length == 0 ? [] : [$"Source: {Source}"],
    };
}
