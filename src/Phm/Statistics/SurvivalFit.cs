using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// A fitted Cox regression: the maximum of the partial likelihood by Newton's method. Robust standard errors are those of Lin and Wei (HC0; HC1 times
/// n/(n - p)), by cluster times G/(G - 1). Expectations (<see cref="FittedModel.Predict"/>) are hazards relative to a person whose columns are all 0 or at their reference.
/// </summary>
public sealed record SurvivalFit : FittedModel
{
    internal SurvivalFit(SurvivalModel specification, DesignCoding coding, Ties ties) : base(coding) => (Specification, Ties) = (specification, ties);

    /// <summary>What was fitted.</summary>
    public override SurvivalModel Specification { get; }

    /// <summary>How events at the same time were taken.</summary>
    public Ties Ties { get; }

    /// <summary>How many had the event.</summary>
    public required int Events { get; init; }

    /// <summary>The partial log-likelihood with all coefficients 0.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>How many steps the estimation took.</summary>
    public required int Iterations { get; init; }

    /// <summary>
    /// Harrell's C: the share of pairs, of those where it is known who had the event earlier, in which it was the one with the higher hazard; ties of the
    /// hazard count a half (Harrell FE, Lee KL, Mark DB. Stat Med 1996;15:361-387). Null where there is no such pair.
    /// </summary>
    public required double? Concordance { get; init; }

    /// <summary>The baseline hazard of each stratum.</summary>
    public required IReadOnlyList<BaselineHazard> Baselines { get; init; }

    /// <summary>The test that no term matters, by twice the gain of log-likelihood.</summary>
    /// <exception cref="InvalidOperationException">Standard errors are clustered or robust: then the test of Wald is <see cref="FittedModel.Test"/>.</exception>
    public LikelihoodRatioTest OverallTest()
    {
        if (Specification.StandardErrors != StandardErrors.Model)
            throw new InvalidOperationException("A likelihood takes rows for independent, which clustered and robust standard errors do not: use the test of Wald (Test).");
        var statistic = Math.Max(2 * (LogLikelihood - NullLogLikelihood), 0);
        return new(statistic, Parameters, Tails.ChiSquared(statistic, Parameters));
    }

    /// <summary>How many times the hazard is multiplied by each column of some terms, of all where none is named.</summary>
    /// <exception cref="ArgumentException">There is no such term.</exception>
    public RatioSet HazardRatios(params string[] terms) => new(this, IndicesOf(terms));

    /// <summary>How many times the hazard is multiplied from one level of a factor to another. See <see cref="FittedModel.Contrast(string, string, string)"/>.</summary>
    public Ratio HazardRatio(string column, string level, string from) => new(Contrast(column, level, from));

    /// <summary>How many times the hazard is multiplied from one value of a number to another. See <see cref="FittedModel.Contrast(string, string, string)"/>.</summary>
    public Ratio HazardRatio(string column, double value, double from) => new(Contrast(column, value, from));

    /// <summary>The probability of surviving a time, e^(-H₀(t) e^η), of each row of a table that has the columns of terms, offset and strata.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="time">The time. Beyond the last event the probability stays where it was.</param>
    /// <exception cref="DataException">A column is absent or misses something, or holds a level or stratum that the model has not seen.</exception>
    public IReadOnlyList<double> Survival(AnalysisTable table, double time)
    {
        if (!(time >= 0 && double.IsFinite(time))) throw new ArgumentOutOfRangeException(nameof(time), time, "A time is a finite number of 0 or more.");
        var predictions = Predict(table);
        foreach (var name in Specification.StrataColumns)
        {
            if (table[name].Missing is { } missing && Array.IndexOf(missing, true) is >= 0 and var row)
                throw new DataException($"Column '{name}' is missing in row {row + 1}, so nothing can be predicted for it: leave out rows that miss something.");
        }
        var strata = RowGroups.Of(table, RowSelection.All(table.Rows), Specification.StrataColumns);
        var baselines = Array.ConvertAll(strata.Names, name => Baselines.FirstOrDefault(baseline => baseline.Stratum == name)
            ?? throw new DataException($"There is a stratum '{name}' that the model has not seen. It knows {StatisticsErrors.List(Baselines.Select(baseline => baseline.Stratum))}."));
        return [.. predictions.Select((prediction, i) => Math.Exp(-baselines[strata.Codes[i]].At(time, prediction.LinearPredictor)))];
    }

    /// <summary>
    /// Tests for each term, and for all together, that the hazard ratio does not change with time, by the score of its product with the share who have had the
    /// event (Grambsch PM, Therneau TM. Biometrika 1994;81:515-526, doi:10.1093/biomet/81.3.515). A small probability says that the ratio is an average over changing ones.
    /// </summary>
    /// <param name="table">The data that the model was fitted to.</param>
    /// <exception cref="ArgumentException">The model was fitted to other data.</exception>
    public IReadOnlyList<ProportionalHazardsTest> TestProportionalHazards(AnalysisTable table)
    {
        var frame = Frame.OfFitted(this, table);
        var data = FollowUp.Of(Specification, table, frame.Selection);
        var everyone = data with { Strata = RowGroups.Of(table, frame.Selection, []) };
        return ProportionalHazardsTest.Of(this, CoxRows.Of(frame, data), KaplanMeier.Curves(everyone)[0]);
    }

    internal override double TestDegreesOfFreedom => Clusters - 1 ?? double.PositiveInfinity;

    /// <summary>Censored rows tell little: what counts is events (Volinsky CT, Raftery AE. Biometrics 2000;56:256-262, doi:10.1111/j.0006-341X.2000.00256.x).</summary>
    internal override double Observations => Events;

    internal override string Kind => $"Cox regression ({Ties} ties)";

    internal override EffectScale Effect => EffectScale.HazardRatio;

    internal override IEnumerable<string> FitWords =>
        [CountText.Of(Events, "event", "events"), $"partial {LikelihoodWords}", Concordance is { } c ? $"concordance (Harrell) {NumberText.WithDecimals(c, 3)}" : ""];

    internal override double MeanAt(double predictor) => Math.Exp(predictor);
}
