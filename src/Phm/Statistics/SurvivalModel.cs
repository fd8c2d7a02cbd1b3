namespace Phm.Statistics;

/// <summary>
/// Time until an event, which not everyone has while they are watched (censoring). With terms it is Cox's proportional hazards regression,
/// h(t) = h₀(t) e^(Xβ), so that e^β is a hazard ratio (Cox DR. J R Stat Soc B 1972;34:187-220, doi:10.1111/j.2517-6161.1972.tb00899.x); without,
/// it gives the curves of Kaplan and Meier and the log-rank test.
/// </summary>
public sealed record SurvivalModel : ModelSpecification<SurvivalModel>
{
    internal SurvivalModel(string time, string died) : base(time)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(died);
        EventColumn = died;
        // The baseline hazard is the intercept.
        HasIntercept = false;
    }

    /// <summary>The column that is 1 where the event ended the time and 0 where the time ended without it.</summary>
    public string EventColumn { get; }

    /// <summary>The column of times at which people came under watch; null where all were watched from time 0.</summary>
    public string? EntryColumn { get; init; }

    /// <summary>The columns whose combinations have a baseline hazard each.</summary>
    public IReadOnlyList<string> StrataColumns { get; init; } = [];

    internal override string OutcomeRole => "time";

    internal override IEnumerable<(string Role, string Column)> Roles => [("event", EventColumn), .. base.Roles, .. Role("entry", EntryColumn), .. StrataColumns.Select(column => ("strata", column))];

    /// <summary>People were watched from a column of times on, each before the end of the time (left truncation): before, they could not be seen to have the event.</summary>
    public SurvivalModel Entering(string column) => this with { EntryColumn = column };

    /// <summary>Each combination of the values of some columns has a baseline hazard of its own, and is compared within itself alone.</summary>
    public SurvivalModel StratifiedBy(params string[] columns) => this with { StrataColumns = [.. columns] };

    /// <summary>Estimates hazard ratios by the maximum of the partial likelihood. See <see cref="SurvivalFit"/> for how.</summary>
    /// <param name="table">The data: times of 0 or more, and events as 1 or 0.</param>
    /// <param name="ties">How events at the same time are taken.</param>
    /// <exception cref="DataException">The data do not fit the model: the message names the column and says what to do.</exception>
    /// <exception cref="ConvergenceException">The model cannot be estimated from them: the message says why.</exception>
    public SurvivalFit Fit(AnalysisTable table, Ties ties = Ties.Efron)
    {
        if (StandardErrors is StandardErrors.HC2 or StandardErrors.HC3)
            throw new ArgumentException($"{StandardErrors} needs leverages, which a partial likelihood has not: take HC0 or HC1, or clusters.");
        var frame = Frame.Of(this, table);
        return CoxRegression.Fit(this, frame, FollowUp.Of(this, table, frame.Selection).RequireEvents(), ties);
    }

    /// <summary>The survival curve of everyone by Kaplan and Meier. Strata have no part in it.</summary>
    /// <exception cref="ArgumentException">The model has terms, weights or an offset, or standard errors of another kind: the curve knows none of these.</exception>
    /// <exception cref="DataException">The data cannot be used: the message names the column and says what to do.</exception>
    public SurvivalCurve Curve(AnalysisTable table) => KaplanMeier.Curves(WithoutRegression("A curve of Kaplan and Meier"), table, [])[0];

    /// <summary>The survival curve of each group by Kaplan and Meier. Strata have no part in it.</summary>
    /// <param name="table">The data.</param>
    /// <param name="by">The columns whose combinations of values are the groups.</param>
    /// <exception cref="ArgumentException">The model has terms, weights or an offset, or standard errors of another kind: the curves know none of these.</exception>
    /// <exception cref="DataException">The data cannot be used: the message names the column and says what to do.</exception>
    public SurvivalCurves Curves(AnalysisTable table, params string[] by) => new(KaplanMeier.Curves(WithoutRegression("A curve of Kaplan and Meier"), table, by));

    /// <summary>Tests that the hazards of groups are the same, within strata where there are any.</summary>
    /// <param name="table">The data.</param>
    /// <param name="by">The columns whose combinations of values are the groups.</param>
    /// <exception cref="ArgumentException">The model has terms, weights or an offset, or standard errors of another kind: the test knows none of these.</exception>
    /// <exception cref="DataException">The data cannot be used, or there is a single group: the message names the column and says what to do.</exception>
    public LogRankTest LogRank(AnalysisTable table, params string[] by) => LogRankTest.Of(WithoutRegression("A log-rank test"), table, by);

    /// <summary>The model, which has to say nothing that only a regression heeds.</summary>
    private SurvivalModel WithoutRegression(string what)
    {
        var unheard = Terms.Count > 0 ? $"the terms {StatisticsErrors.List(Terms.Select(term => term.Name))}" : WeightColumn is { } weights ? $"the weights '{weights}'"
            : OffsetColumn is { } offset ? $"the offset '{offset}'" : StandardErrors != StandardErrors.Model ? "clustered or robust standard errors" : null;
        return unheard is null ? this : throw new ArgumentException($"{what} knows nothing of {unheard}: leave that out and name groups beside the table, as in Curves(table, \"Arm\") or LogRank(table, \"Arm\"), or estimate hazard ratios by Fit, which heeds it.");
    }

    internal override string OutcomeWords => $"{EventColumn} over {Outcome}";

    private protected override string Kind => "Cox regression";
}
