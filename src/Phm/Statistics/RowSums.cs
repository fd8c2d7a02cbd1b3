namespace Phm.Statistics;

/// <summary>What one pass over rows adds up: log-likelihood, its derivatives by coefficients and dispersion, and the information.</summary>
internal sealed class RowSums
{
    public RowSums(int columns)
    {
        Block = new(columns);
        Information = new double[Block.Stride * Block.Stride];
        (Score, Cross, Largest) = (new double[columns], new double[columns], new double[columns]);
    }

    public RowBlock Block { get; }

    /// <summary>XᵀWX as a square of <see cref="RowBlock.Stride"/> columns, its upper triangle.</summary>
    public double[] Information { get; }

    /// <summary>The derivative of the log-likelihood by the coefficients.</summary>
    public double[] Score { get; }

    /// <summary>The second derivative by the coefficients and the dispersion parameter, with its sign turned.</summary>
    public double[] Cross { get; }

    /// <summary>The largest number of each column, sign aside; filled by the first pass of an iteration.</summary>
    public double[] Largest { get; }

    /// <summary>The log-likelihood but for what does not depend on parameters or is added up by counts.</summary>
    public double LogLikelihood { get; set; }

    /// <summary>Σ s²/w, Pearson's chi-squared where w is the expected information.</summary>
    public double Pearson { get; set; }

    /// <summary>The derivative of the log-likelihood by the dispersion parameter.</summary>
    public double DispersionScore { get; set; }

    /// <summary>Its second derivative by the dispersion parameter, with its sign turned.</summary>
    public double DispersionCurvature { get; set; }

    /// <summary>One pass over all rows.</summary>
    /// <param name="frame">The rows.</param>
    /// <param name="coefficients">β.</param>
    /// <param name="distribution">What the outcome is given the linear predictor.</param>
    /// <param name="withInformation">Whether the information is needed, which is most of the work.</param>
    public static RowSums Of(Frame frame, double[] coefficients, OutcomeDistribution distribution, bool withInformation = true)
    {
        var total = RowFold.Fold(frame.Design.Rows, () => new RowSums(frame.Design.Columns), (sums, start, end) =>
        {
            for (var at = start; at < end; at += RowBlock.Size)
            {
                sums.Block.Read(frame, at, Math.Min(RowBlock.Size, end - at), coefficients);
                distribution.Evaluate(sums.Block, sums);
                sums.Add(distribution, withInformation);
            }
        }, (sums, later) => sums.Merge(later), frame.Model.Threads);
        distribution.Complete(total);
        return total;
    }

    private void Add(OutcomeDistribution distribution, bool withInformation)
    {
        var block = Block;
        for (var j = 0; j < Score.Length; j++)
        {
            var column = block.X.AsSpan(j * RowBlock.Size, RowBlock.Size);
            Score[j] += Lanes.Dot(column, block.Score);
            if (withInformation) Lanes.Multiply(column, block.Weight, block.Weighted.AsSpan(j * RowBlock.Size, RowBlock.Size));
            if (distribution.HasCross) Cross[j] += Lanes.Dot(column, block.Cross);
        }
        if (withInformation) CrossProduct.Add(block.Weighted, block.X, block.Stride, Information);
    }

    private void Merge(RowSums later)
    {
        Lanes.AddScaled(1, later.Information, Information);
        Lanes.AddScaled(1, later.Score, Score);
        Lanes.AddScaled(1, later.Cross, Cross);
        for (var j = 0; j < Largest.Length; j++) Largest[j] = Math.Max(Largest[j], later.Largest[j]);
        LogLikelihood += later.LogLikelihood;
        Pearson += later.Pearson;
        DispersionScore += later.DispersionScore;
        DispersionCurvature += later.DispersionCurvature;
    }
}
