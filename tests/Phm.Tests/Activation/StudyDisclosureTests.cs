using System.Globalization;
using Phm.Activation;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Presentation;

namespace Phm.Tests.Activation;

/// <summary>Whatever few people there are, no table of a study tells of them: on drawn populations that are mostly small.</summary>
public sealed class StudyDisclosureTests
{
    private static readonly Period s_january = Period.Between("2024-01-01", "2024-01-31");

    /// <summary>What is hidden is then not blurred by rounding either.</summary>
    private static readonly DisclosurePolicy s_unrounded = DisclosurePolicy.Default with { RoundTo = 1 };

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void No_table_shows_a_small_count_or_what_few_people_contribute_to(int seed)
    {
        var random = new Random(seed);
        var (suppressed, shown) = (0, 0);
        for (var round = 0; round < 60; round++)
        {
            var study = Draw(random);
            var exact = study.Under(DisclosurePolicy.UnprotectedForSyntheticDataOnly);
            foreach (var cell in Counts([study, study.Coverage(), study.Inequality()]))
            {
                Assert.True(!cell.IsShown || cell.Value == 0 || (cell.Value >= 10 && cell.Value % 5 == 0), $"{cell} is shown");
                (suppressed, shown) = (suppressed + (cell.IsSuppressed ? 1 : 0), shown + (cell.IsShown ? 1 : 0));
            }
            for (var level = 1; level <= 4; level++)
            {
                var rows = study.Studied.Where(row => row.Level == level).ToArray();
                var users = rows.Where(row => study.Count(row, ActivationOutcome.EdAttendances) > 0).Select(row => row.Patient).Distinct().Count();
                var mean = study.CrudeUse.Mean(ActivationOutcome.EdAttendances, level);
                Assert.True(!mean.IsShown || (users is 0 or > 7 && rows.Select(row => row.Patient).Distinct().Count() is 0 or > 7));
                Assert.True(!mean.IsShown || mean == study.Policy.Estimate(exact.CrudeUse.Mean(ActivationOutcome.EdAttendances, level).Value));
            }
        }
        Assert.True(suppressed > 100 && shown > 1000, string.Create(CultureInfo.InvariantCulture, $"{suppressed} suppressed, {shown} shown"));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void No_hidden_level_is_what_the_others_leave_of_the_total(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var study = Draw(random);
            // With the reasons for which questionnaires were left out nothing else is told of their number.
            var hidden = Enumerable.Range(1, 4).Count(level => study.Questionnaires(level).IsSuppressed);
            Assert.True(hidden != 1 || study.Questionnaires().IsSuppressed);
            Assert.True(!study.PeopleWithSeveral.IsShown || study.Questionnaires().IsShown);
        }
    }

    [Fact]
    public void Who_was_measured_and_how_levels_differ_by_deprivation_do_not_give_each_other_away()
    {
        // 2 of the measured have no decile of deprivation: they would be what the fifths leave of everyone measured.
        var study = StudyPeople.Of($"""
            id | imd | answers | activity
            {string.Join('\n', Enumerable.Range(0, 400).Select(i => $"P{i} | {(i < 30 ? "" : 1 + i % 10)} | {(i < 2 || i % 2 == 0 && i >= 30 ? $"2024-01-10 {(i % 3 == 0 ? 40 : 60)}" : "")} |"))}
            """).PatientActivation(s_january, window: new UseWindow(1, 1), covered: s_january, policy: s_unrounded);
        var (coverage, inequality) = (study.Coverage(), study.Inequality());
        Assert.Equal(187, coverage.Measured.Value);
        Assert.True(Enumerable.Range(1, 5).Count(fifth => inequality.People(fifth).IsSuppressed) is 1 or 2);
        Assert.True(inequality.ToTable().Rows[5][1].Number.IsSuppressed);
        AssertConsistent(coverage, inequality);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void A_fifth_that_one_table_hides_the_other_hides(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var study = Draw(random);
            AssertConsistent(study.Coverage(), study.Inequality());
        }
    }

    private static void AssertConsistent(ActivationCoverage coverage, ActivationInequality inequality)
    {
        var rows = coverage.ToTable().Rows.Where(row => row[0].Text == "Deprivation").ToDictionary(row => row[1].Text!, row => row[3].Number);
        for (var fifth = 1; fifth <= 5; fifth++)
            Assert.True(!rows.TryGetValue(ActivationCoverage.FifthNames[fifth - 1], out var measured) || measured == inequality.People(fifth));
        var all = inequality.ToTable().Rows[5][1].Number;
        Assert.True(!rows.TryGetValue("Not known", out var others) || !others.IsSuppressed || all.IsSuppressed || coverage.Measured.IsSuppressed);
        Assert.True(Enumerable.Range(1, 5).Count(fifth => inequality.People(fifth).IsSuppressed) != 1 || all.IsSuppressed);
    }

    private static IEnumerable<DisclosedValue> Counts(IEnumerable<Result> results) =>
        from table in results.Select(result => result.ToTable())
        from row in table.Rows
        from cell in row.Zip(table.Columns)
        where cell.Second.Format == ColumnFormat.Count && cell.First.Text is null
        select cell.First.Number;

    private static ActivationStudy Draw(Random random)
    {
        var people = random.Next(30, 150);
        int[] scores = [40, 50, 60, 80];
        return StudyPeople.Of(Enumerable.Range(0, people).Select(_ => new StudyPeople.One(new PatientRow
        {
            Id = "",
            Birth = StudyPeople.Date("1930-01-01").Plus(random.Next(25_000)),
            Sex = (Sex)random.Next(1, 3),
            DeprivationDecile = random.Next(8) == 0 ? null : (byte)random.Next(1, 11),
            RegisteredTo = random.Next(12) == 0 ? StudyPeople.Date("2024-01-10").Plus(random.Next(20)) : null,
        })
        {
            Answers = [.. Enumerable.Range(0, random.Next(3)).Select(_ => (StudyPeople.Date("2024-01-05").Plus(random.Next(20)), (float?)scores[Math.Min(random.Next(4), random.Next(4))], (byte?)null))],
            Activity = random.Next(4) == 0 ? [new(PointOfDelivery.AccidentAndEmergency, StudyPeople.Date("2024-01-05").Plus(random.Next(20)))] : [],
        }).Append(new StudyPeople.One(new PatientRow { Id = "", Birth = StudyPeople.Date("1980-01-01") }) { Answers = [(StudyPeople.Date("2024-01-15"), 40, null)] }))
            .PatientActivation(s_january, window: new UseWindow(2, 2), covered: s_january);
    }
}
