using System.Runtime.Intrinsics;

namespace Phm.Statistics;

/// <summary>Events in trials: l = w (yη - ln(1 + e^η)) + ln C(w, wy), where y is the share of events and w the trials.</summary>
internal sealed class BinomialDistribution(TrialTable trials) : LinkedDistribution
{
    public override Family Family => Family.Binomial;

    public override double Center => Math.Log(trials.Share / (1 - trials.Share));

    public override double Constant => trials.LogCombinations;

    public override double Saturated => trials.Saturated;

    public override void Evaluate(RowBlock block, RowSums sums)
    {
        var (one, likelihood, pearson) = (Vector256<double>.One, Vector256<double>.Zero, Vector256<double>.Zero);
        for (var row = 0; row < RowBlock.Size; row += 4)
        {
            var (y, prior, predictor) = block.At(row);
            // With e = exp(-|η|) nothing overflows: the rarer of event and none has the probability e/(1 + e).
            var e = Vector256.Exp(-Vector256.Abs(predictor));
            var u = one + e;
            var common = one / u;
            var mean = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(predictor, Vector256<double>.Zero), common, e * common);
            var variance = e * common * common;
            var (weight, score) = (prior * variance, prior * Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(predictor, Vector256<double>.Zero), (y - one) + e * common, y - mean));
            weight.CopyTo(block.Weight, row);
            score.CopyTo(block.Score, row);
            likelihood += prior * (y * predictor - Vector256.Max(predictor, Vector256<double>.Zero) - Vector256.Log(u) - (e - (u - one)) * common);
            pearson += score * (y - mean) / Vector256.Max(variance, Vector256.Create(1e-300));
        }
        sums.LogLikelihood += Vector256.Sum(likelihood);
        sums.Pearson += Vector256.Sum(pearson);
    }

    public override void Start(RowBlock block)
    {
        for (var row = 0; row < RowBlock.Size; row++)
        {
            var mean = (block.Prior[row] * block.Outcome[row] + 0.5) / (block.Prior[row] + 1);
            block.Predictor[row] = Math.Log(mean / (1 - mean));
        }
    }

    public override bool MayRunAway(double outcome, double change) => outcome switch { 1 => change >= 0, 0 => change <= 0, _ => change == 0 };
}
