using Phm.Populations;
using Phm.Segmentation;

namespace Phm.Tests.Segmentation;

/// <summary>The fast fold against one that asks every person one by one, written from the definitions alone.</summary>
public sealed class GridFoldTests
{
    private static readonly Period s_year = Period.FinancialYear(2024);

    private static readonly SegmentationScheme s_scheme = (SegmentationScheme.Named("Random") with { AgeBands = AgeBands.From(0, 1, 18, 65) })
        .Segment("Cancer", p => p.Has(Condition.Cancer), because: "cancer")
        .Segment("Ill", p => p.Has(Condition.Asthma), because: "asthma")
        .Segment("Ill", p => p.Has(Condition.Diabetes), because: "diabetes")
        .Otherwise("Well");

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 30)]
    [InlineData(4, 300)]
    [InlineData(5, 3_000)]
    [InlineData(6, 3_000)]
    public void Every_sum_of_the_grid_is_that_of_a_plain_loop(int seed, int count)
    {
        var people = RandomPeople.Draw(seed, count);

        var counts = GridFold.Run(s_scheme, people.Build(), s_year);

        Assert.Equal(Naive(people), Flat(counts));
    }

    [Fact]
    public void The_sums_are_the_same_on_any_number_of_threads()
    {
        var population = RandomPeople.Draw(seed: 9, count: 4 * Partition.Size - 5, eventsEach: 0.5).Build();
        var one = Flat(GridFold.Run(s_scheme, population, s_year, threads: 1));
        Assert.True(one.Values.Sum() > population.Count / 2);
        for (var threads = 2; threads <= 8; threads++) Assert.Equal(one, Flat(GridFold.Run(s_scheme, population, s_year, threads)));
    }

    private static SortedDictionary<string, long> Naive(RandomPeople people)
    {
        var sums = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var person in people.People)
        {
            var row = person.Row;
            if (row.Birth > s_year.Last || row.Death < s_year.First || row.RegisteredFrom > s_year.Last || row.RegisteredTo < s_year.First) continue;
            var (birthday, first) = (row.Birth.Date, s_year.First.Date);
            var age = first.Year - birthday.Year - ((first.Month, first.Day).CompareTo((birthday.Month, birthday.Day)) < 0 ? 1 : 0);
            var band = age >= 65 ? 3 : age >= 18 ? 2 : age >= 1 ? 1 : 0;
            bool Has(Condition condition) => person.Conditions.Any(c => c.Condition == condition && c.From <= s_year.Last && !(c.To < s_year.First));
            var (rule, segment) = Has(Condition.Cancer) ? (0, 0) : Has(Condition.Asthma) ? (1, 1) : Has(Condition.Diabetes) ? (2, 1) : (3, 2);
            var cell = $"practice {row.Practice ?? people.Geography.Practices.Count} band {band} segment {segment}";
            Add($"{cell} people", 1);
            Add($"rule {rule}", 1);
            var used = person.Activity.Where(a => a.Date >= s_year.First && a.Date <= s_year.Last).ToLookup(a => a.Point);
            if (used.Any(service => service.Any(a => a.Pence > 0))) Add($"{cell} payers of any", 1);
            foreach (var service in used)
            {
                if (service.Any(a => a.Pence > 0)) Add($"{cell} service {(int)service.Key} payers", 1);
                Add($"{cell} service {(int)service.Key} pence", service.Sum(a => a.Pence ?? 0));
            }
        }
        return sums;

        void Add(string key, long number)
        {
            if (number != 0) sums[key] = sums.GetValueOrDefault(key) + number;
        }
    }

    private static SortedDictionary<string, long> Flat(GridCounts counts)
    {
        var sums = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (var rule = 0; rule < counts.Reasons.Length; rule++) Add($"rule {rule}", counts.Reasons[rule]);
        for (var practice = 0; practice < counts.Practices; practice++)
        {
            for (var band = 0; band < counts.AgeBands; band++)
            {
                for (var segment = 0; segment < counts.Segments; segment++)
                {
                    var cell = $"practice {practice} band {band} segment {segment}";
                    Add($"{cell} people", counts.People(practice, band, segment));
                    Add($"{cell} payers of any", counts.PayersOfAny(practice, band, segment));
                    for (var service = 0; service < GridCounts.Services; service++)
                    {
                        Add($"{cell} service {service} payers", counts.Payers(practice, band, segment, service));
                        Add($"{cell} service {service} pence", counts.Pence(practice, band, segment, service));
                    }
                }
            }
        }
        return sums;

        void Add(string key, long number)
        {
            if (number != 0) sums.Add(key, number);
        }
    }
}
