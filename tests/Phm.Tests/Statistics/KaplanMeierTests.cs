using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>Survival curves and log-rank tests against R 4.2.2, survival 3.5-3 (<c>survfit</c> with conf.type = "log-log", <c>survdiff</c>), in 12 digits.</summary>
public sealed class KaplanMeierTests
{
    private static SurvivalModel Remission => Model.Survival("Weeks", "Relapsed");

    [Fact]
    public void Curves_of_remission_agree_with_R_in_estimate_error_and_interval()
    {
        var curves = Remission.Curves(SurvivalData.Leukaemia, "Arm");
        Assert.Equal(["Maintained", "Nonmaintained"], curves.Select(curve => curve.Group));
        Assert.Equal([(11, 7), (12, 11)], curves.Select(curve => (curve.People, curve.Events)));
        var events = curves[0].Points.Where(point => point.Events > 0).ToArray();
        Assert.Equal([11, 10, 8, 7, 5, 4, 2], events.Select(point => point.AtRisk));
        Digits.AtLeast(12, [0.9090909090909091, 0.8181818181818181, 0.7159090909090908, 0.6136363636363635, 0.4909090909090909, 0.3681818181818182, 0.1840909090909091], events.Select(point => point.Survival));
        Digits.AtLeast(12, [0.0866784172041448, 0.1162912998303329, 0.1396649705572278, 0.152632331027312, 0.1641932672211358, 0.1626688858270948, 0.1534927457862937], events.Select(point => point.StandardError));
        Digits.AtLeast(12, [0.50808020576992974, 0.44742861468218142, 0.35019038590793838, 0.26575204000128611, 0.16733090977685081, 0.09282957493698518, 0.01173848012318960], events.Select(point => point.Interval().Low));
        Digits.AtLeast(12, [0.986673822667823, 0.951162228582492, 0.899023974191053, 0.835299243250221, 0.753399790370811, 0.657040832398164, 0.525014842726641], events.Select(point => point.Interval().High));
        Assert.Equal((0.0, 0.0), (curves[1].Points[^1].Survival, curves[1].Points[^1].StandardError));
    }

    [Fact]
    public void Medians_and_other_quantiles_agree_with_R()
    {
        var curves = Remission.Curves(SurvivalData.Leukaemia, "Arm");
        // Seven events: the numbers are there, and not for showing.
        Assert.Equal(new SurvivalQuantile(0.5, 31, 13, null, 0.95) { IsWithheld = true }, curves[0].Median());
        Assert.Equal(new SurvivalQuantile(0.5, 23, 5, 33, 0.95), curves[1].Median());
        Assert.Equal([new(0.25, 18, 9, 34, 0.95) { IsWithheld = true }, new(0.75, 48, 31, null, 0.95) { IsWithheld = true }], [curves[0].Quantile(0.25), curves[0].Quantile(0.75)]);
        var lung = Model.Survival("time", "died").Curves(SurvivalData.Lung, "sex");
        Assert.Equal([new(0.5, 270, 210, 306, 0.95), new(0.5, 426, 345, 524, 0.95)], lung.Select(curve => curve.Median()));
    }

    [Fact]
    public void A_curve_that_rests_at_one_half_has_its_median_midway()
    {
        var table = new AnalysisTable().Number("t", [1, 2, 3, 4]).Number("d", [1, 1, 1, 1]);
        Assert.Equal(2.5, Model.Survival("t", "d").Curve(table).Median().Time);
        Assert.Null(Model.Survival("t", "d").Curve(new AnalysisTable().Number("t", [1, 2, 3]).Number("d", [1, 0, 0])).Median().Time);
    }

    [Fact]
    public void Numbers_at_risk_and_survival_at_any_time_agree_with_R()
    {
        var curves = Model.Survival("time", "died").Curves(SurvivalData.Lung, "sex");
        double[] times = [0, 180, 365, 730];
        Assert.Equal([138, 89, 35, 7, 90, 71, 30, 6], curves.SelectMany(curve => times.Select(time => curve.At(time).AtRisk)));
        Digits.AtLeast(12, [1, 0.6444650015417827, 0.3360878346393786, 0.0781240912670194, 1, 0.8424017055877832, 0.5264630301859056, 0.1872324979050559], curves.SelectMany(curve => times.Select(time => curve.At(time).Survival)));
        Digits.AtLeast(12, [0.0434235888417982, 0.2527291433279733, 0.421302168222719], [curves[0].At(365).StandardError, curves[0].At(365).Interval().Low, curves[0].At(365).Interval().High]);
        Assert.Equal(new(1, 1, 0.95), curves[0].At(0).Interval());
    }

