using Phm.Activation;
using Phm.Populations;

namespace Phm.Tests.Activation;

/// <summary>The fold against a loop that asks every questionnaire about every row, written from the definitions alone.</summary>
public sealed class CountingPropertyTests
{
    private static readonly Period s_year = Period.CalendarYear(2024);
    private static readonly Period s_covered = Period.Between("2023-10-01", "2025-03-01");
    private static readonly PointOfDelivery[] s_points = [.. Vocabulary<PointOfDelivery>.All];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 40)]
    [InlineData(3, 400)]
    [InlineData(4, 400)]
    public void Every_count_is_that_of_a_plain_loop(int seed, int people)
    {
        var random = new Random(seed);
        var drawn = Enumerable.Range(0, people).Select(_ => Draw(random)).ToArray();
        var window = new UseWindow(random.Next(0, 200), random.Next(0, 200));

        var rows = ActivationFold.Run(StudyPeople.Of(drawn), s_year, s_covered, CutPoints.Published, window);

        var expected = drawn.SelectMany((one, p) => Naive(one, p, window)).Order(StringComparer.Ordinal).ToArray();
        var whole = 0;
        var actual = rows.Where(_ => true).Select(row =>
        {
            var counts = row.Window == WindowState.Whole ? Vocabulary<ActivationOutcome>.All.Select(outcome => rows.Count(row, outcome)) : [];
            whole += row.Window == WindowState.Whole ? 1 : 0;
            return Line(row.Patient, row.Date, row.Level, row.Window, row.Window == WindowState.Whole ? row.Days : 0, row.Overlaps, counts);
        });
        Assert.Equal(expected, actual.Order(StringComparer.Ordinal));
        Assert.True(people == 1 || whole > people / 10);
    }

    [Fact]
    public void The_rows_are_the_same_on_any_number_of_threads()
    {
        var random = new Random(5);
        var some = Enumerable.Range(0, 50).Select(_ => Draw(random)).ToArray();
        var population = StudyPeople.Of(Enumerable.Range(0, 2 * Partition.Size + 7).Select(i => i % 1000 == 0 ? some[i / 1000 % 50] : new StudyPeople.One(new PatientRow { Id = "", Birth = s_year.First })));
        var one = ActivationFold.Run(population, s_year, s_covered, CutPoints.Published, UseWindow.Default, threads: 1);
        Assert.True(one.Rows.Length > 100);
        for (var threads = 2; threads <= 4; threads++)
        {
            var many = ActivationFold.Run(population, s_year, s_covered, CutPoints.Published, UseWindow.Default, threads);
            Assert.True(one.Rows.SequenceEqual(many.Rows));
            Assert.True(one.Counts.SequenceEqual(many.Counts));
        }
    }

    private static StudyPeople.One Draw(Random random) => new(new PatientRow
    {
        Id = "",
        Birth = StudyPeople.Date("1950-06-01"),
        RegisteredFrom = random.Next(6) == 0 ? AnyDay(random) : null,
        RegisteredTo = random.Next(6) == 0 ? AnyDay(random) : null,
        Death = random.Next(6) == 0 ? AnyDay(random) : null,
    })
    {
        // A questionnaire a day at most: what would stand in which order on one day is no part of the definition.
        Answers = [.. Enumerable.Range(0, random.Next(4)).Select(_ => AnyDay(random)).Distinct().Select(day => random.Next(3) == 0 ? (day, (float?)null, (byte?)random.Next(1, 5)) : (day, (float?)Math.Round(random.NextDouble() * 100, 1), (byte?)null))],
        Activity = [.. Enumerable.Range(0, random.Next(30)).Select(_ => Event(random))],
    };

    private static StudyPeople.Use Event(Random random)
    {
        var (point, day) = (s_points[random.Next(s_points.Length)], AnyDay(random));
        return new(point, day, random.Next(3) == 0 ? null : day.Plus(random.Next(0, 40)), random.Next(3) == 0 ? null : random.Next(2) == 0,
            point == PointOfDelivery.AccidentAndEmergency && random.Next(3) > 0 ? random.Next(2) == 0 : null);
    }

    private static Day AnyDay(Random random) => StudyPeople.Date("2023-09-15").Plus(random.Next(0, 560));

    private static IEnumerable<string> Naive(StudyPeople.One one, int person, UseWindow window)
    {
        var row = one.Row;
        var answers = one.Answers.Where(answer => answer.Date >= s_year.First && answer.Date <= s_year.Last).Select(answer =>
        {
            var (first, last) = (answer.Date.Plus(-window.DaysBefore), answer.Date.Plus(window.DaysAfter));
            if (row.Death is { } death && death >= answer.Date && death < last) last = death;
            var state = row.Death < answer.Date || row.RegisteredFrom > answer.Date || row.RegisteredTo < answer.Date ? WindowState.NotRegistered
                : first < s_covered.First || last > s_covered.Last ? WindowState.BeyondData
                : row.RegisteredFrom > first || row.RegisteredTo < last ? WindowState.BeyondRegistration : WindowState.Whole;
            return (answer, first, last, state);
        }).ToArray();
        foreach (var (answer, first, last, state) in answers)
        {
            var level = answer.Level ?? (answer.Score < 47.05f ? 1 : answer.Score < 55.15f ? 2 : answer.Score < 72.45f ? 3 : 4);
            if (state != WindowState.Whole)
            {
                yield return Line(person, answer.Date, level, state, 0, false, []);
                continue;
            }
            var overlaps = answers.Count(other => other.state == WindowState.Whole && other.first <= last && other.last >= first) > 1;
            yield return Line(person, answer.Date, level, state, last.DaysSince(first) + 1, overlaps, Vocabulary<ActivationOutcome>.All.Select(outcome => Count(one, outcome, first, last)));
        }
    }

    private static int Count(StudyPeople.One one, ActivationOutcome outcome, Day first, Day last)
    {
        var within = one.Activity.Where(use => use.Date >= first && use.Date <= last).ToArray();
        int At(PointOfDelivery point, Func<StudyPeople.Use, bool> counts) => within.Count(use => use.Point == point && counts(use));
        return outcome switch
        {
            ActivationOutcome.GpContacts => At(PointOfDelivery.GeneralPractice, use => use.Attended != false),
            ActivationOutcome.EdAttendances => At(PointOfDelivery.AccidentAndEmergency, _ => true),
            ActivationOutcome.EmergencyAdmissions => At(PointOfDelivery.EmergencyAdmission, _ => true),
            ActivationOutcome.ElectiveAdmissions => At(PointOfDelivery.ElectiveAdmission, _ => true) + At(PointOfDelivery.DayCase, _ => true),
            ActivationOutcome.OutpatientAttended => At(PointOfDelivery.Outpatient, use => use.Attended == true),
            ActivationOutcome.GpDidNotAttend => At(PointOfDelivery.GeneralPractice, use => use.Attended == false),
            ActivationOutcome.OutpatientDidNotAttend => At(PointOfDelivery.Outpatient, use => use.Attended == false),
            ActivationOutcome.MinorSelfReferredEd => At(PointOfDelivery.AccidentAndEmergency, use => use.Minor == true),
            ActivationOutcome.ElectiveOvernightNights => within.Where(use => use.Point == PointOfDelivery.ElectiveAdmission && use.End.HasValue).Sum(use => use.End!.Value.DaysSince(use.Date)),
            _ => At(PointOfDelivery.EmergencyAdmission, use => one.Activity.Any(earlier => earlier.Point is PointOfDelivery.EmergencyAdmission or PointOfDelivery.ElectiveAdmission
                && earlier.Date < use.Date && earlier.End is { } end && end <= use.Date && use.Date.DaysSince(end) <= 30)),
        };
    }

    private static string Line(int person, Day date, int level, WindowState state, int days, bool overlaps, IEnumerable<int> counts) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{person} {date} level {level} {state} {days} {overlaps}: {string.Join(' ', counts)}");
}
