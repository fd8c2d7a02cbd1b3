namespace Phm.Statistics;

/// <summary>
/// The first pass of an iteration: each row's mean is its outcome, moved a little inwards, so that the sums are those of a weighted
/// regression of the working outcome z = η + s/w - offset.
/// </summary>
internal sealed class StartingDistribution(LinkedDistribution inner) : OutcomeDistribution
{
    public override void Evaluate(RowBlock block, RowSums sums)
    {
        Span<double> offset = stackalloc double[RowBlock.Size];
        block.Predictor.CopyTo(offset);
        inner.Start(block);
        inner.Evaluate(block, sums);
        for (var row = 0; row < RowBlock.Size; row++) block.Score[row] += block.Weight[row] * (block.Predictor[row] - offset[row]);
        for (var j = 0; j < sums.Largest.Length; j++)
        {
            foreach (var value in block.X.AsSpan(j * RowBlock.Size, RowBlock.Size)) sums.Largest[j] = Math.Max(sums.Largest[j], Math.Abs(value));
        }
    }
}
