using System.Diagnostics.CodeAnalysis;

namespace Phm.Statistics;

/// <summary>A fitted regression of counts.</summary>
public sealed record CountFit : GeneralisedLinearFit
{
    [SetsRequiredMembers]
    internal CountFit(CountModel specification, Family family, FitCore core) : base(core) => (Specification, Family) = (specification, family);

    /// <summary>What was fitted.</summary>
    public override CountModel Specification { get; }

    /// <inheritdoc/>
    public override Family Family { get; }

    /// <summary>The dispersion of a negative binomial distribution; null for others.</summary>
    public Overdispersion? Overdispersion { get; internal init; }

    /// <summary>How many times the rate is multiplied by each column of some terms, of all but the intercept where none is named.</summary>
    /// <exception cref="ArgumentException">There is no such term.</exception>
    public IReadOnlyList<Ratio> RateRatios(params string[] terms) => Ratios(terms);

    internal override double MeanAt(double predictor) => Math.Exp(predictor);
}
