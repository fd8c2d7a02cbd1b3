namespace Phm.Statistics;

/// <summary>The words that every kind of model is specified with. Each gives a new specification.</summary>
/// <typeparam name="TModel">The kind of model.</typeparam>
public abstract record ModelSpecification<TModel> : ModelSpecification where TModel : ModelSpecification<TModel>
{
    private protected ModelSpecification(string outcome) : base(outcome)
    {
    }

    /// <summary>Adds terms: names of columns, and what <see cref="Term"/> makes of them.</summary>
    /// <exception cref="ArgumentException">A term is there twice, or an interaction stands before or without the terms that it multiplies.</exception>
    public TModel On(params Term[] terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        List<Term> all = [.. Terms];
        foreach (var term in terms)
        {
            if (all.Any(other => other.Name == term.Name)) throw new ArgumentException($"The term '{term.Name}' is in the model twice.", nameof(terms));
            if (term is InteractionTerm pair && ((Term[])[pair.First, pair.Second]).FirstOrDefault(part => !all.Contains(part)) is { } absent)
                throw new ArgumentException($"The interaction '{term.Name}' needs the term '{absent.Name}' in the model before it, coded in the same way.", nameof(terms));
            all.Add(term);
        }
        return (TModel)(this with { Terms = [.. all] });
    }

    /// <summary>Leaves the intercept out. A factor still has no column for its reference.</summary>
    public TModel WithoutIntercept() => (TModel)(this with { HasIntercept = false });

    /// <summary>
    /// Weights each row by a column of numbers above 0: the row's variance is divided by its weight, and its log-likelihood is multiplied by it.
    /// </summary>
    public TModel Weights(string column) => (TModel)(this with { WeightColumn = column });

    /// <summary>Adds a column to the linear predictor, as it is, with the coefficient 1.</summary>
    public TModel Offset(string column) => (TModel)(this with { OffsetColumn = column });

    /// <summary>Takes standard errors from the residuals, with rows independent: clusters named before are no longer. See <see cref="StandardErrors"/>.</summary>
    public TModel Robust(StandardErrors kind = StandardErrors.HC1)
    {
        if (kind is not (StandardErrors.HC0 or StandardErrors.HC1 or StandardErrors.HC2 or StandardErrors.HC3))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Robust standard errors are HC0, HC1, HC2 or HC3; clusters are named by ClusteredBy.");
        return (TModel)(this with { StandardErrors = kind, ClusterColumn = null });
    }

    /// <summary>Takes standard errors from the residuals, with rows dependent within the values of a column, as patients of a practice. It takes the place of <see cref="Robust"/>.</summary>
    public TModel ClusteredBy(string column) => (TModel)(this with { ClusterColumn = column, StandardErrors = StandardErrors.Clustered });
}
