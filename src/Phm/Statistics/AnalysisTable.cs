using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// The data of a regression: named columns of equal length, each a column of numbers or a factor (categories with a reference level).
/// A table is never changed: each method gives a new one with a further column.
/// </summary>
/// <remarks>
/// Arrays are taken as they are, without a copy: who changes them afterwards changes the table. What is missing is said (null, or the code
/// -1 of a factor); a NaN is an error, not a missing value. Rows that miss something that a model uses are left out of it and counted.
/// </remarks>
public sealed record AnalysisTable : Result
{
    private const int LongestWhom = 120;

    private readonly AnalysisColumn[] _columns;

    /// <summary>Creates a table without columns.</summary>
    public AnalysisTable() => _columns = [];

    private AnalysisTable(AnalysisColumn[] columns, string whom) => (_columns, Whom) = (columns, whom);

    /// <summary>Whom the rows are about, as results of models say: "Activation study (synthetic)"; empty where nobody said.</summary>
    public string Whom { get; } = "";

    /// <summary>How many rows there are; 0 while there is no column.</summary>
    public int Rows => _columns.Length == 0 ? 0 : _columns[0].Rows;

    /// <summary>The names of the columns, in order.</summary>
    public IReadOnlyList<string> Columns => [.. _columns.Select(column => column.Name)];

    /// <summary>A table with one row for each of a sequence of things, its columns read from them.</summary>
    /// <param name="rows">The things, one a row.</param>
    /// <param name="columns">Names each column and says how it is read: <c>c => c.Number("Age", p => p.Age).Factor("Sex", p => p.Sex)</c>.</param>
    public static AnalysisTable FromRows<T>(IEnumerable<T> rows, Func<RowColumns<T>, RowColumns<T>> columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        return columns(new RowColumns<T>([.. rows], new AnalysisTable())).Table;
    }

    /// <summary>Says whom the rows are about; tables and charts of models made from them repeat it.</summary>
    public AnalysisTable About(string whom)
    {
        ArgumentNullException.ThrowIfNull(whom);
        return new(_columns, CleanText.Of(whom, LongestWhom));
    }

    /// <summary>Adds a column of numbers, none missing.</summary>
    /// <exception cref="DataException">A number is not finite, the length differs from the other columns, or the name is taken.</exception>
    public AnalysisTable Number(string name, double[] values) => With(NumberColumn.Of(name, values));

    /// <summary>Adds a column of numbers in which null is missing.</summary>
    /// <exception cref="DataException">A number is not finite, the length differs from the other columns, or the name is taken.</exception>
    public AnalysisTable Number(string name, double?[] values) => With(NumberColumn.Of(name, values));

    /// <summary>Adds a column of whole numbers, none missing.</summary>
    /// <exception cref="DataException">The length differs from the other columns, or the name is taken.</exception>
    public AnalysisTable Number(string name, int[] values) => With(NumberColumn.Of(name, Array.ConvertAll(values, value => (double)value)));

    /// <summary>Adds a factor; null and blank are missing. Levels come in the order of characters, or of numbers where all of them are numbers.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="values">The level of each row.</param>
    /// <param name="reference">The level that others are compared with; the first where null.</param>
    /// <exception cref="DataException">The reference is no level, the length differs from the other columns, or the name is taken.</exception>
    public AnalysisTable Factor(string name, string?[] values, string? reference = null) => With(FactorColumn.Of(name, values, reference));

    /// <summary>Adds a factor that is coded already.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="codes">The index of the level of each row, from 0; -1 is missing.</param>
    /// <param name="levels">The names of the levels.</param>
    /// <param name="reference">The level that others are compared with; the first where null.</param>
    /// <exception cref="DataException">A code or the reference is no level, the length differs from the other columns, or the name is taken.</exception>
    public AnalysisTable Factor(string name, int[] codes, IReadOnlyList<string> levels, string? reference = null) => With(FactorColumn.Of(name, codes, levels, reference));

    /// <summary>The table with one column replaced by another of the same name: the question "what if everyone…".</summary>
    internal AnalysisTable Setting(AnalysisColumn replacement) => new([.. _columns.Select(column => column.Name == replacement.Name ? replacement : column)], Whom);

    internal AnalysisColumn this[string name] =>
        Array.Find(_columns, column => column.Name == name) ?? throw StatisticsErrors.NoColumn(name, Columns);

    /// <summary>A column that has to be one of numbers, and what for.</summary>
    internal NumberColumn NumberAt(string name, string use) => this[name] as NumberColumn ?? throw StatisticsErrors.NotNumber(name, use);

    /// <summary>How many levels a factor has. The reference is named where enough rows have it: the levels of a column of clusters may be people.</summary>
    private static string Levels(FactorColumn factor) => NumberText.WithDecimals(factor.Levels.Length, 0)
        + (factor.Levels.Length > 0 && CountText.Shown(factor.Codes.Count(code => code == 0)) is { IsShown: true, Value: > 0 } ? $", reference {factor.Levels[0]}" : "");

    private AnalysisTable With(AnalysisColumn column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column.Name);
        if (_columns.Any(other => other.Name == column.Name)) throw new DataException($"There is a column '{column.Name}' already: give each column a name of its own.");
        if (_columns.Length > 0 && column.Rows != Rows)
            throw new DataException($"Column '{column.Name}' has {column.Rows} rows, but '{_columns[0].Name}' has {Rows}: all columns of a table have the same length.");
        return new([.. _columns, column], Whom);
    }

    /// <summary>What the columns are: never their values. Counts of rows pass the default disclosure policy.</summary>
    public override ResultTable ToTable() => new()
    {
        Title = $"Table for analysis: {CountText.Of(Rows, "row", "rows")}{(Whom.Length > 0 ? $", {Whom}" : "")}",
        Columns = [new("Column"), new("Kind"), new("Levels"), new("Missing", ColumnFormat.Count)],
        Rows = [.. _columns.Select(column => (TableCell[])
        [
            CleanText.Of(column.Name, int.MaxValue), column is FactorColumn ? "factor" : "number", column is FactorColumn factor ? CleanText.Of(Levels(factor), int.MaxValue) : "", CountText.Shown(column.Missing?.Count(missing => missing) ?? 0),
        ])],
        Notes = [CountText.Note],
    };
}
