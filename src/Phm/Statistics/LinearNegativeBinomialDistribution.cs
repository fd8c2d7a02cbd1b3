namespace Phm.Statistics;

/// <summary>
/// Counts with variance (1 + δ)μ. With r = μ/δ: l = Σ ln(r + k) over k below y - r ln(1 + δ) + y ln(δ/(1 + δ)) - ln y!.
/// </summary>
/// <param name="counts">The weight on each count.</param>
/// <param name="logDispersion">ln δ.</param>
/// <param name="observed">
/// Whether the weights are the observed information, which is right near the maximum, or those of the quasi-likelihood with the same
/// variance, which are positive everywhere.
/// </param>
internal sealed class LinearNegativeBinomialDistribution(CountTable counts, double logDispersion, bool observed = false) : LinkedDistribution
{
    /// <summary>Above it a sum over k is taken from the end by Stirling's series for what is left.</summary>
    private const int LongestSum = 200;

    private readonly double _delta = Math.Exp(logDispersion);

    public override Family Family => Family.NegativeBinomialLinear;

    public override bool HasCross => observed;

    /// <summary>Whether the weights are the observed information.</summary>
    public bool IsObserved => observed;

    public override double Center => counts.Center;

    public override double Constant { get; } = counts.LogFactorials();

    public override double Saturated => double.NaN;

    public override double LogDispersion => logDispersion;

    public override LinkedDistribution WithLogDispersion(double value) => new LinearNegativeBinomialDistribution(counts, value, observed);

    /// <summary>The same distribution with the observed information for weights, or with weights that are positive everywhere.</summary>
    public LinearNegativeBinomialDistribution WithInformation(bool observed) => new(counts, logDispersion, observed);

    public override void Evaluate(RowBlock block, RowSums sums)
    {
        var (spread, log) = (1 + _delta, MathNet.Numerics.SpecialFunctions.Log1p(_delta));
        var (logOdds, share) = (logDispersion - log, _delta / (1 + _delta));
        for (var row = 0; row < RowBlock.Size; row++)
        {
            var (y, prior, mean) = (block.Outcome[row], block.Prior[row], Math.Exp(block.Predictor[row]));
            var size = mean / _delta;
            var (logs, inverses, squares) = Rises(size, (int)y);
            // By η: r' = r. By τ = ln δ: r' = -r.
            var (pull, bend) = (size * (inverses - log), size * size * squares);
            block.Score[row] = prior * pull;
            block.Weight[row] = prior * (observed ? bend - pull : mean / spread);
            block.Cross[row] = prior * (pull - bend + mean / spread);
            block.DispersionScore[row] = prior * ((y - mean) / spread - pull);
            sums.LogLikelihood += prior * (logs - size * log + y * logOdds);
            sums.Pearson += prior * (y - mean) * (y - mean) / (mean * spread);
            sums.DispersionScore += block.DispersionScore[row];
            sums.DispersionCurvature += prior * (bend - pull - mean / spread + (y - mean) / spread * share);
        }
    }

    public override void Start(RowBlock block)
    {
        for (var row = 0; row < RowBlock.Size; row++) block.Predictor[row] = Math.Log(block.Outcome[row] + 0.1);
    }

    public override bool MayRunAway(double outcome, double change) => outcome == 0 ? change <= 0 : change == 0;

    /// <summary>Σ ln(r + k), Σ 1/(r + k) and Σ 1/(r + k)² over k below y.</summary>
    private static (double Logs, double Inverses, double Squares) Rises(double size, int y)
    {
        var (logs, inverses, squares, product) = (0.0, 0.0, 0.0, 1.0);
        var first = Math.Min(y, LongestSum);
        for (var k = 0; k < first; k++)
        {
            var value = size + k;
            var inverse = 1 / value;
            inverses += inverse;
            squares += inverse * inverse;
            product *= value;
            if (product is > 1e250 or < 1e-250)
            {
                logs += Math.Log(product);
                product = 1;
            }
        }
        logs += Math.Log(product);
        if (y <= first) return (logs, inverses, squares);
        var (high, low) = (Stirling(size + y), Stirling(size + first));
        return (logs + high.Log - low.Log, inverses + high.Digamma - low.Digamma, squares - high.Trigamma + low.Trigamma);
    }

    /// <summary>ln Γ less a constant, and its two derivatives, for arguments above 200, where three terms give full precision.</summary>
    private static (double Log, double Digamma, double Trigamma) Stirling(double x)
    {
        var (log, i) = (Math.Log(x), 1 / x);
        var square = i * i;
        return ((x - 0.5) * log - x + i * (1 / 12.0 - square * (1 / 360.0 - square / 1260)),
            log - i / 2 - square * (1 / 12.0 - square * (1 / 120.0 - square / 252)),
            i + square / 2 + i * square * (1 / 6.0 - square * (1 / 30.0 - square / 42)));
    }
}
