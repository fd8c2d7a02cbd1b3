using System.Diagnostics.CodeAnalysis;

namespace Phm.Statistics;

/// <summary>A fitted logistic regression.</summary>
public sealed record BinaryFit : GeneralisedLinearFit
{
    [SetsRequiredMembers]
    internal BinaryFit(BinaryModel specification, FitCore core) : base(core) => Specification = specification;

    /// <summary>What was fitted.</summary>
    public override BinaryModel Specification { get; }

    /// <inheritdoc/>
    public override Family Family => Family.Binomial;

    /// <summary>How many times the odds are multiplied by each column of some terms, of all but the intercept where none is named.</summary>
    /// <exception cref="ArgumentException">There is no such term.</exception>
    public IReadOnlyList<Ratio> OddsRatios(params string[] terms) => Ratios(terms);

    internal override double MeanAt(double predictor) => predictor >= 0 ? 1 / (1 + Math.Exp(-predictor)) : Math.Exp(predictor) / (1 + Math.Exp(predictor));

    internal override double SlopeAt(double predictor) => MeanAt(predictor) * MeanAt(-predictor);
}
