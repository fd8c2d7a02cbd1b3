using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>What acting on a risk is worth at a threshold, in cases found per person with those acted on in vain weighed against them.</summary>
/// <param name="Threshold">The risk from which on one acts, p.</param>
/// <param name="ActedOn">The share of people with a risk of the threshold or more.</param>
/// <param name="NetBenefit">TP/n - FP/n · p/(1 - p).</param>
/// <param name="NetBenefitOfAll">The same of acting on everyone. That of acting on nobody is 0.</param>
public readonly record struct DecisionPoint(double Threshold, double ActedOn, double NetBenefit, double NetBenefitOfAll)
{
    /// <inheritdoc/>
    public override string ToString() => $"Threshold {StatementWords.Percent(Threshold)}: net benefit {NumberText.WithDecimals(NetBenefit, 4)}, of acting on everyone {NumberText.WithDecimals(NetBenefitOfAll, 4)}";
}
