namespace Phm.Statistics;

/// <summary>How a term becomes columns of numbers: learned from the rows of a fit, and the same for every table that is predicted for.</summary>
internal abstract class TermCoding
{
    /// <summary>The names of the columns, in plain words.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>What each column is within its term: the level of a factor; empty for a number.</summary>
    public abstract IReadOnlyList<string> Labels { get; }

    /// <summary>The level that others are compared with; null where there is none.</summary>
    public virtual string? Reference => null;

    /// <summary>All levels that the columns are compared with, those of both sides of an interaction; empty where there is none.</summary>
    public virtual string Compared => Reference ?? "";

    /// <summary>The factors that the columns are made of, each once.</summary>
    public virtual IReadOnlyList<FactorCoding> Factors => [];

    /// <summary>The level of each factor that each column stands for; none where it stands for a number alone.</summary>
    public abstract IReadOnlyList<IReadOnlyDictionary<string, int>> Levels { get; }

    /// <summary>
    /// Whether the numbers of the term are the same in all but few of some rows, so that its coefficients tell of these; and whether that one number is another than 0,
    /// so that the intercept tells of them as well.
    /// </summary>
    public virtual (bool Coefficient, bool Intercept) IsFewAmong(AnalysisTable table, RowSelection rows) => (false, false);

    /// <summary>Whether the columns are those of a spline, or multiplied by them, and mean nothing one by one.</summary>
    public virtual bool IsSpline => false;

    /// <summary>Whether every function that the term can take, of the same data, is one of a term of a larger model, beside the constant of that model where it has one.</summary>
    public abstract bool IsWithin(TermCoding larger, bool besideConstant);

    /// <summary>The columns of the term for the chosen rows of a table.</summary>
    public abstract IReadOnlyList<ColumnSource> Bind(AnalysisTable table, RowSelection rows);
}
