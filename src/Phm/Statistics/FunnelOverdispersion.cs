using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>How much more places differ than chance makes them, as a random effect of each place.</summary>
/// <param name="Phi">φ = Σ z²/I of the winsorised scores; about 1 where chance explains all.</param>
/// <param name="TauSquared">τ², the variance between places on the scale where the spread is steady; 0 where chance explains all.</param>
/// <param name="Winsorised">The share of scores at each end that was drawn in to the quantile there.</param>
public sealed record FunnelOverdispersion(double Phi, double TauSquared, double Winsorised) : Statement
{
    /// <summary>
    /// τ² = (Iφ - (I - 1)) / (Σw - Σw²/Σw), w = 1/s², not below 0 (Spiegelhalter DJ. Qual Saf Health Care 2005;14:347-351,
    /// doi:10.1136/qshc.2005.013755, by the moments of DerSimonian and Laird).
    /// </summary>
    internal static FunnelOverdispersion Of(double[] scores, double[] errors, double winsorised)
    {
        var sorted = scores.Order().ToArray();
        var (low, high) = (Quantiles.OfSorted(sorted, winsorised), Quantiles.OfSorted(sorted, 1 - winsorised));
        var squares = scores.Select(score => Math.Clamp(score, low, high)).Sum(score => score * score);
        var weights = Array.ConvertAll(errors, error => 1 / (error * error));
        var total = weights.Sum();
        var tau = (squares - (scores.Length - 1)) / (total - weights.Sum(weight => weight * weight) / total);
        return new(squares / scores.Length, Math.Max(0, tau), winsorised);
    }

    private protected override string Words => $"φ {NumberText.Significant(Phi)}, τ² {NumberText.Significant(TauSquared)}, {StatementWords.Percent(Winsorised)} winsorised at each end";
}
