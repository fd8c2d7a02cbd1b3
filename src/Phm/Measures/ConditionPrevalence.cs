using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;
using Phm.Statistics;

namespace Phm.Measures;

/// <summary>How many people live with each condition, as a share of everyone with its interval.</summary>
public sealed record ConditionPrevalence : Result
{
    private readonly long[] _cases;
    private readonly long _people;

    private ConditionPrevalence(Period period, DisclosurePolicy policy, long[] counts)
    {
        (Period, Policy) = (period, policy);
        _cases = counts[..^1];
        _people = counts[^1];
    }

    /// <summary>Whom it is about.</summary>
    public required string Name { get; init; }

    /// <summary>The period; whoever lived with a condition on any day of it counts.</summary>
    public Period Period { get; }

    /// <summary>The policy by which numbers are shown.</summary>
    public DisclosurePolicy Policy { get; }

    /// <summary>How much of the period the data cover, where that is not all of it; empty otherwise.</summary>
    internal string Coverage { get; private init; } = "";

    /// <summary>The prevalence of every condition among everyone present in a period.</summary>
    /// <exception cref="DataException">The data came without diagnoses, or cover no day of the period.</exception>
    public static ConditionPrevalence Of(Population population, Period period, DisclosurePolicy? policy = null)
    {
        population.Require(population.Diagnoses, "The prevalence of conditions");
        var coverage = population.RequireCovered(period, "The prevalence of conditions");
        var conditions = Vocabulary<Condition>.All.Count;
        var counts = population.Fold(period, () => new long[conditions + 1], (sums, person) =>
        {
            sums[conditions]++;
            for (var bits = person.Conditions.Bits; bits != 0; bits &= bits - 1) sums[System.Numerics.BitOperations.TrailingZeroCount(bits)]++;
        }, (sums, more) =>
        {
            for (var i = 0; i < sums.Length; i++) sums[i] += more[i];
        });
        return new(period, policy ?? DisclosurePolicy.Default, counts) { Name = population.Name, Coverage = coverage };
    }

    /// <summary>People with a condition.</summary>
    public DisclosedValue People(Condition condition) => Policy.Count(_cases[(int)condition]);

    /// <summary>The share of everyone that lives with a condition.</summary>
    public DisclosedValue Share(Condition condition) => DisclosedValue.Combine(People(condition), Policy.Count(_people), (cases, all) => all == 0 ? double.NaN : cases / all);

    /// <summary>The bounds of the 95% interval of the share.</summary>
    public (DisclosedValue Low, DisclosedValue High) Interval(Condition condition) => (Bound(condition, interval => interval.Low), Bound(condition, interval => interval.High));

    /// <summary>The conditions from the commonest.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"People who live with each condition, {Name}, {Period}",
        Columns = [new("Condition"), new("People", ColumnFormat.Count), new("Share", ColumnFormat.Percent), new("95% from", ColumnFormat.Percent), new("to", ColumnFormat.Percent)],
        Rows = [.. Ordered.Select(condition => (TableCell[])[condition.Name(), People(condition), Share(condition), Interval(condition).Low, Interval(condition).High])],
        Notes = ["A person with several conditions stands in several rows. Intervals: Wilson, from the numbers as shown.", .. Coverage.Length > 0 ? [Coverage] : Array.Empty<string>(), Policy.Note],
    };

    /// <summary>The conditions from the commonest; those that are suppressed last, in the order of the dictionary, so that order tells nothing.</summary>
    internal IEnumerable<Condition> Ordered => Vocabulary<Condition>.All.OrderByDescending(condition => People(condition) is { IsShown: true } shown ? shown.Value : -1);

    private DisclosedValue Bound(Condition condition, Func<ConfidenceInterval, double> bound) =>
        DisclosedValue.Combine(People(condition), Policy.Count(_people), (cases, all) => all == 0 ? double.NaN : bound(Proportion.Of(Math.Min(cases, all), all).Interval()));
}
