using Phm.Ingest;
using Phm.Populations;
using Phm.Synthetic;
using Phm.Tests.Ingest;

namespace Phm.Tests.Synthetic;

/// <summary>The same options make the same people, and no one's records contradict their life.</summary>
public sealed class SyntheticPopulationTests(SyntheticPopulationTests.Sample sample) : IClassFixture<SyntheticPopulationTests.Sample>
{
    private static readonly SyntheticOptions s_small = new() { People = 5_000, Seed = 7, Years = 2 };

    private readonly Population _people = sample.People;

    /// <summary>12,000 people, made once.</summary>
    public sealed class Sample
    {
        public static readonly SyntheticOptions Options = new() { People = 12_000 };

        public Population People { get; } = SyntheticPopulation.Generate(Options);
    }

    [Fact]
    public void The_same_options_give_the_same_bytes_whether_many_threads_work_or_one_person_after_the_other_is_simulated()
    {
        var expected = Saved(OneByOne(s_small));
        Assert.Equal(expected, Saved(SyntheticPopulation.Generate(s_small)));
        Assert.Equal(expected, Saved(SyntheticPopulation.Generate(s_small)));
        Assert.NotEqual(expected, Saved(SyntheticPopulation.Generate(s_small with { Seed = 8 })));
    }

    [Fact]
    public void A_persons_birth_health_and_death_depend_on_the_seed_and_their_number_alone()
    {
        var (few, many) = (Lives(s_small with { People = 300 }, 300), Lives(s_small with { People = 3_000 }, 300));
        Assert.Equal(few, many);
        Assert.NotEqual(few, Lives(s_small with { People = 300, Seed = 8 }, 300));
    }

    [Fact]
    public void Nothing_is_recorded_before_birth_after_death_or_while_not_registered()
    {
        for (var p = 0; p < _people.Count; p++)
        {
            var (first, last) = Presence(p);
            foreach (var day in Dates(_people.Activity, p).Concat(Dates(_people.Measurements, p)).Concat(Dates(_people.Activations, p)))
                Assert.True(day >= first && day <= last);
            foreach (var day in Dates(_people.Diagnoses, p).Concat(Dates(_people.Deficits, p)).Concat(Dates(_people.Medications, p)))
                Assert.True(day >= _people.Patients.Birth.Span[p] && day <= last);
        }
    }

    [Fact]
    public void Stays_end_after_they_begin_within_life_and_do_not_overlap()
    {
        var activity = _people.Activity;
        var stays = 0;
        for (var p = 0; p < _people.Count; p++)
        {
            Day? until = null;
            foreach (var row in activity.RowsIn(p, new Period(Day.Earliest, Day.Latest)))
            {
                if ((activity.Flags.Span[row] & ActivityFlags.HasEnd) == 0) continue;
                stays++;
                Assert.True(activity.End.Span[row] >= activity.Date.Span[row]);
                Assert.True(activity.End.Span[row] <= Presence(p).Last);
                Assert.False(until > activity.Date.Span[row]);
                until = activity.End.Span[row];
            }
        }
        Assert.True(stays > 1_000);
    }

    [Fact]
    public void Conditions_and_medicines_end_after_they_begin_and_none_stands_twice_at_a_time()
    {
        for (var p = 0; p < _people.Count; p++)
        {
            var conditions = new HashSet<Condition>();
            for (var row = _people.Diagnoses.RowsOf(p).Start.Value; row < _people.Diagnoses.RowsOf(p).End.Value; row++)
            {
                var condition = _people.Diagnoses.Condition.Span[row];
                if (_people.Diagnoses.HasEnd.Span[row] != 0) Assert.True(_people.Diagnoses.End.Span[row] >= _people.Diagnoses.Date.Span[row]);
                Assert.True(conditions.Add(condition) || condition == Condition.Pregnancy);
                if (condition == Condition.Pregnancy) Assert.Equal(Sex.Female, _people.Patients.Sex.Span[p]);
            }
            for (var row = _people.Medications.RowsOf(p).Start.Value; row < _people.Medications.RowsOf(p).End.Value; row++)
            {
                if (_people.Medications.HasEnd.Span[row] != 0) Assert.True(_people.Medications.End.Span[row] >= _people.Medications.Date.Span[row]);
            }
            var deficits = _people.Deficits.Deficit.Span[_people.Deficits.RowsOf(p)].ToArray();
            Assert.Equal(deficits.Length, deficits.Distinct().Count());
        }
    }

    [Fact]
    public void Ages_costs_and_registrations_are_plausible()
    {
        var patients = _people.Patients;
        var (first, last) = (Period.FinancialYear(2022).First, Period.FinancialYear(2024).Last);
        for (var p = 0; p < _people.Count; p++)
        {
            Assert.InRange(first.AgeOf(patients.Birth.Span[p]), 0, 105);
            Assert.True(patients.Birth.Span[p] <= last);
            var (from, to) = Presence(p);
            Assert.True(from <= to && to <= last);
            if (Has(p, PatientFlags.HasDeath) && Has(p, PatientFlags.HasRegisteredTo)) Assert.Equal(patients.Death.Span[p], patients.RegisteredTo.Span[p]);
            Assert.False(Has(p, PatientFlags.HasDeprivation) && patients.DeprivationDecile.Span[p] is < 1 or > 10);
        }
        Assert.DoesNotContain(_people.Activity.Cost.ToArray(), pence => pence < 0);
    }

