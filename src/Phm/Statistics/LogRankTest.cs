using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// The test that groups have the same hazard: (O - E)ᵀV⁻¹(O - E) against χ²(groups - 1), with events hypergeometric at each time given the numbers at
/// risk, and strata added up (Mantel N. Cancer Chemother Rep 1966;50:163-170; Peto R, Peto J. J R Stat Soc A 1972;135:185-207, doi:10.2307/2344317).
/// </summary>
/// <param name="Groups">Observed and expected events of each group.</param>
/// <param name="Statistic">χ².</param>
/// <param name="DegreesOfFreedom">Groups less one.</param>
public sealed record LogRankTest(IReadOnlyList<LogRankGroup> Groups, double Statistic, int DegreesOfFreedom) : Result
{
    /// <summary>The probability of a statistic at least as large, were the hazards the same.</summary>
    public double PValue => Tails.ChiSquared(Statistic, DegreesOfFreedom);

    internal static LogRankTest Of(SurvivalModel model, AnalysisTable table, string[] by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (by.Length == 0) throw new ArgumentException("A log-rank test compares groups: name the columns that they are made of.", nameof(by));
        var rows = FollowUp.Complete(model, table, [.. by, .. model.StrataColumns]);
        var data = FollowUp.Of(model, table, rows).RequireEvents();
        var groups = RowGroups.Of(table, rows, by);
        var count = groups.Names.Length;
        if (count < 2) throw new DataException($"There is a single group of {StatisticsErrors.List(by)} in the rows that are used: a log-rank test compares two or more.");
        var (people, observed, expected, variance) = (new int[count], new int[count], new double[count], new double[count * count]);
        foreach (var group in groups.Codes) people[group]++;
        AddUp(data, groups.Codes, observed, expected, variance);
        return new([.. groups.Names.Select((name, k) => new LogRankGroup(name, people[k], observed[k], expected[k]))],
            ChiSquared(observed, expected, variance, StatisticsErrors.List(by)), count - 1);
    }

    private static void AddUp(FollowUp data, int[] groups, int[] observed, double[] expected, double[] variance)
    {
        var (order, entries, atRisk, died) = (data.FromLast(), data.Entry is null ? null : data.FromLastEntry(), new int[observed.Length], new int[observed.Length]);
        for (int at = 0, entered = 0, stratum = -1; at < order.Length;)
        {
            if (stratum != data.Strata.Codes[order[at]])
            {
                (stratum, entered) = (data.Strata.Codes[order[at]], at);
                Array.Clear(atRisk);
            }
            var time = data.Time[order[at]];
            Array.Clear(died);
            for (; at < order.Length && data.Time[order[at]] == time && data.Strata.Codes[order[at]] == stratum; at++)
            {
                atRisk[groups[order[at]]]++;
                if (data.Died[order[at]]) died[groups[order[at]]]++;
            }
            for (; entries is not null && entered < at && data.Strata.Codes[entries[entered]] == stratum && data.Entry![entries[entered]] >= time; entered++) atRisk[groups[entries[entered]]]--;
            AddTime(atRisk, died, observed, expected, variance);
        }
    }

    private static void AddTime(int[] atRisk, int[] died, int[] observed, double[] expected, double[] variance)
    {
        var (events, all, count) = (died.Sum(), (double)atRisk.Sum(), died.Length);
        if (events == 0) return;
        var factor = all > 1 ? events * (all - events) / (all - 1) : 0;
        for (var i = 0; i < count; i++)
        {
            var share = atRisk[i] / all;
            observed[i] += died[i];
            expected[i] += events * share;
            for (var j = 0; j < count; j++) variance[i * count + j] += factor * share * ((i == j ? 1 : 0) - atRisk[j] / all);
        }
    }

    private static double ChiSquared(int[] observed, double[] expected, double[] variance, string names)
    {
        var (count, rest) = (observed.Length, observed.Length - 1);
        var (sums, difference) = (new double[rest * rest], new double[rest]);
        for (var i = 0; i < rest; i++)
        {
            difference[i] = observed[i] - expected[i];
            for (var j = 0; j < rest; j++) sums[i * rest + j] = variance[i * count + j];
        }
        var comparable = Enumerable.Range(0, rest).All(i => sums[i * rest + i] > 0);
        var factor = comparable ? InformationFactor.OfSums(sums, rest, rest) : null;
        if (factor is null || factor.SmallestShare < 1e-12)
            throw new DataException($"Some groups of {names} are never at risk together when an event happens, so their hazards cannot be compared: join groups, or take fewer strata.");
        return difference.Zip(factor.Solve(difference)).Sum(pair => pair.First * pair.Second);
    }

    /// <summary>Observed and expected events have the same total, so that one withheld number could be worked out from the others.</summary>
    private bool IsHidden => Groups.Any(group => CountText.Shown(group.Observed).IsSuppressed);

    /// <summary>Observed and expected events of each group. Counts pass the default disclosure policy.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Log-rank test: {StatementWords.ChiSquared(Statistic, DegreesOfFreedom)}, {NumberText.WithP(PValue)}",
        Columns = [new("Group"), new("People", ColumnFormat.Count), new("Events", ColumnFormat.Count), new("Expected", ColumnFormat.Decimal1)],
        Rows = [.. Groups.Select(group => (TableCell[])[group.Name, CountText.Shown(group.People), CountText.Shown(group.Observed), IsHidden ? DisclosedValue.Suppressed : group.Expected])],
        Notes = ["Expected are the events that each group would have had, were hazards the same in all groups. " + RegressionTable.Unadjusted, CountText.Note],
    };
}
