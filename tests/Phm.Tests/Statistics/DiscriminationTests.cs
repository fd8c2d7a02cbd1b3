using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>
/// ROC curves against R 4.2.2, pROC 1.18.0 (<c>roc</c>, <c>ci.auc</c>, <c>roc.test</c> by DeLong), in 12 digits, on 113 patients with subarachnoid haemorrhage
/// (Turck N et al. Intensive Care Med 2010;36:107-115, doi:10.1007/s00134-009-1641-y).
/// </summary>
public sealed class DiscriminationTests
{
    private static readonly AnalysisTable s_patients = AssessmentData.Patients;

    [Fact]
    public void Areas_and_DeLong_intervals_agree_with_R()
    {
        Agrees("s100b", 0.73136856368563685, 0.00266868245717244, 0.630118211761623, 0.832618915609651);
        Agrees("wfns", 0.82367886178861793, 0.00146991470882363, 0.748534887819453, 0.898822835757783);
        Agrees("ndka", 0.6119579945799458, 0.0031908105493913, 0.501244999271703, 0.722670989888189);
    }

    [Fact]
    public void Paired_comparisons_agree_with_R()
    {
        var found = RocCurve.Compare(s_patients, "s100b", "wfns", "poor");
        Digits.AtLeast(11, [-2.208983591441, 0.0271757822292], [found.Statistic, found.PValue]);
        Digits.AtLeast(12, [-0.1742144192494776, -0.0104061769564846], [found.Interval().Low, found.Interval().High]);
        found = RocCurve.Compare(s_patients, "s100b", "ndka", "poor");
        Digits.AtLeast(12, [1.39077002573558, 0.164295175223054], [found.Statistic, found.PValue]);
    }

    [Fact]
    public void The_curve_has_a_point_for_each_score_as_in_R()
    {
        var curve = RocCurve.Of(s_patients, "wfns", "poor");
        Assert.Equal([double.PositiveInfinity, 5, 4, 3, 2, 1], curve.Points.Select(point => point.Threshold));
        Digits.AtLeast(12, [0, 0.439024390243902, 0.634146341463415, 0.658536585365854, 0.951219512195122, 1], curve.Points.Select(point => point.Sensitivity));
        Digits.AtLeast(12, [1, 0.944444444444444, 0.833333333333333, 0.791666666666667, 0.513888888888889, 0], curve.Points.Select(point => point.Specificity));
        Assert.Equal((113, 41), (curve.People, curve.Cases));
        // The area by trapezia is that by ranks.
        Assert.Equal(curve.Auc, curve.Points.Zip(curve.Points.Skip(1), (a, b) => (a.Specificity - b.Specificity) * (a.Sensitivity + b.Sensitivity) / 2).Sum(), 12);
    }

    [Fact]
    public void The_area_is_the_share_of_pairs_in_the_right_order()
    {
        var random = new Random(12);
        for (var round = 0; round < 20; round++)
        {
            var (score, happened) = (Enumerable.Range(0, 50).Select(_ => (double)random.Next(9)).ToArray(), Enumerable.Range(0, 50).Select(i => i < 20 ? 1.0 : 0).ToArray());
            var pairs = from i in Enumerable.Range(0, 20) from j in Enumerable.Range(20, 30) select score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
            var table = new AnalysisTable().Number("score", score).Number("happened", happened).Number("turned", [.. score.Select(value => -value)]);
            Assert.Equal(pairs.Average(), RocCurve.Of(table, "score", "happened").Auc, 12);
            Assert.Equal(1, RocCurve.Of(table, "score", "happened").Auc + RocCurve.Of(table, "turned", "happened").Auc, 12);
        }
    }

    [Fact]
    public void Scores_that_cannot_be_assessed_are_named()
    {
        var table = s_patients.Number("same", [.. Enumerable.Repeat(2.0, 113)]).Number("never", new double[113]).Number("always", [.. Enumerable.Repeat(1.0, 113)]).Number("twice", [.. AssessmentData.Column("wfns").Select(x => 2 * x)])
            .Number("once", [.. Enumerable.Range(0, 113).Select(i => i == 5 ? 1.0 : 0)]).Factor("group", [.. Enumerable.Repeat("a", 113)]);
        Refused("score 'same' is the same in every row", () => RocCurve.Of(table, "same", "poor"));
        Refused("'never' never happens", () => RocCurve.Of(table, "wfns", "never"));
        Refused("'always' always happens", () => RocCurve.Of(table, "wfns", "always"));
        Refused("'wfns' is neither 0 nor 1 in row 5", () => RocCurve.Of(table, "s100b", "wfns"));
        Refused("'once' happens in one row only", () => RocCurve.Of(table, "wfns", "once"));
        Refused("'wfns' and 'twice'", () => RocCurve.Compare(table, "wfns", "twice", "poor"));
        Refused("'group' is a factor", () => RocCurve.Of(table, "group", "poor"));
        Refused("113", () => table.Number("short", [1, 2]));
    }

    private static void Agrees(string score, double auc, double variance, double low, double high)
    {
        var curve = RocCurve.Of(s_patients, score, "poor");
        Digits.AtLeast(12, [auc, variance, low, high], [curve.Auc, curve.StandardError * curve.StandardError, curve.Interval().Low, curve.Interval().High]);
    }

    private static void Refused(string words, Func<object> act) => Assert.Contains(words, Assert.Throws<DataException>(act).Message, StringComparison.Ordinal);
}
