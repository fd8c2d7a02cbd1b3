using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Measures;

/// <summary>How many people are of each age band and sex in a period.</summary>
public sealed record AgeSexStructure : Result
{
    private static readonly int Sexes = Vocabulary<Sex>.All.Count + 1;

    private readonly AgeBands _bands;
    private readonly Lattice _lattice;
    private readonly long[] _counts;
    private readonly bool[] _hidden;

    private AgeSexStructure(string name, Period period, AgeBands bands, DisclosurePolicy policy, long[] counts)
    {
        (Name, Period, Policy, _bands) = (name, period, policy, bands);
        _lattice = new Lattice(Axis.WithTotal(bands.Count), Axis.WithTotal(Sexes));
        _counts = _lattice.Totals(counts);
        _hidden = SecondarySuppression.Protect(_lattice, _counts, policy);
    }

    /// <summary>Whose structure it is.</summary>
    public string Name { get; init; }

    /// <summary>The period; age is that of its first day.</summary>
    public Period Period { get; }

    /// <summary>The policy by which numbers are shown.</summary>
    public DisclosurePolicy Policy { get; }

    /// <summary>The age bands.</summary>
    public IReadOnlyList<string> AgeBands => _bands.Names;

    /// <summary>How much of the period the data cover, where that is not all of it; empty otherwise.</summary>
    internal string Coverage { get; private init; } = "";

    /// <summary>The structure of everyone present in a period.</summary>
    /// <exception cref="DataException">The data cover no day of the period.</exception>
    public static AgeSexStructure Of(Population population, Period period, AgeBands? bands = null, DisclosurePolicy? policy = null)
    {
        var coverage = population.RequireCovered(period, "The structure by age and sex");
        var chosen = bands ?? Populations.AgeBands.FiveYears();
        var counts = population.Fold(period, () => new long[chosen.Count * Sexes],
            (sums, person) => sums[chosen.Of(person.Age) * Sexes + (person.Sex is { } sex ? (int)sex - 1 : Sexes - 1)]++,
            (sums, more) =>
            {
                for (var i = 0; i < sums.Length; i++) sums[i] += more[i];
            });
        return new(population.Name, period, chosen, policy ?? DisclosurePolicy.Default, counts) { Coverage = coverage };
    }

    /// <summary>People of an age band and a sex.</summary>
    public DisclosedValue People(int band, Sex sex) => Node(band, (int)sex - 1);

    /// <summary>People of each age band of a sex, as shares of everyone.</summary>
    public IReadOnlyList<DisclosedValue> Shares(Sex sex) =>
        [.. Enumerable.Range(0, _bands.Count).Select(band => DisclosedValue.Combine(People(band, sex), Node(_bands.Count, Sexes), (part, whole) => whole == 0 ? double.NaN : part / whole))];

    /// <summary>People by age band and sex.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"People by age and sex, {Name}, {Period}",
        Columns = [new("Age"), .. Vocabulary<Sex>.All.Select(sex => new TableColumn(sex.Name(), ColumnFormat.Count)), new("Not recorded", ColumnFormat.Count), new("All", ColumnFormat.Count)],
        Rows = [.. AgeBands.Append("All ages").Select((band, b) => (TableCell[])[band, .. Enumerable.Range(0, Sexes + 1).Select(sex => (TableCell)Node(b, sex))])],
        TotalRows = [_bands.Count],
        Notes = [$"Everyone alive and registered on any day of {Period}; age on {Period.First}.", .. Coverage.Length > 0 ? [Coverage] : Array.Empty<string>(), Policy.Note],
    };

    private DisclosedValue Node(int band, int sex)
    {
        var node = _lattice.Index(band, sex);
        return Policy.Count(_counts[node], _hidden[node]);
    }
}
