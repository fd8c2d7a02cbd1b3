using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>What is explained by what: an outcome, terms, and how rows count. A specification holds no data and fits any table that has its columns.</summary>
public abstract record ModelSpecification : Statement
{
    private protected ModelSpecification(string outcome)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(outcome);
        Outcome = outcome;
    }

    /// <summary>The column that is explained.</summary>
    public string Outcome { get; }

    /// <summary>What explains it, in order.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>Whether the model has an intercept.</summary>
    public bool HasIntercept { get; init; } = true;

    /// <summary>The column of weights; null where every row counts alike.</summary>
    public string? WeightColumn { get; init; }

    /// <summary>The column that is added to the linear predictor with the coefficient 1; null where none is.</summary>
    public string? OffsetColumn { get; init; }

    /// <summary>The column whose values are the clusters; null where rows are independent.</summary>
    public string? ClusterColumn { get; init; }

    /// <summary>Where the covariance of coefficients comes from.</summary>
    public StandardErrors StandardErrors { get; init; } = StandardErrors.Model;

    /// <summary>The smallest share of a column that may be left when the columns before it are taken out of it; see <see cref="LinearModel.Fit"/>.</summary>
    internal double RankTolerance { get; init; } = 1e-7;

    /// <summary>How many threads work; all processors where null. No number of a result depends on it.</summary>
    internal int? Threads { get; init; }

    /// <summary>What the outcome is called where a message names it.</summary>
    internal virtual string OutcomeRole => "outcome";

    /// <summary>Columns besides outcome and terms, each with what it is for.</summary>
    internal virtual IEnumerable<(string Role, string Column)> Roles => [.. Role("weights", WeightColumn), .. Role("offset", OffsetColumn), .. Role("clusters", ClusterColumn)];

    /// <summary>Columns besides outcome and terms in which a missing value leaves a row out.</summary>
    internal IEnumerable<string> OtherColumns => Roles.Select(role => role.Column);

    /// <summary>Columns besides those of terms that the linear predictor is made from.</summary>
    internal virtual IEnumerable<string> PredictorColumns => OffsetColumn is null ? [] : [OffsetColumn];

    /// <summary>What is explained, in words.</summary>
    internal virtual string OutcomeWords => Outcome;

    /// <summary>The kind of model: "Linear regression".</summary>
    private protected abstract string Kind { get; }

    private protected override string Words => string.Join(", ", ((IEnumerable<string>)
    [
        $"{Kind} of {OutcomeWords} on {(Terms.Count == 0 ? "nothing" : string.Join(" + ", Terms))}", HasIntercept || this is SurvivalModel ? "" : "without an intercept",
        .. OtherColumns.Any() ? (string[])[$"with {string.Join(", ", OtherColumns)}"] : [], "not fitted yet",
    ]).Where(part => part.Length > 0));

    private protected static IEnumerable<(string Role, string Column)> Role(string role, string? column) => column is null ? [] : [(role, column)];

    /// <summary>The prior weight of each row; null where all are 1.</summary>
    internal double[]? WeightsOf(AnalysisTable table, RowSelection rows) =>
        WeightColumn is { } weights ? Frame.Positive(table, rows, weights, "a weight", "leave out rows that shall not count") : null;

    /// <summary>The columns that say how many people each row stands for.</summary>
    internal IEnumerable<string> PeopleColumns => Roles.Where(role => role.Role is "weights" or "trials").Select(role => role.Column);

    /// <summary>How many people each row stands for; null where all stand for one.</summary>
    internal virtual double[]? PeopleOf(AnalysisTable table, RowSelection rows) => WeightsOf(table, rows);

    /// <summary>What is added to the linear predictor of each row; null where nothing is.</summary>
    internal virtual double[]? OffsetOf(AnalysisTable table, RowSelection rows) =>
        OffsetColumn is { } offset ? rows.Take(table.NumberAt(offset, "an offset").Values) : null;
}
