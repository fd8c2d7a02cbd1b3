using System.Runtime.Intrinsics;

namespace Phm.Statistics;

/// <summary>A normal outcome with the identity link and variance 1 over weight: least squares.</summary>
internal sealed class NormalDistribution : OutcomeDistribution
{
    public override void Evaluate(RowBlock block, RowSums sums)
    {
        var squares = Vector256<double>.Zero;
        for (var row = 0; row < RowBlock.Size; row += 4)
        {
            var (y, prior, predictor) = block.At(row);
            var residual = y - predictor;
            var score = prior * residual;
            prior.CopyTo(block.Weight, row);
            score.CopyTo(block.Score, row);
            squares += score * residual;
        }
        var sum = Vector256.Sum(squares);
        sums.LogLikelihood -= sum / 2;
        sums.Pearson += sum;
    }
}
