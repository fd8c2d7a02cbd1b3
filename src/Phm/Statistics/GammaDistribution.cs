using System.Runtime.Intrinsics;
using MathNet.Numerics;

namespace Phm.Statistics;

/// <summary>Amounts with variance φμ² and log link: φ l = -η - ye^(-η), less what is added up once.</summary>
internal sealed class GammaDistribution : LinkedDistribution
{
    private readonly double _weights;
    private readonly double _logs;
    private readonly double _center;

    private GammaDistribution(double weights, double logs, double center) => (_weights, _logs, _center) = (weights, logs, center);

    public override Family Family => Family.Gamma;

    public override double Center => _center;

    public override double Saturated => -_logs - _weights;

    public override bool HasScale => true;

    public static GammaDistribution Of(Frame frame)
    {
        var (weights, logs, total) = (0.0, 0.0, 0.0);
        for (var i = 0; i < frame.Outcome.Length; i++)
        {
            var (y, w) = (frame.Outcome[i], frame.Prior?[i] ?? 1);
            if (y <= 0) throw new DataException($"The outcome '{frame.Model.Outcome}' is {(y < 0 ? "below 0" : "0")} in row {frame.Selection[i] + 1}, but an amount of a gamma regression is above 0: model whether there is any by Model.Binary, and how much among those with some.");
            weights += w;
            logs += w * Math.Log(y);
            total += w * y * Math.Exp(-(frame.Offset?[i] ?? 0));
        }
        return new(weights, logs, Math.Log(total / weights));
    }

    public override void Evaluate(RowBlock block, RowSums sums)
    {
        var (one, likelihood, pearson) = (Vector256<double>.One, Vector256<double>.Zero, Vector256<double>.Zero);
        for (var row = 0; row < RowBlock.Size; row += 4)
        {
            var (y, prior, predictor) = block.At(row);
            var ratio = y * Vector256.Exp(-predictor);
            var score = prior * (ratio - one);
            prior.CopyTo(block.Weight, row);
            score.CopyTo(block.Score, row);
            likelihood -= prior * (predictor + ratio);
            pearson += score * (ratio - one);
        }
        sums.LogLikelihood += Vector256.Sum(likelihood);
        sums.Pearson += Vector256.Sum(pearson);
    }

    /// <summary>With φ the deviance over the weights, as R has it.</summary>
    public override double LogLikelihood(RowSums sums)
    {
        var shape = _weights / (2 * (Saturated - sums.LogLikelihood));
        return shape * (_weights * Math.Log(shape) + _logs + sums.LogLikelihood) - _logs - _weights * SpecialFunctions.GammaLn(shape);
    }

    public override void Start(RowBlock block)
    {
        for (var row = 0; row < RowBlock.Size; row++) block.Predictor[row] = Math.Log(block.Outcome[row]);
    }

    public override bool MayRunAway(double outcome, double change) => change == 0;
}
