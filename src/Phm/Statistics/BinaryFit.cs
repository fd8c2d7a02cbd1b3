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
    public RatioSet OddsRatios(params string[] terms) => Ratios(terms);

    /// <summary>How many times the odds are multiplied from one level of a factor to another. See <see cref="FittedModel.Contrast(string, string, string)"/>.</summary>
    public Ratio OddsRatio(string column, string level, string from) => new(Contrast(column, level, from));

    /// <summary>How many times the odds are multiplied from one value of a number to another. See <see cref="FittedModel.Contrast(string, string, string)"/>.</summary>
    public Ratio OddsRatio(string column, double value, double from) => new(Contrast(column, value, from));

    internal override string Kind => "logistic regression";

    internal override EffectScale Effect => EffectScale.OddsRatio;

    internal override double MeanAt(double predictor) => predictor >= 0 ? 1 / (1 + Math.Exp(-predictor)) : Math.Exp(predictor) / (1 + Math.Exp(predictor));

    internal override double SlopeAt(double predictor) => MeanAt(predictor) * MeanAt(-predictor);
}
