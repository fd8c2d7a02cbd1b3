using System.Runtime.Intrinsics;

namespace Phm.Statistics;

/// <summary>
/// Counts with variance μ + αμ². With θ = 1/α: l = Σ ln(1 + αk) over k below y + yη - (y + θ) ln(1 + αμ) - ln y!. The first sum is worked out from
/// the table of counts; it keeps its digits however small α is.
/// </summary>
internal sealed class NegativeBinomialDistribution(CountTable counts, double logDispersion) : LinkedDistribution
{
    private readonly double _alpha = Math.Exp(logDispersion);

    public override Family Family => Family.NegativeBinomial;

    public override double Center => counts.Center;

    public override double Constant { get; } = counts.LogFactorials();

    public override double LogDispersion => logDispersion;

    public override double Saturated => LogRises() + counts.Sum(y => CountTable.TimesItsLog(y) - (y + 1 / _alpha) * MathNet.Numerics.SpecialFunctions.Log1p(_alpha * y));

    public override LinkedDistribution WithLogDispersion(double value) => new NegativeBinomialDistribution(counts, value);

    public override void Evaluate(RowBlock block, RowSums sums)
    {
        var (alpha, theta, one) = (Vector256.Create(_alpha), Vector256.Create(1 / _alpha), Vector256<double>.One);
        var (likelihood, pearson, slope, curvature) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        for (var row = 0; row < RowBlock.Size; row += 4)
        {
            var (y, prior, predictor) = block.At(row);
            var mean = Vector256.Exp(predictor);
            var t = alpha * mean;
            var (u, rounding) = (one + t, t - ((one + t) - one));
            var inverse = one / u;
            var log = Vector256.Log(u) + rounding * inverse;
            var (residual, share) = (y - mean, mean * inverse);
            var score = prior * residual * inverse;
            (prior * share).CopyTo(block.Weight, row);
            score.CopyTo(block.Score, row);
            likelihood += prior * (y * predictor - (y + theta) * log);
            pearson += score * residual / mean;
            // By τ = ln α: l' = θ ln(1 + αμ) - (y + θ) αμ/(1 + αμ), but for the sum over k.
            slope += prior * (theta * log - (y + theta) * t * inverse);
            curvature += prior * (theta * log - share - share + (alpha * y + one) * share * inverse);
        }
        sums.LogLikelihood += Vector256.Sum(likelihood);
        sums.Pearson += Vector256.Sum(pearson);
        sums.DispersionScore += Vector256.Sum(slope);
        sums.DispersionCurvature += Vector256.Sum(curvature);
    }

    public override void Complete(RowSums sums)
    {
        sums.LogLikelihood += LogRises();
        for (var k = 1; k < counts.Above.Length; k++)
        {
            var share = _alpha * k / (1 + _alpha * k);
            sums.DispersionScore += counts.Above[k] * share;
            sums.DispersionCurvature -= counts.Above[k] * share * (1 - share);
        }
    }

    public override void Start(RowBlock block)
    {
        for (var row = 0; row < RowBlock.Size; row++) block.Predictor[row] = Math.Log(block.Outcome[row] + 0.1);
    }

    public override bool MayRunAway(double outcome, double change) => outcome == 0 ? change <= 0 : change == 0;

    private double LogRises()
    {
        var sum = 0.0;
        for (var k = 1; k < counts.Above.Length; k++) sum += counts.Above[k] * MathNet.Numerics.SpecialFunctions.Log1p(_alpha * k);
        return sum;
    }
}
