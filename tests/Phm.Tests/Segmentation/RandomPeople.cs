using Phm.Populations;

namespace Phm.Tests.Segmentation;

/// <summary>Random people as plain records, and the population made of them.</summary>
internal sealed record RandomPeople(Geography Geography, IReadOnlyList<RandomPeople.One> People)
{
    private static readonly Condition[] s_conditions = [Condition.Asthma, Condition.Diabetes, Condition.Cancer, Condition.Obesity];

    /// <summary>One person. Days are near the ends of the financial year 2024/25, where mistakes are made.</summary>
    public sealed record One(PatientRow Row, List<(Condition Condition, Day From, Day? To)> Conditions, List<(PointOfDelivery Point, Day Date, int? Pence)> Activity);

    public static RandomPeople Draw(int seed, int count, double eventsEach = 3)
    {
        var random = new Random(seed);
        var geography = Tree(random);
        return new(geography, [.. Enumerable.Range(0, count).Select(i => Person(random, i, geography, eventsEach))]);
    }

    public Population Build()
    {
        var sorted = People.OrderBy(person => person.Row.Practice ?? int.MaxValue).ThenBy(person => person.Row.Id, StringComparer.Ordinal).ToArray();
        var (patients, rows) = (new PatientRows(), new PopulationRows());
        PopulationRows.MarkAvailable(rows.Activity, rows.Diagnoses, rows.Deficits);
        for (var p = 0; p < sorted.Length; p++)
        {
            patients.Add(sorted[p].Row);
            foreach (var (condition, from, to) in sorted[p].Conditions) rows.Diagnoses.Add(p, from, condition, to);
            foreach (var (point, date, pence) in sorted[p].Activity) rows.Activity.Add(p, date, point, pence: pence);
        }
        return rows.Build(Geography, patients.Build());
    }

    private static Geography Tree(Random random) => new(Enumerable.Range(0, random.Next(1, 8)).Select(i =>
        new Practice($"P{i}", $"Practice {i}", $"Network {i / 2}", $"Locality {i / 4}", "Place", "System")));

    private static One Person(Random random, int i, Geography geography, double eventsEach) => new(
        new PatientRow
        {
            Id = $"{i:000000}",
            Birth = random.Next(3) == 0 ? Near(random) : new Day((ushort)random.Next(10_000, 45_300)),
            Practice = random.Next(10) == 0 ? null : (ushort)random.Next(geography.Practices.Count),
            RegisteredFrom = random.Next(8) == 0 ? Near(random) : null,
            RegisteredTo = random.Next(8) == 0 ? Near(random) : null,
            Death = random.Next(8) == 0 ? Near(random) : null,
        },
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => (s_conditions[random.Next(4)], Near(random), random.Next(2) == 0 ? (Day?)Near(random) : null))],
        [.. Enumerable.Range(0, random.Next((int)(2 * eventsEach) + 1)).Select(_ => ((PointOfDelivery)random.Next(10), Near(random), random.Next(4) == 0 ? (int?)null : random.Next(1, 500_000)))]);

    /// <summary>A day within a few days of the start or the end of the year.</summary>
    private static Day Near(Random random) => Day.Of(2024 + random.Next(2), 4, 1).Plus(random.Next(-3, 3));
}
