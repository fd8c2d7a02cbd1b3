namespace Phm.Statistics;

/// <summary>Whether a direction in which coefficients run is one in which the likelihood never falls: the proof that no finite maximum exists.</summary>
internal static class Separation
{
    /// <summary>Shares of the largest change that are taken for 0: a direction found by iteration is not exact.</summary>
    private const double Negligible = 1e-3;

    /// <summary>The columns that separate outcomes; none where the direction proves nothing.</summary>
    public static string[] Columns(Frame frame, double[] direction, LinkedDistribution distribution)
    {
        var largest = new double[direction.Length];
        var change = 0.0;
        Visit((block, count) =>
        {
            for (var row = 0; row < count; row++) change = Math.Max(change, Math.Abs(Change(block, row)));
            for (var j = 0; j < largest.Length; j++)
            {
                foreach (var value in block.X.AsSpan(j * RowBlock.Size, count)) largest[j] = Math.Max(largest[j], Math.Abs(value));
            }
        });
        if (!(change > 0) || !double.IsFinite(change)) return [];
        var proves = true;
        Visit((block, count) =>
        {
            for (var row = 0; row < count && proves; row++)
                proves = Change(block, row) is var moved && distribution.MayRunAway(block.Outcome[row], Math.Abs(moved) < Negligible * change ? 0 : moved);
        });
        return proves ? [.. frame.Design.Names.Where((_, j) => Math.Abs(direction[j]) * largest[j] > Negligible * change)] : [];

        double Change(RowBlock block, int row) => block.Predictor[row] - block.Cross[row];

        void Visit(Action<RowBlock, int> see)
        {
            var block = new RowBlock(direction.Length);
            for (var at = 0; at < frame.Design.Rows; at += RowBlock.Size)
            {
                var count = Math.Min(RowBlock.Size, frame.Design.Rows - at);
                block.Read(frame, at, count, direction);
                if (frame.Offset is { } offset) offset.AsSpan(at, count).CopyTo(block.Cross);
                see(block, count);
            }
        }
    }
}
