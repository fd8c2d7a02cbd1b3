using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// How well a score tells those with an outcome from those without. The area under the curve (AUC, the c statistic) is the probability that of two people, one with and
/// one without, the one with has the higher score, ties counted a half (Hanley JA, McNeil BJ. Radiology 1982;143:29-36, doi:10.1148/radiology.143.1.7063747).
/// </summary>
public sealed record RocCurve : Result
{
    private RocCurve(ScoredOutcomes data, double auc, double variance, IReadOnlyList<RocPoint> points) =>
        (People, Cases, Auc, StandardError, Points) = (data.Count, data.Events, auc, Math.Sqrt(variance), points);

    /// <summary>How many people have a score and an outcome known.</summary>
    public int People { get; }

    /// <summary>How many of them have the outcome.</summary>
    public int Cases { get; }

    /// <summary>The area under the curve, 0 to 1; 0.5 for a score that says nothing.</summary>
    public double Auc { get; }

    /// <summary>Its standard error by the components of U statistics (DeLong ER, DeLong DM, Clarke-Pearson DL. Biometrics 1988;44:837-845, doi:10.2307/2531595).</summary>
    public double StandardError { get; }

    /// <summary>The curve, a point for each different score, from nobody taken to everybody.</summary>
    public IReadOnlyList<RocPoint> Points { get; }

    /// <summary>The interval of DeLong, AUC ± quantile times standard error, kept to 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level does not lie between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95) =>
        ConfidenceInterval.Wald(Auc, StandardError, double.PositiveInfinity, level).Through(area => Math.Clamp(area, 0, 1));

    /// <summary>The curve of a score. Rows that miss score or outcome are left out.</summary>
    /// <param name="table">The data.</param>
    /// <param name="score">A column of numbers, higher for those more likely to have the outcome.</param>
    /// <param name="outcome">A column of 1 and 0, with two rows or more of each.</param>
    /// <exception cref="DataException">The score is the same everywhere, or the outcome is not of both kinds: the message names the column.</exception>
    public static RocCurve Of(AnalysisTable table, string score, string outcome)
    {
        var data = ScoredOutcomes.Of(table, score, outcome);
        data.RequireVariation(score);
        var parts = DeLongComponents.Of(data, outcome);
        return new(data, parts.Auc, parts.CovarianceWith(parts), PointsOf(data));
    }

    /// <summary>Compares the areas of two scores of the same people. See <see cref="RocComparison"/>.</summary>
    /// <param name="table">The data. Rows that miss either score or the outcome are left out.</param>
    /// <param name="first">A column of numbers.</param>
    /// <param name="second">Another.</param>
    /// <param name="outcome">A column of 1 and 0.</param>
    /// <exception cref="DataException">A score is the same everywhere, both order people alike, or the outcome is not of both kinds.</exception>
    public static RocComparison Compare(AnalysisTable table, string first, string second, string outcome)
    {
        var (a, b) = (ScoredOutcomes.Of(table, first, outcome, second), ScoredOutcomes.Of(table, second, outcome, first));
        a.RequireVariation(first);
        b.RequireVariation(second);
        var (one, other) = (DeLongComponents.Of(a, outcome), DeLongComponents.Of(b, outcome));
        var variance = one.CovarianceWith(one) + other.CovarianceWith(other) - 2 * one.CovarianceWith(other);
        if (!(variance > 1e-20)) throw new DataException($"The scores '{first}' and '{second}' set those with and without '{outcome}' in the same order, so there is no difference to test.");
        return new(first, second, one.Auc, other.Auc, Math.Sqrt(variance));
    }

    private static RocPoint[] PointsOf(ScoredOutcomes data)
    {
        var points = new List<RocPoint> { new(double.PositiveInfinity, 0, 1) };
        var (order, taken, controls) = (data.FromHighest(), 0, (double)(data.Count - data.Events));
        for (var i = 0; i < order.Length; i++)
        {
            if (data.Happened[order[i]]) taken++;
            if (i + 1 < order.Length && data.Score[order[i + 1]] == data.Score[order[i]]) continue;
            points.Add(new(data.Score[order[i]], taken / (double)data.Events, (controls - (i + 1 - taken)) / controls));
        }
        return [.. points];
    }

    /// <summary>The area with its interval, and the curve at about ten thresholds. Counts of people pass the default disclosure policy.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"ROC curve: AUC {NumberText.WithInterval(Auc, Interval().Low, Interval().High, 0.95, 3)}",
        Preamble = [$"{CountText.Of(People, "person", "people")}, {CountText.Of(Cases)} with the outcome"],
        Columns = [new("Score from", ColumnFormat.Significant), new("Sensitivity", ColumnFormat.Percent), new("Specificity", ColumnFormat.Percent)],
        Rows = [.. Sampled.Select(point => (TableCell[])[double.IsInfinity(point.Threshold) ? "nobody" : point.Threshold, point.Sensitivity, point.Specificity])],
        Notes = ["Of two people, one with the outcome and one without, the AUC is the probability that the one with it has the higher score; 0.5 for a score that says nothing.", CountText.Note],
    };

    /// <summary>The points at which no few people are told apart, of those taken and those not, with and without the outcome, and between which no few lie.</summary>
    internal IReadOnlyList<RocPoint> ShownPoints
    {
        get
        {
            var counts = Points.Select(point => (int[])[(int)Math.Round(point.Sensitivity * Cases), (int)Math.Round((1 - point.Specificity) * (People - Cases))]).ToList();
            var shown = ToldApart.Shown(counts, [.. counts.Select(taken => !CountText.IsFew(Cases - taken[0]) && !CountText.IsFew(People - Cases - taken[1]))]);
            return [.. Points.Where((_, k) => shown[k])];
        }
    }

    /// <summary>About ten points, evenly spaced in sensitivity and specificity together; none where there are too few people.</summary>
    private IEnumerable<RocPoint> Sampled => ShownPoints is not { Count: > 0 } points ? [] : Enumerable.Range(0, 11)
        .Select(k => points.MinBy(point => Math.Abs(point.Sensitivity + 1 - point.Specificity - k / 5.0))).Distinct();
}
