using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// The areas under the ROC curves of two scores of the same people, compared by the covariance of their components
/// (DeLong ER, DeLong DM, Clarke-Pearson DL. Biometrics 1988;44:837-845, doi:10.2307/2531595).
/// </summary>
/// <param name="First">The column of the first score.</param>
/// <param name="Second">The column of the second.</param>
/// <param name="FirstAuc">The area of the first.</param>
/// <param name="SecondAuc">The area of the second.</param>
/// <param name="StandardError">The standard error of the difference.</param>
public sealed record RocComparison(string First, string Second, double FirstAuc, double SecondAuc, double StandardError) : Statement
{
    /// <summary>The first area less the second.</summary>
    public double Difference => FirstAuc - SecondAuc;

    /// <summary>Difference over standard error.</summary>
    public double Statistic => Difference / StandardError;

    /// <summary>The two-sided probability of a difference at least as large, were the areas the same.</summary>
    public double PValue => Tails.TwoSided(Statistic, double.PositiveInfinity);

    /// <summary>The interval of the difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level does not lie between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95) => ConfidenceInterval.Wald(Difference, StandardError, double.PositiveInfinity, level);

    private protected override string Words => 
        $"AUC of {First} {NumberText.WithDecimals(FirstAuc, 3)}, of {Second} {NumberText.WithDecimals(SecondAuc, 3)}: difference {StatementWords.Number(Difference, Interval())}, {NumberText.WithP(PValue)}";
}
