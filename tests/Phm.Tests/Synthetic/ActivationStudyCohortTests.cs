using Phm.Activation;
using Phm.Disclosure;
using Phm.Ingest;
using Phm.Populations;
using Phm.Synthetic;
using Phm.Synthetic.Studies;
using Phm.Tests.Ingest;

namespace Phm.Tests.Synthetic;

/// <summary>The cohort of the study of patient activation: what was drawn is what stands in the records, and what the analysis finds is what was published.</summary>
public sealed class ActivationStudyCohortTests(ActivationStudyCohortTests.Sample sample, ITestOutputHelper output) : IClassFixture<ActivationStudyCohortTests.Sample>
{
    private static readonly Period s_always = new(Day.Earliest, Day.Latest);
    private static readonly Period s_records = StudyFrame.Records(SyntheticParameters.ActivationStudy);

    /// <summary>Adjusted ratios of level 4 to level 1 with their 95% intervals: Barker 2018, doi:10.1136/bmjqs-2017-007635.</summary>
    private static readonly (ActivationOutcome Outcome, double Ratio, double Low, double High)[] s_published =
    [
        (ActivationOutcome.EmergencyAdmissions, .62, .51, .75), (ActivationOutcome.EdAttendances, .68, .60, .78), (ActivationOutcome.OutpatientAttended, .81, .74, .88),
        (ActivationOutcome.GpContacts, .82, .79, .86), (ActivationOutcome.GpDidNotAttend, .77, .68, .87), (ActivationOutcome.OutpatientDidNotAttend, .72, .61, .86),
        (ActivationOutcome.MinorSelfReferredEd, .67, .55, .82), (ActivationOutcome.ElectiveOvernightNights, .59, .37, .94), (ActivationOutcome.ReadmissionsWithin30Days, .68, .39, 1.17),
    ];

    private readonly Population _cohort = sample.Cohort;

    /// <summary>The cohort of seed 2018, made once, with the questionnaires that it was made from.</summary>
    public sealed class Sample
    {
        public const ulong Seed = 2018;

        public Population Cohort { get; } = ActivationStudyCohort.Generate(Seed);

        internal StudyQuestionnaire[] Drawn { get; } = QuestionnaireDraw.Draw(SyntheticParameters.ActivationStudy, Seed);
    }

