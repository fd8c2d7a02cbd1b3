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
            foreach (var step in TieStep.Of(set, ties))
            {
                sums.LogLikelihood -= step.Events * Math.Log(step.Total);
                sums.Add(step);
            }
        });
        return sums;
    }

    private void Add(TieStep step)
    {
        for (int i = 0, columns = Score.Length; i < columns; i++)
        {
            Score[i] -= step.Events * step.Mean(i);
            for (var j = i; j < columns; j++) Information[i * columns + j] += step.Events * step.Covariance(i, j, columns);
        }
    }
}
