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
    public RatioSet RateRatios(params string[] terms) => Ratios(terms);

    /// <summary>
    /// The profile likelihood interval of the dispersion: the values at which twice the log-likelihood, with all else estimated anew, is within
    /// the quantile of χ²(1) of its maximum. A bound that lies beyond all reason is 0 or infinite.
    /// </summary>
    /// <param name="table">The data that the model was fitted to.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="InvalidOperationException">The family has no such dispersion.</exception>
    /// <exception cref="ArgumentException">The model was fitted to other data.</exception>
    public ConfidenceInterval ProfileOverdispersion(AnalysisTable table, double level = 0.95) => DispersionProfile.Interval(FrameToProfile(table, level), this, level);

    /// <summary>The profile likelihood of the dispersion as a curve with its interval. See <see cref="ProfileOverdispersion"/>.</summary>
    /// <inheritdoc cref="ProfileOverdispersion"/>
    /// <exception cref="DataException">A bound of the interval is 0 or infinite, so that there is no stretch to draw the curve over.</exception>
    public OverdispersionProfile OverdispersionProfile(AnalysisTable table, double level = 0.95)
    {
        var frame = FrameToProfile(table, level);
        var interval = DispersionProfile.Interval(frame, this, level);
        if (!(interval.Low > 0) || double.IsInfinity(interval.High))
            throw new DataException($"The interval of the dispersion is {interval}: the data do not tell it from one without end, so there is no curve to show. A Poisson regression may do.");
        return new(this, interval, [.. DispersionProfile.Curve(frame, this, interval, ProfileSteps).Select(point => new OverdispersionPoint(point.Value, point.Lost))]);
    }

    private const int ProfileSteps = 40;

    private Frame FrameToProfile(AnalysisTable table, double level)
    {
        Tails.RequireLevel(level);
        if (Overdispersion is null) throw new InvalidOperationException($"{Family} has no dispersion that is estimated by likelihood: fit a negative binomial.");
        return Frame.OfFitted(this, table);
    }

    /// <summary>How many times the rate is multiplied from one level of a factor to another. See <see cref="FittedModel.Contrast(string, string, string)"/>.</summary>
    public Ratio RateRatio(string column, string level, string from) => new(Contrast(column, level, from));

    /// <summary>How many times the rate is multiplied from one value of a number to another. See <see cref="FittedModel.Contrast(string, string, string)"/>.</summary>
    public Ratio RateRatio(string column, double value, double from) => new(Contrast(column, value, from));

    internal override string Kind => Family switch
    {
        Family.NegativeBinomial => "negative binomial regression (variance μ + αμ²), log link",
        Family.NegativeBinomialLinear => "negative binomial regression (variance (1 + δ)μ), log link",
        Family.QuasiPoisson => "quasi-Poisson regression, log link",
        _ => "Poisson regression, log link",
    };

    internal override EffectScale Effect => EffectScale.RateRatio;

    private protected override string DispersionWords => Overdispersion is { } dispersion
        ? $"dispersion {(Family == Family.NegativeBinomial ? "α" : "δ")} {dispersion}{(dispersion.IsToldFromNone ? IntervalWords : "")}" : base.DispersionWords;

    /// <summary>Clusters and residuals widen the errors of coefficients alone.</summary>
    private string IntervalWords => Specification.StandardErrors switch
    {
        StandardErrors.Model => "",
        StandardErrors.Clustered => ", its interval by the model, not clustered",
        _ => ", its interval by the model, not robust",
    };

    internal override double MeanAt(double predictor) => Math.Exp(predictor);
}
