using System.Runtime.Intrinsics;

namespace Phm.Statistics;

/// <summary>Counts with variance in proportion to their mean: l = yη - e^η - ln y!.</summary>
internal sealed class PoissonDistribution(CountTable counts, bool quasi = false) : LinkedDistribution
{
    private readonly double _constant = counts.LogFactorials();

    public override Family Family => quasi ? Family.QuasiPoisson : Family.Poisson;

    public override double Center => counts.Center;

    public override double Constant => _constant;

    public override double Saturated => counts.Sum(y => CountTable.TimesItsLog(y) - y);

    public override bool HasScale => quasi;

    public override void Evaluate(RowBlock block, RowSums sums)
    {
        var (likelihood, pearson) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var row = 0; row < RowBlock.Size; row += 4)
        {
            var (y, prior, predictor) = block.At(row);
            var mean = Vector256.Exp(predictor);
            var (weight, score) = (prior * mean, prior * (y - mean));
            weight.CopyTo(block.Weight, row);
            score.CopyTo(block.Score, row);
            likelihood += prior * (y * predictor - mean);
            pearson += score * (y - mean) / mean;
        }
        sums.LogLikelihood += Vector256.Sum(likelihood);
        sums.Pearson += Vector256.Sum(pearson);
    }

    public override double LogLikelihood(RowSums sums) => quasi ? double.NaN : base.LogLikelihood(sums);

    public override void Start(RowBlock block)
    {
        for (var row = 0; row < RowBlock.Size; row++) block.Predictor[row] = Math.Log(block.Outcome[row] + 0.1);
    }

    public override bool MayRunAway(double outcome, double change) => outcome == 0 ? change <= 0 : change == 0;
}
