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
                Assert.True(!mean.IsShown || mean.Value == exact.CrudeUse.Mean(ActivationOutcome.EdAttendances, level).Value);
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