    [Fact]
    public void Log_rank_tests_agree_with_R_with_groups_and_strata()
    {
        var two = Remission.LogRank(SurvivalData.Leukaemia, "Arm");
        Digits.AtLeast(12, [3.3963886989776, 10.68933599230072, 7.31066400769928], [two.Statistic, two.Groups[0].Expected, two.Groups[1].Expected]);
        var four = Model.Survival("time", "died").LogRank(SurvivalData.Lung, "ecog");
        Digits.AtLeast(12, [21.962131682476, 54.152697018922929, 83.527564575081882, 26.147353065330211, 0.172385340664962], [four.Statistic, .. four.Groups.Select(group => group.Expected)]);
        Assert.Equal((3, "37 82 44 1"), (four.DegreesOfFreedom, string.Join(' ', four.Groups.Select(group => group.Observed))));
        var stratified = Model.Survival("time", "died").StratifiedBy("inst").LogRank(SurvivalData.Lung, "sex");
        Digits.AtLeast(12, [8.52446736332317], [stratified.Statistic]);
        Assert.Equal([137, 90], stratified.Groups.Select(group => group.People));
        var ovarian = Model.Survival("Days", "Died").StratifiedBy("Residual").LogRank(SurvivalData.Ovarian, "Treatment");
        Digits.AtLeast(12, [1.27964345120336, 1.52597402597403 + 1.47402597402597], [ovarian.Statistic, ovarian.Groups[0].Expected + ovarian.Groups[1].Expected - 9]);
    }

    [Fact]
    public void Left_truncated_curves_are_those_of_counting_risk_sets_one_by_one()
    {
        var random = new Random(9);
        for (var round = 0; round < 30; round++)
        {
            const int people = 40;
            var (entry, time, died) = (new double[people], new double[people], new double[people]);
            for (var i = 0; i < people; i++) (entry[i], time[i], died[i]) = (random.Next(0, 10), random.Next(10, 30), random.Next(2));
            (entry[0], time[0]) = (12, 13);
            var curve = Model.Survival("time", "died").Entering("entry").Curve(new AnalysisTable().Number("entry", entry).Number("time", time).Number("died", died));
            var survival = 1.0;
            foreach (var point in curve.Points)
            {
                var atRisk = Enumerable.Range(0, people).Count(i => entry[i] < point.Time && time[i] >= point.Time);
                survival *= 1 - Enumerable.Range(0, people).Count(i => time[i] == point.Time && died[i] == 1) / (double)atRisk;
                Assert.Equal((atRisk, survival), (point.AtRisk, point.Survival));
                Assert.Equal(Enumerable.Range(0, people).Count(i => entry[i] < point.Time - 0.5 && time[i] >= point.Time - 0.5), curve.At(point.Time - 0.5).AtRisk);
            }
        }
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_with_the_column()
    {
        var table = SurvivalData.Leukaemia.Number("Never", new double[23]).Factor("One", [.. Enumerable.Repeat("a", 23)]).Factor("None", new string?[23]);
        Refused("single group of 'One'", () => Remission.LogRank(table, "One"));
        Refused("'Never' never happens", () => Model.Survival("Weeks", "Never").LogRank(table, "Arm"));
        Refused("Every row misses", () => Remission.Curves(table, "None"));
        Refused("never at risk together", () => Remission.StratifiedBy("Arm").LogRank(table, "Arm"));
        Refused("no rows", () => Remission.Curve(new AnalysisTable().Number("Weeks", Array.Empty<double>()).Number("Relapsed", Array.Empty<double>())));
        Assert.Equal(1, Model.Survival("Weeks", "Never").Curve(table).Points[^1].Survival);
        Assert.Throws<ArgumentException>(() => Remission.LogRank(table));
    }

    private static void Refused(string words, Func<object> act) => Assert.Contains(words, Assert.Throws<DataException>(act).Message, StringComparison.Ordinal);
}
