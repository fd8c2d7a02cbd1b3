namespace Phm.Statistics;

/// <summary>What the outcome is, given the linear predictor: log-likelihood and derivatives of a block of rows at a time.</summary>
internal abstract class OutcomeDistribution
{
    /// <summary>Whether <see cref="RowBlock.Cross"/> and <see cref="RowBlock.DispersionScore"/> are filled, and the cross terms count.</summary>
    public virtual bool HasCross => false;

    /// <summary>
    /// Fills <see cref="RowBlock.Weight"/> and <see cref="RowBlock.Score"/> of a block from its outcome, prior weights and linear predictor,
    /// and adds log-likelihood, Pearson's chi-squared and what concerns the dispersion to the sums.
    /// </summary>
    public abstract void Evaluate(RowBlock block, RowSums sums);

    /// <summary>Adds to the sums of all rows what depends on no row's linear predictor.</summary>
    public virtual void Complete(RowSums sums)
    {
    }
}
