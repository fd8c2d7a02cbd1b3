using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>Calibration, Brier score and net benefit against R 4.2.2 (<c>glm</c> with epsilon = 1e-15, and their definitions), in 10 digits or more.</summary>
public sealed class CalibrationTests
{
    private static readonly AnalysisTable s_patients = AssessmentData.Patients;

    [Fact]
    public void Intercept_and_slope_agree_with_R()
    {
        var found = Calibration.Of(s_patients, "risk", "poor");
        Digits.AtLeast(10, [-0.194863048232985, 0.217828838501205], [found.Intercept.Estimate, found.Intercept.StandardError]);
        Digits.AtLeast(10, [1.3948796586266483, 0.265403473778167], [found.Slope.Estimate, found.Slope.StandardError]);
        Assert.Equal((113, 41), (found.People, found.Events));
    }

    [Fact]
    public void Brier_scores_agree_with_R()
    {
        var found = BrierScore.Of(s_patients, "risk", "poor");
        Digits.AtLeast(12, [0.163991377699689, 0.290648407233288], [found.Value, found.Scaled]);
        var certain = new AnalysisTable().Number("risk", [0, 1, 1, 0]).Number("y", [0, 1, 1, 0]).Number("share", [0.5, 0.5, 0.5, 0.5]);
        Assert.Equal((0, 1), (BrierScore.Of(certain, "risk", "y").Value, BrierScore.Of(certain, "risk", "y").Scaled));
        Assert.Equal(0, BrierScore.Of(certain, "share", "y").Scaled);
    }

    [Fact]
    public void Net_benefit_agrees_with_R()
    {
        var points = DecisionCurve.Of(s_patients, "risk", "poor", 0.1, 0.2, 0.5).Points;
        Digits.AtLeast(12, [0.292035398230089, 0.238938053097345, 0.123893805309735], points.Select(point => point.NetBenefit));
        Digits.AtLeast(12, [0.292035398230089, 0.20353982300885, -0.274336283185841], points.Select(point => point.NetBenefitOfAll));
        Assert.Equal(99, DecisionCurve.Of(s_patients, "risk", "poor").Points.Count);
        var exact = DecisionCurve.Of(new AnalysisTable().Number("risk", [0.1, 0.2, 0.3, 0.4]).Number("y", [0, 0, 1, 1]), "risk", "y", 0.3).Points[0];
        Assert.Equal((0.5, 0.5), (exact.ActedOn, exact.NetBenefit));
    }

    [Fact]
    public void The_curve_keeps_everybody_once_and_equal_risks_together()
    {
        var random = new Random(1);
        foreach (var levels in (int[])[2, 3, 7, 1000])
        {
            var risk = Enumerable.Range(0, 500).Select(_ => (random.Next(levels) + 1) / (levels + 2.0)).ToArray();
            var table = new AnalysisTable().Number("risk", risk).Number("y", [.. risk.Select(p => random.NextDouble() < p ? 1.0 : 0)]);
            var found = Calibration.Of(table, "risk", "y");
            Assert.InRange(found.Groups.Count, Math.Min(levels, 2), 10);
            Assert.Equal((500, found.Events), (found.Groups.Sum(group => group.People), found.Groups.Sum(group => group.Events)));
            Assert.Equal(found.Expected, found.Groups.Sum(group => group.People * group.Expected), 9);
            Assert.True(found.Groups.Zip(found.Groups.Skip(1), (a, b) => a.Expected < b.Expected).All(rises => rises));
            Assert.All(found.Groups, group => Assert.Equal(group.Events / (double)group.People, group.Observed.Value));
            if (levels == 1000) Assert.All(found.Groups, group => Assert.InRange(group.People, 48, 53));
        }
    }

    [Fact]
    public void Risks_that_are_none_are_named()
    {
        var table = s_patients.Number("same", [.. Enumerable.Repeat(0.3, 113)]).Number("zero", [.. AssessmentData.Column("wfns").Select((_, i) => i == 3 ? 0 : 0.2 + i % 3 * 0.1)]).Number("never", new double[113]);
        Refused("risk 'wfns' does not lie between 0 and 1 in row 5", () => BrierScore.Of(table, "wfns", "poor"));
        Refused("score 'same' is the same in every row", () => Calibration.Of(table, "same", "poor"));
        Refused("risk 'zero' is 0 in row 4", () => Calibration.Of(table, "zero", "poor"));
        Refused("'never' never happens", () => DecisionCurve.Of(table, "risk", "never"));
        Assert.Throws<ArgumentOutOfRangeException>(() => DecisionCurve.Of(table, "risk", "poor", 1));
    }

    private static void Refused(string words, Func<object> act) => Assert.Contains(words, Assert.Throws<DataException>(act).Message, StringComparison.Ordinal);
}
