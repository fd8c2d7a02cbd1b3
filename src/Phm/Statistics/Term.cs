using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// What a model takes into account: a column, or something made of columns. The name of a column is a term: a number enters as a straight
/// line, a factor as one column for each level but the reference.
/// </summary>
/// <remarks>In a notebook, <c>using static Phm.Statistics.Term;</c> lets the makers of terms be written as <c>Spline("Age", 4)</c>.</remarks>
public abstract record Term : Statement
{
    private protected Term(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name by which results know the term: that of its column, or of two joined by " × ".</summary>
    public string Name { get; }

    /// <summary>The columns of the table that the term is made of.</summary>
    internal abstract IEnumerable<string> Uses { get; }

    /// <summary>A column as it is.</summary>
    public static implicit operator Term(string column) => FromString(column);

    /// <summary>A column as it is. The same as the conversion of its name.</summary>
    public static Term FromString(string column) => new ColumnTerm(column);

    /// <summary>A column as categories, compared with a reference level. Numbers become levels too, as deciles or years.</summary>
    /// <param name="column">A factor, or numbers with at most 200 different values.</param>
    /// <param name="reference">The level that others are compared with; that of the table, or the lowest, where null.</param>
    public static Term Factor(string column, string? reference = null) => new FactorTerm(column, reference);

    /// <summary>
    /// A natural cubic spline: a smooth curve that is a straight line beyond its boundary knots. Inner knots lie at equally spaced quantiles of
    /// the rows used, the boundary knots at their lowest and highest value; the basis is that of the function <c>ns</c> of R (Hastie TJ, in
    /// Chambers and Hastie, Statistical Models in S, 1992, chapter 7).
    /// </summary>
    /// <param name="column">A column of numbers.</param>
    /// <param name="degreesOfFreedom">How many columns the curve takes, 1 or more; it has one inner knot fewer.</param>
    public static Term Spline(string column, int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        return new SplineTerm(column, degreesOfFreedom);
    }

    /// <summary>
    /// The products of the columns of two terms: how the association of one differs by the other. Both terms have to be in the model by
    /// themselves too, or the products would mean something else than they seem to.
    /// </summary>
    public static Term Interaction(Term first, Term second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new InteractionTerm(first, second);
    }

    private protected override string Words => Name;

    /// <summary>How the term is coded, learned from the rows that a model uses.</summary>
    internal abstract TermCoding Learn(AnalysisTable table, RowSelection rows, bool besideIntercept);
}
