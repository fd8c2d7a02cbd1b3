namespace Phm.Statistics;

/// <summary>Linear regression: y = Xβ + ε, with the variance of ε constant or, with weights, σ²/w.</summary>
public sealed record LinearModel : ModelSpecification<LinearModel>
{
    internal LinearModel(string outcome) : base(outcome)
    {
    }

    /// <summary>Estimates the coefficients by least squares. See <see cref="LinearFit"/> for how.</summary>
    /// <param name="table">The data.</param>
    /// <param name="rankTolerance">
    /// The smallest share of a column that may be left when the columns before it are taken out of it. Below it the column counts as a
    /// combination of those. The default is that of R's <c>lm</c>; a polynomial of high degree in a column that is not centred needs less.
    /// </param>
    /// <exception cref="DataException">The data do not fit the model: the message names the column and says what to do.</exception>
    /// <exception cref="ConvergenceException">Columns are combinations of one another.</exception>
    public LinearFit Fit(AnalysisTable table, double rankTolerance = 1e-7)
    {
        if (rankTolerance is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(rankTolerance), rankTolerance, "The tolerance is a share between 0 and 1.");
        return LinearRegression.Fit(this with { RankTolerance = rankTolerance }, table);
    }

    private protected override string Kind => "Linear regression";
}
