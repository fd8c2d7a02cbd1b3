namespace Phm.Statistics;

/// <summary>Gamma regression with log link: ln E(y) = Xβ, so that e^β is a ratio of means; for costs and lengths of stay.</summary>
public sealed record AmountModel : ModelSpecification<AmountModel>
{
    internal AmountModel(string outcome) : base(outcome)
    {
    }

    /// <summary>Estimates the model by maximum likelihood, its dispersion from Pearson's residuals. See <see cref="GeneralisedLinearFit"/> for how.</summary>
    /// <exception cref="DataException">The data do not fit the model: the message names the column and says what to do.</exception>
    /// <exception cref="ConvergenceException">The model cannot be estimated from them: the message says why.</exception>
    public AmountFit Fit(AnalysisTable table)
    {
        var frame = Frame.Of(this, table);
        return LikelihoodRegression.Fit(frame, GammaDistribution.Of(frame), (core, _) => new AmountFit(this, core));
    }

    private protected override string Kind => "Gamma regression";
}
