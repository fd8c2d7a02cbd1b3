namespace Phm.Statistics;

/// <summary>A regression of counts with log link: ln E(y) = ln(exposure) + Xβ, so that e^β is a rate ratio.</summary>
public sealed record CountModel : ModelSpecification<CountModel>
{
    internal CountModel(string outcome) : base(outcome)
    {
    }

    /// <summary>The column of exposure, as years observed; null where every row is exposed alike.</summary>
    public string? ExposureColumn { get; init; }

    internal override IEnumerable<(string Role, string Column)> Roles => [.. base.Roles, .. Role("exposure", ExposureColumn)];

    internal override IEnumerable<string> PredictorColumns => ExposureColumn is null ? base.PredictorColumns : [.. base.PredictorColumns, ExposureColumn];

    /// <summary>Counts are in proportion to a column of exposure above 0, as years observed: its logarithm is added to the linear predictor.</summary>
    public CountModel Exposure(string column) => this with { ExposureColumn = column };

    /// <summary>Estimates the model by maximum likelihood, or quasi-likelihood. See <see cref="GeneralisedLinearFit"/> for how.</summary>
    /// <param name="table">The data. Counts are whole numbers of 0 or more, for a quasi-likelihood any number of 0 or more.</param>
    /// <param name="family">One of the families of counts.</param>
    /// <exception cref="DataException">The data do not fit the model: the message names the column and says what to do.</exception>
    /// <exception cref="ConvergenceException">The model cannot be estimated from them: the message says why.</exception>
    public CountFit Fit(AnalysisTable table, Family family = Family.Poisson)
    {
        if (family is not (Family.Poisson or Family.QuasiPoisson or Family.NegativeBinomial or Family.NegativeBinomialLinear))
            throw new ArgumentOutOfRangeException(nameof(family), family, "A count is fitted as Poisson, QuasiPoisson, NegativeBinomial or NegativeBinomialLinear.");
        var frame = Frame.Of(this, table);
        var counts = CountTable.Of(frame, family);
        return LikelihoodRegression.Fit(frame, family switch
        {
            Family.NegativeBinomial => new NegativeBinomialDistribution(counts, 0),
            Family.NegativeBinomialLinear => new LinearNegativeBinomialDistribution(counts, 0),
            _ => new PoissonDistribution(counts, quasi: family == Family.QuasiPoisson),
        }, (core, dispersion) => new CountFit(this, family, core) { Overdispersion = dispersion });
    }

    internal override double[]? OffsetOf(AnalysisTable table, RowSelection rows)
    {
        if (ExposureColumn is null) return base.OffsetOf(table, rows);
        var exposure = Frame.Positive(table, rows, ExposureColumn, "an exposure", "leave out rows that were not exposed");
        var offset = base.OffsetOf(table, rows);
        var logs = new double[exposure.Length];
        for (var i = 0; i < logs.Length; i++) logs[i] = Math.Log(exposure[i]) + (offset?[i] ?? 0);
        return logs;
    }

    private protected override string Kind => "Regression of counts";
}