    [Fact]
    public void What_was_generated_passes_the_checks_of_the_import_without_a_finding_about_contradictions()
    {
        using var folder = new TempFolder();
        LinkedData.Save(_people, folder.In("data"));
        var read = LinkedData.Load(folder.In("data"));
        Assert.Equal(_people.Count, read.Population.Count);
        Assert.All(read.Quality.Tables, table => Assert.Empty(table.Rejected));
    }

    [Theory]
    [InlineData(99, 3, 2022, nameof(SyntheticOptions.People))]
    [InlineData(10_000_001, 3, 2022, nameof(SyntheticOptions.People))]
    [InlineData(100, 0, 2022, nameof(SyntheticOptions.Years))]
    [InlineData(100, 11, 2022, nameof(SyntheticOptions.Years))]
    [InlineData(100, 1, 1989, nameof(SyntheticOptions.StartYear))]
    [InlineData(100, 1, 2061, nameof(SyntheticOptions.StartYear))]
    public void Options_outside_their_range_are_refused_by_name(int people, int years, int startYear, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticPopulation.Generate(new SyntheticOptions { People = people, Years = years, StartYear = startYear })).ParamName);

    [Theory]
    [InlineData(1, 1990)]
    [InlineData(10, 2060)]
    public void The_ends_of_the_range_of_options_work_and_even_a_hundred_people_have_a_calibration_report(int years, int startYear)
    {
        var population = SyntheticPopulation.Generate(new SyntheticOptions { People = 100, Years = years, StartYear = startYear });
        Assert.Equal(100, population.Count);
        Assert.Contains("figures met", Calibration.Of(population, Period.FinancialYear(startYear)).ToString(), StringComparison.Ordinal);
    }

    private (Day First, Day Last) Presence(int p)
    {
        var patients = _people.Patients;
        var (first, last) = (Period.FinancialYear(2022).First, Period.FinancialYear(2024).Last);
        if (patients.Birth.Span[p] > first) first = patients.Birth.Span[p];
        if (Has(p, PatientFlags.HasRegisteredFrom) && patients.RegisteredFrom.Span[p] > first) first = patients.RegisteredFrom.Span[p];
        if (Has(p, PatientFlags.HasRegisteredTo) && patients.RegisteredTo.Span[p] < last) last = patients.RegisteredTo.Span[p];
        if (Has(p, PatientFlags.HasDeath) && patients.Death.Span[p] < last) last = patients.Death.Span[p];
        return (first, last);
    }

    private bool Has(int p, PatientFlags flag) => (_people.Patients.Flags.Span[p] & flag) != 0;

    private static Day[] Dates(EventTable table, int p) => table.Date.Span[table.RowsOf(p)].ToArray();

    private static Population OneByOne(SyntheticOptions options)
    {
        var parameters = SyntheticParameters.KentAndMedway;
        var model = Model(options);
        var (patients, rows) = (new PatientRows(), new PopulationRows());
        var people = new Demography(parameters, options, model.Geography).Draw().OrderBy(person => person.Practice).ThenBy(person => person.Stream).ToArray();
        for (var i = 0; i < people.Length; i++) patients.Add(new PersonSimulator(options, model).Run(people[i], i, $"S{i + 1:000000}", rows));
        PopulationRows.MarkAvailable(rows.Activity, rows.Diagnoses, rows.Deficits, rows.Measurements, rows.Medications, rows.Activations);
        return rows.Build(model.Geography.Geography, patients.Build());
    }

    private static List<string> Lives(SyntheticOptions options, int count)
    {
        var model = Model(options);
        var life = model.NewLife(options);
        var lives = new List<string>();
        foreach (var person in new Demography(SyntheticParameters.KentAndMedway, options, model.Geography).Draw().Take(count))
        {
            life.Run(person);
            lives.Add($"{person.Birth} {person.IsMale} {person.Decile} {life.RegisteredFrom} {life.RegisteredTo} {life.Death} {string.Join('/', life.Years)}");
        }
        return lives;
    }

    private static SyntheticModel Model(SyntheticOptions options)
    {
        var model = new SyntheticModel(options, SyntheticParameters.KentAndMedway);
        Pilot.Calibrate(model, SyntheticParameters.KentAndMedway, options.Years);
        return model;
    }

    private static SortedDictionary<string, string> Saved(Population population)
    {
        using var folder = new TempFolder();
        LinkedData.Save(population, folder.In("data"));
        return TempFolder.BytesOf(folder.In("data"));
    }
}
