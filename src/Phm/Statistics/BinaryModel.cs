namespace Phm.Statistics;

/// <summary>Logistic regression: ln(p/(1 - p)) = Xβ, so that e^β is an odds ratio.</summary>
public sealed record BinaryModel : ModelSpecification<BinaryModel>
{
    internal BinaryModel(string outcome) : base(outcome)
    {
    }

    /// <summary>The column of trials, where the outcome is a number of events; null where it is 1 or 0.</summary>
    public string? TrialsColumn { get; init; }

    internal override IEnumerable<(string Role, string Column)> Roles => [.. base.Roles, .. Role("trials", TrialsColumn)];

    /// <summary>The outcome is a number of events out of a column of trials, as deaths out of patients.</summary>
    public BinaryModel OutOf(string column) => this with { TrialsColumn = column };

    /// <summary>Estimates the model by maximum likelihood. See <see cref="GeneralisedLinearFit"/> for how.</summary>
    /// <exception cref="DataException">The data do not fit the model: the message names the column and says what to do.</exception>
    /// <exception cref="ConvergenceException">The model cannot be estimated from them: the message says why.</exception>
    public BinaryFit Fit(AnalysisTable table)
    {
        var trials = TrialTable.Of(Frame.Of(this, table), this);
        return LikelihoodRegression.Fit(trials.Frame, new BinomialDistribution(trials), (core, _) => new BinaryFit(this, core));
    }

    /// <summary>The trials of each row; null where every row is one.</summary>
    internal double[]? TrialsOf(AnalysisTable table, RowSelection rows) =>
        TrialsColumn is { } trials ? Frame.Positive(table, rows, trials, "a number of trials", "leave out rows without trials") : null;

    internal override double[]? PeopleOf(AnalysisTable table, RowSelection rows) => (TrialsOf(table, rows), WeightsOf(table, rows)) switch
    {
        ({ } trials, { } weights) => [.. trials.Zip(weights, (t, w) => t * w)],
        var (trials, weights) => trials ?? weights,
    };

    private protected override string Kind => "Logistic regression";
}
