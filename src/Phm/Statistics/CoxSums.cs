namespace Phm.Statistics;

/// <summary>The partial log-likelihood at coefficients, with its first derivatives and the information.</summary>
internal sealed class CoxSums
{
    private CoxSums(int columns) => (Score, Information) = (new double[columns], new double[columns * columns]);

    public double LogLikelihood { get; private set; }

    public double[] Score { get; }

    /// <summary>Its upper triangle.</summary>
    public double[] Information { get; }

    public static CoxSums Of(CoxRows rows, double[] coefficients, Ties ties)
    {
        var (sums, predictor) = (new CoxSums(rows.Columns), rows.Predictor(coefficients));
        RiskSet.Walk(rows, predictor, withSquares: true, set =>
        {
            for (var i = set.Ending.From; i < set.Ending.To; i++)
            {
                if (!rows.Died[i]) continue;
                sums.LogLikelihood += rows.Weight[i] * predictor[i];
                for (var j = 0; j < rows.Columns; j++) sums.Score[j] += rows.Weight[i] * rows.X[i * rows.Columns + j];
            }
            sums.Add(set, ties);
        });
        return sums;
    }

    /// <summary>
    /// Takes away what the risk set expects. The steps of a time differ by the part f of those who have the event alone, so that the sums of 1/total, f/total and so on
    /// do for all of them, and the squares are taken once a time.
    /// </summary>
    private void Add(RiskSet set, Ties ties)
    {
        var (all, dying) = (set.All, set.Dying);
        var (a, b, aa, ab, bb) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var step in TieStep.Of(set, ties))
        {
            LogLikelihood -= step.Events * Math.Log(step.Total);
            var (once, twice) = (step.Events / step.Total, step.Events / (step.Total * step.Total));
            (a, b) = (a + once, b + once * step.Part);
            (aa, ab, bb) = (aa + twice, ab + twice * step.Part, bb + twice * step.Part * step.Part);
        }
        for (int i = 0, columns = Score.Length; i < columns; i++)
        {
            var (x, y) = (all.First[i], dying.First[i]);
            Score[i] -= a * x - b * y;
            var (ofAll, ofDying) = (aa * x - ab * y, bb * y - ab * x);
            for (var j = i; j < columns; j++)
                Information[i * columns + j] += a * all.Second[i * columns + j] - b * dying.Second[i * columns + j] - ofAll * all.First[j] - ofDying * dying.First[j];
        }
    }
}
