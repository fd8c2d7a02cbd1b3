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
    public RatioSet MeanRatios(params string[] terms) => Ratios(terms);

    /// <summary>How many times the mean is multiplied from one level of a factor to another. See <see cref="FittedModel.Contrast(string, string, string)"/>.</summary>
    public Ratio MeanRatio(string column, string level, string from) => new(Contrast(column, level, from));

    /// <summary>How many times the mean is multiplied from one value of a number to another. See <see cref="FittedModel.Contrast(string, string, string)"/>.</summary>
    public Ratio MeanRatio(string column, double value, double from) => new(Contrast(column, value, from));

    internal override string Kind => "gamma regression, log link";

    internal override EffectScale Effect => EffectScale.MeanRatio;

    internal override double MeanAt(double predictor) => Math.Exp(predictor);
}
