using System.Diagnostics.CodeAnalysis;

namespace Phm.Statistics;

/// <summary>A fitted gamma regression of amounts.</summary>
public sealed record AmountFit : GeneralisedLinearFit
{
    [SetsRequiredMembers]
    internal AmountFit(AmountModel specification, FitCore core) : base(core) => Specification = specification;

    /// <summary>What was fitted.</summary>
    public override AmountModel Specification { get; }

    /// <inheritdoc/>
    public override Family Family => Family.Gamma;

    /// <summary>How many times the mean is multiplied by each column of some terms, of all but the intercept where none is named.</summary>
    /// <exception cref="ArgumentException">There is no such term.</exception>
    public IReadOnlyList<Ratio> MeanRatios(params string[] terms) => Ratios(terms);

    internal override double MeanAt(double predictor) => Math.Exp(predictor);
}
