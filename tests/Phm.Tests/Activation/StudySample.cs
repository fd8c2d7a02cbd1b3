using Phm.Activation;
using Phm.Populations;

namespace Phm.Tests.Activation;

/// <summary>
/// A drawn population in which use falls by a tenth with every level, the ill are at lower levels and use more, and fewer of the deprived are
/// measured. It is large enough for regressions and small enough for a test.
/// </summary>
internal static class StudySample
{
    /// <summary>The lowest score that is drawn at each level.</summary>
    private static readonly float[] s_scores = [30, 50, 60, 80];

    public static Period Year { get; } = Period.CalendarYear(2024);

    public static Period Covered { get; } = Period.Between("2023-01-01", "2025-12-31");

    public static Population People { get; } = StudyPeople.Of(Draw(new Random(2018), 1_500));

    public static ActivationStudy Study { get; } = People.PatientActivation(Year, covered: Covered);

    private static IEnumerable<StudyPeople.One> Draw(Random random, int people)
    {
        Condition[] physical = [Condition.Diabetes, Condition.Copd, Condition.HeartFailure];
        for (var p = 0; p < people; p++)
        {
            var decile = random.Next(10);
            var ill = Enumerable.Range(0, random.Next(4)).ToArray();
            var depressed = random.Next(4) == 0;
            var isMeasured = random.Next(20) < 8 + decile;
            var frailty = Gamma(random) * Math.Exp(0.25 * ill.Length + (depressed ? 0.3 : 0));
            var answers = new List<(Day, float?, byte?)>();
            var activity = new List<StudyPeople.Use>();
            for (var k = isMeasured ? random.Next(6) == 0 ? 2 : 1 : 0; k > 0; k--)
            {
                var level = Math.Clamp(1 + (decile + random.Next(20) - 4 * ill.Length - (depressed ? 4 : 0)) / 6, 1, 4);
                answers.Add((Year.First.Plus(random.Next(366)), s_scores[level - 1] + random.Next(50) / 10f, null));
                AddUse(random, activity, answers[^1].Item1, frailty * Math.Pow(0.9, level - 1));
            }
            yield return new(new PatientRow { Id = "", Birth = StudyPeople.Date("1930-01-01").Plus(random.Next(25_000)), Sex = random.Next(2) == 0 ? Sex.Female : Sex.Male, DeprivationDecile = decile < 9 || random.Next(3) > 0 ? (byte)(decile + 1) : null })
            {
                Conditions = [.. ill.Select(k => physical[k]), .. depressed ? [Condition.Depression] : Array.Empty<Condition>()],
                Answers = answers,
                Activity = activity,
            };
        }
    }

    private static void AddUse(Random random, List<StudyPeople.Use> activity, Day day, double rate)
    {
        (PointOfDelivery Point, double Mean)[] services =
            [(PointOfDelivery.GeneralPractice, 5), (PointOfDelivery.AccidentAndEmergency, 0.8), (PointOfDelivery.EmergencyAdmission, 0.5), (PointOfDelivery.ElectiveAdmission, 0.4), (PointOfDelivery.DayCase, 0.2), (PointOfDelivery.Outpatient, 3)];
        foreach (var (point, mean) in services)
        {
            for (var left = Poisson(random, mean * rate); left > 0; left--)
            {
                var began = day.Plus(random.Next(-182, 183));
                activity.Add(new(point, began, point is PointOfDelivery.EmergencyAdmission or PointOfDelivery.ElectiveAdmission ? began.Plus(1 + random.Next(6)) : null,
                    point is PointOfDelivery.GeneralPractice or PointOfDelivery.Outpatient ? random.Next(12) > 0 : null, point == PointOfDelivery.AccidentAndEmergency ? random.Next(3) == 0 : null));
            }
        }
    }

    /// <summary>A gamma variable of shape 2 and mean 1.</summary>
    private static double Gamma(Random random) => -(Math.Log(1 - random.NextDouble()) + Math.Log(1 - random.NextDouble())) / 2;

    private static int Poisson(Random random, double mean)
    {
        var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-mean));
        for (; product > limit; product *= random.NextDouble()) count++;
        return count;
    }
}