    [Theory]
    [InlineData(2018)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20_261_122)]
    public void Every_published_figure_is_met_by_one_cohort_whatever_the_seed(ulong seed)
    {
        var calibration = Calibration.OfActivationStudy(seed == Sample.Seed ? _cohort : ActivationStudyCohort.Generate(seed));
        output.Tell("calibration", calibration.ToString());
        Assert.Empty(calibration.Figures.Where(figure => !figure.IsMet).Select(figure => $"{figure.Name}: {figure.Obtained:G4} for {figure.Target:G4}"));
        Assert.Equal(132, calibration.Figures.Count);
    }

    [Fact]
    public void All_nine_adjusted_ratios_lie_in_the_published_intervals_and_are_not_the_crude_ones()
    {
        var adjusted = Study(_cohort).AdjustedUse([.. s_published.Select(published => published.Outcome)]);
        foreach (var (outcome, ratio, low, high) in s_published)
        {
            var (crude, found) = (adjusted.CrudeRatio(outcome, 4).Value, adjusted.Ratio(outcome, 4).Value);
            Assert.InRange(found, low, high);
            Assert.True(Math.Abs(found - ratio) < 0.4 * Math.Abs(crude - found), $"{outcome}: {found} for {ratio}, crude {crude}");
        }
    }

    [Fact]
    public void There_are_as_many_people_and_questionnaires_as_in_the_study_and_every_score_lies_in_its_level()
    {
        Assert.Equal(9_348, _cohort.Count);
        Assert.Equal(12_270, _cohort.Activations.Rows);
        var levels = _cohort.Activations.Score.ToArray().GroupBy(score => CutPoints.Published.LevelOf(score)).OrderBy(group => group.Key).Select(group => group.Count());
        Assert.Equal([2_704, 2_337, 5_591, 1_638], levels);
        var each = Enumerable.Range(0, _cohort.Count)
            .Select(p => _cohort.Activations.Date.Span[_cohort.Activations.RowsOf(p)].Length).CountBy(count => count).OrderBy(group => group.Key);
        Assert.Equal([new(1, 6_900), new(2, 1_974), new(3, 474)], each);
    }

    [Fact]
    public void What_is_counted_around_a_questionnaire_is_what_was_drawn_for_it_and_nothing_else_fell_into_its_window()
    {
        string Signature(int level, Func<ActivationOutcome, int> count) => $"{level}: {string.Join(' ', Vocabulary<ActivationOutcome>.All.Select(count))}";
        var study = Study(_cohort);
        Assert.Equal(
            sample.Drawn.Select(q => Signature(q.Level, outcome => q[outcome])).Order(StringComparer.Ordinal),
            study.Studied.Select(q => Signature(q.Level, outcome => study.Count(q, outcome))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Windows_of_a_person_lie_in_the_records_far_enough_apart_and_levels_change()
    {
        var changed = 0;
        for (var p = 0; p < _cohort.Count; p++)
        {
            Day? before = null;
            float? score = null;
            foreach (var row in _cohort.Activations.RowsIn(p, s_always))
            {
                var date = _cohort.Activations.Date.Span[row];
                Assert.True(date.Plus(-182) >= s_records.First && date.Plus(182) <= s_records.Last);
                if (before is { } last) Assert.True(date.DaysSince(last) >= 400);
                if (score is { } old && CutPoints.Published.LevelOf(old) != CutPoints.Published.LevelOf(_cohort.Activations.Score.Span[row])) changed++;
                (before, score) = (date, _cohort.Activations.Score.Span[row]);
            }
        }
        Assert.InRange(changed, 500, 2_500);
    }

    [Fact]
    public void Outside_the_windows_there_is_nothing_but_medicines_and_no_one_is_in_two_beds()
    {
        var activity = _cohort.Activity;
        for (var p = 0; p < _cohort.Count; p++)
        {
            Day[] dates = [.. _cohort.Activations.Date.Span[_cohort.Activations.RowsOf(p)]];
            Day? until = null;
            foreach (var row in activity.RowsIn(p, s_always))
            {
                var (date, end) = (activity.Date.Span[row], activity.End.Span[row]);
                if (activity.Point.Span[row] == PointOfDelivery.Prescribing) continue;
                var window = dates.Single(day => Math.Abs(date.DaysSince(day)) <= 182);
                if ((activity.Flags.Span[row] & ActivityFlags.HasEnd) == 0) continue;
                Assert.True(end >= date && end.DaysSince(window) <= 182);
                Assert.False(until > date);
                until = end;
            }
        }
    }

    [Fact]
    public void Appointments_say_whether_they_were_attended_attendances_whether_they_were_minor_and_all_what_they_cost()
    {
        var activity = _cohort.Activity;
        for (var row = 0; row < activity.Rows; row++)
        {
            var (point, flags) = (activity.Point.Span[row], activity.Flags.Span[row]);
            Assert.Equal(point is PointOfDelivery.GeneralPractice or PointOfDelivery.Outpatient, (flags & ActivityFlags.AttendanceKnown) != 0);
            Assert.Equal(point == PointOfDelivery.AccidentAndEmergency, (flags & ActivityFlags.MinorSelfReferredKnown) != 0);
            Assert.Equal(point is PointOfDelivery.EmergencyAdmission or PointOfDelivery.ElectiveAdmission or PointOfDelivery.DayCase, (flags & (ActivityFlags.HasEnd | ActivityFlags.HasDiagnosis)) == (ActivityFlags.HasEnd | ActivityFlags.HasDiagnosis));
            Assert.NotEqual(0, (int)(flags & ActivityFlags.HasCost));
            Assert.Equal((flags & (ActivityFlags.AttendanceKnown | ActivityFlags.Attended)) == ActivityFlags.AttendanceKnown, activity.Cost.Span[row] == 0);
        }
    }

    [Fact]
    public void A_seed_gives_the_same_bytes_on_any_number_of_threads_and_another_seed_gives_others()
    {
        var expected = Saved(_cohort);
        var again = Enumerable.Range(0, 3).AsParallel().WithDegreeOfParallelism(3).Select(_ => Saved(ActivationStudyCohort.Generate(Sample.Seed))).ToArray();
        Assert.All(again, bytes => Assert.Equal(expected, bytes));
        Assert.NotEqual(expected, Saved(ActivationStudyCohort.Generate(Sample.Seed + 1)));
    }

    [Fact]
    public void The_cohort_is_called_synthetic_and_passes_the_import_without_a_row_rejected_or_lost()
    {
        using var told = new ToldActivities();
        Assert.Contains("(synthetic)", ActivationStudyCohort.Generate(3).Name, StringComparison.Ordinal);
        Assert.Equal(true, Assert.Single(told.Named("phm.population")).GetTagItem("phm.population.synthetic"));
        Assert.Equal(3UL, Assert.Single(told.Named("phm.synthetic.generate")).GetTagItem("phm.seed"));

        using var folder = new TempFolder();
        LinkedData.Save(_cohort, folder.In("data"));
        var read = LinkedData.Load(folder.In("data"));
        Assert.All(read.Quality.Tables, table => Assert.Empty(table.Rejected));
        Assert.Equal(Saved(_cohort), Saved(read.Population));
    }

    [Theory]
    [InlineData("study.people_with_three", "4000", "study.years")]
    [InlineData("gp_contacts.effect.decile", "5", "gp_contacts.effect")]
    [InlineData("elective.course_people", "2000", "elective.course_people")]
    public void Parameters_that_contradict_each_other_are_named(string name, string value, string expected)
    {
        using var folder = new TempFolder();
        var lines = SyntheticParameters.ActivationStudy.Rows.Select(row => FormattableString.Invariant($"{row.Name},{row.At},{(row.Name == name ? value : row.Value)},{row.Status},x"));
        var parameters = SyntheticParameters.Load(folder.With("mine.csv", "parameter,at,value,status,source\n" + string.Join('\n', lines) + "\n").In("mine.csv"));
        Assert.Contains(expected, Assert.Throws<DataException>(() => ActivationStudyCohort.Generate(Sample.Seed, parameters)).Message, StringComparison.Ordinal);
    }

    private static ActivationStudy Study(Population cohort) => cohort.PatientActivation(s_records, policy: DisclosurePolicy.UnprotectedForSyntheticDataOnly);

    private static SortedDictionary<string, string> Saved(Population population)
    {
        using var folder = new TempFolder();
        LinkedData.Save(population, folder.In("data"));
        return TempFolder.BytesOf(folder.In("data"));
    }
}
