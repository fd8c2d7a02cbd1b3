namespace Phm.Statistics;

/// <summary>Covariances of coefficients from the scores of rows: A⁻¹BA⁻¹. See <see cref="StandardErrors"/> for the kinds and their sources.</summary>
internal static class Sandwich
{
    public static double[,] Of(Frame frame, double[] coefficients, OutcomeDistribution distribution, InformationFactor factor, Nuisance? nuisance = null)
    {
        var kind = frame.Model.StandardErrors;
        var (rows, columns) = (frame.Design.Rows, coefficients.Length);
        if (nuisance?.Shares is not null && kind is StandardErrors.HC2 or StandardErrors.HC3)
            throw new ArgumentException($"{kind} needs leverages, which the linear negative binomial has not: take HC0 or HC1, or the negative binomial.");
        var meat = kind == StandardErrors.Clustered ? ClusterMeat(frame, coefficients, distribution, nuisance?.Shares) : RowMeat(frame, coefficients, distribution, factor, nuisance?.Shares);
        var inverse = nuisance is null ? factor.Inverse() : nuisance.Widen(factor.Inverse());
        var scale = kind switch
        {
            StandardErrors.HC1 => rows / (double)(rows - columns),
            StandardErrors.Clustered => frame.ClusterCount / (frame.ClusterCount - 1.0),
            _ => 1.0,
        };
        return Scaled(Multiply(Multiply(inverse, meat), inverse), scale);
    }

    public static double[,] Scaled(double[,] matrix, double by)
    {
        var scaled = (double[,])matrix.Clone();
        for (var i = 0; i < scaled.GetLength(0); i++)
        {
            for (var j = 0; j < scaled.GetLength(1); j++) scaled[i, j] *= by;
        }
        return scaled;
    }

    private static double[,] Multiply(double[,] a, double[,] b)
    {
        var count = a.GetLength(0);
        var product = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                for (var k = 0; k < count; k++) product[i, j] += a[i, k] * b[k, j];
            }
        }
        return product;
    }

    private static double[,] RowMeat(Frame frame, double[] coefficients, OutcomeDistribution distribution, InformationFactor factor, double[]? shares)
    {
        var (columns, power) = (coefficients.Length, frame.Model.StandardErrors switch { StandardErrors.HC2 => 1, StandardErrors.HC3 => 2, _ => 0 });
        var sums = RowFold.Fold(frame.Design.Rows, () => new RowSums(columns), (sums, start, end) =>
        {
            for (var at = start; at < end; at += RowBlock.Size)
            {
                var block = sums.Block;
                block.Read(frame, at, Math.Min(RowBlock.Size, end - at), coefficients);
                distribution.Evaluate(block, sums);
                if (power > 0) Inflate(block, factor.Root, columns, power);
                for (var j = 0; j < columns; j++)
                {
                    var scored = block.Weighted.AsSpan(j * RowBlock.Size, RowBlock.Size);
                    Lanes.Multiply(block.X.AsSpan(j * RowBlock.Size, RowBlock.Size), block.Score, scored);
                    if (shares is not null) Lanes.AddScaled(-shares[j], block.DispersionScore, scored);
                }
                CrossProduct.Add(block.Weighted, block.Weighted, block.Stride, sums.Information);
            }
        }, (sums, later) => Lanes.AddScaled(1, later.Information, sums.Information), frame.Model.Threads);
        var meat = new double[columns, columns];
        for (var i = 0; i < columns; i++)
        {
            for (var j = i; j < columns; j++) meat[i, j] = meat[j, i] = sums.Information[i * sums.Block.Stride + j];
        }
        return meat;
    }

    /// <summary>Divides each score by √(1 - h) or 1 - h, with the leverage h = w‖Tᵀx‖² and A⁻¹ = TTᵀ.</summary>
    private static void Inflate(RowBlock block, double[,] root, int columns, int power)
    {
        Span<double> leverage = stackalloc double[RowBlock.Size], part = stackalloc double[RowBlock.Size];
        leverage.Clear();
        for (var j = 0; j < columns; j++)
        {
            part.Clear();
            for (var i = 0; i <= j; i++) Lanes.AddScaled(root[i, j], block.X.AsSpan(i * RowBlock.Size, RowBlock.Size), part);
            for (var row = 0; row < part.Length; row++) leverage[row] += part[row] * part[row];
        }
        for (var row = 0; row < part.Length; row++)
        {
            // A row that alone decides a coefficient is fitted exactly: its score is 0 and stays so.
            var left = Math.Max(1 - block.Weight[row] * leverage[row], 1e-10);
            block.Score[row] /= power == 1 ? Math.Sqrt(left) : left;
        }
    }

    /// <summary>Rows are taken in order by one thread: a sum a cluster is too much to hold once a partition.</summary>
    private static double[,] ClusterMeat(Frame frame, double[] coefficients, OutcomeDistribution distribution, double[]? shares)
    {
        var (columns, sums) = (coefficients.Length, new RowSums(coefficients.Length));
        var scores = new double[frame.ClusterCount][];
        for (var g = 0; g < scores.Length; g++) scores[g] = new double[columns];
        for (var at = 0; at < frame.Design.Rows; at += RowBlock.Size)
        {
            var (block, count) = (sums.Block, Math.Min(RowBlock.Size, frame.Design.Rows - at));
            block.Read(frame, at, count, coefficients);
            distribution.Evaluate(block, sums);
            for (var row = 0; row < count; row++)
            {
                var score = scores[frame.Clusters![at + row]];
                for (var j = 0; j < columns; j++) score[j] += block.Score[row] * block.X[j * RowBlock.Size + row] - (shares?[j] ?? 0) * block.DispersionScore[row];
            }
        }
        var meat = new double[columns, columns];
        foreach (var score in scores)
        {
            for (var i = 0; i < columns; i++)
            {
                for (var j = 0; j < columns; j++) meat[i, j] += score[i] * score[j];
            }
        }
        return meat;
    }
}
