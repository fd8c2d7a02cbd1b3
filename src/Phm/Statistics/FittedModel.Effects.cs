using System.Globalization;

namespace Phm.Statistics;

public abstract partial record FittedModel
{
    /// <summary>
    /// The average marginal effect of a column: the mean derivative of the expected outcome by a number, or the mean difference of each level of a
    /// factor from its reference (Bartus T. Stata J 2005;5:309-329, doi:10.1177/1536867X0500500303).
    /// </summary>
    /// <param name="table">The people to average over, as those that the model was fitted to. Rows that miss something are left out; each of the others counts by its weight and trials, where the model has them.</param>
    /// <param name="column">A column that the model uses.</param>
    /// <exception cref="ArgumentException">The model does not use the column.</exception>
    public IReadOnlyList<MarginalEffect> MarginalEffects(AnalysisTable table, string column)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (LevelsOf(column) is { } levels) return [.. levels.Skip(1).Select(level => Difference(table, column, level, levels[0]))];
        const double share = 1e-5;
        var values = table.NumberAt(column, $"'{column}' of the model").Values;
        var step = share * Math.Max(values.Max() - values.Min(), 1e-9 * values.Max(Math.Abs));
        AnalysisTable Moved(double by) => table.Setting(NumberColumn.Of(column, Array.ConvertAll(values, x => x + by), table[column].Missing));
        return [AverageContrast.Of(this, column, Moved(step), Moved(-step), 2 * step) with { IsWithheld = IsFew(column, "") }];
    }

    /// <summary>The mean difference of the expected outcome, were everyone at a level of a factor, from everyone at another.</summary>
    /// <param name="table">The people to average over. Rows that miss something are left out; each of the others counts by its weight and trials, where the model has them.</param>
    /// <param name="column">A factor of the model.</param>
    /// <param name="level">The level.</param>
    /// <param name="from">The level that it is compared with.</param>
    /// <exception cref="ArgumentException">The model does not use the column as a factor, or it has no such level.</exception>
    public MarginalEffect Difference(AnalysisTable table, string column, string level, string from)
    {
        ArgumentNullException.ThrowIfNull(table);
        var levels = LevelsOf(column) ?? throw new ArgumentException($"'{column}' is a number of the model, not a factor: give the two numbers.", nameof(column));
        AnalysisTable At(string chosen) => table.Setting(FactorColumn.Of(column, [.. Enumerable.Repeat(IndexOf(chosen), table.Rows)], levels, null));
        return AverageContrast.Of(this, $"{column}: {level} v {from}", At(level), At(from), 1) with { IsWithheld = IsFew(column, level) || IsFew(column, from) };

        int IndexOf(string chosen) => Array.IndexOf(levels, chosen) is >= 0 and var index
            ? index
            : throw new ArgumentException($"Factor '{column}' has no level '{chosen}'. It has {StatisticsErrors.List(levels)}.");
    }

    /// <summary>The mean difference of the expected outcome, had everyone one value of a number, from everyone having another.</summary>
    /// <param name="table">The people to average over. Rows that miss something are left out; each of the others counts by its weight and trials, where the model has them.</param>
    /// <param name="column">A number of the model.</param>
    /// <param name="value">The value.</param>
    /// <param name="from">The value that it is compared with.</param>
    /// <exception cref="ArgumentException">The model does not use the column as a number.</exception>
    public MarginalEffect Difference(AnalysisTable table, string column, double value, double from)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (LevelsOf(column) is not null) throw new ArgumentException($"'{column}' is a factor of the model: give the names of two levels.", nameof(column));
        AnalysisTable At(double chosen) => table.Setting(NumberColumn.Of(column, [.. Enumerable.Repeat(chosen, table.Rows)]));
        return AverageContrast.Of(this, string.Create(CultureInfo.InvariantCulture, $"{column}: {value} v {from}"), At(value), At(from), 1) with { IsWithheld = IsFew(column, "") };
    }

    /// <summary>
    /// The difference of the linear predictor between two levels of a factor, or two values of a number along its line or curve, all else the same.
    /// Where an interaction has the column too, it is that at 0 or the reference of the other.
    /// </summary>
    /// <param name="column">A column that is a term of the model.</param>
    /// <param name="value">The level or number.</param>
    /// <param name="from">The level or number that it is compared with.</param>
    /// <exception cref="ArgumentException">The column is no term of the model.</exception>
    /// <exception cref="DataException">There is no such level, or it should be a number.</exception>
    public Coefficient Contrast(string column, string value, string from)
    {
        if (Coding.Terms.All(term => term.Name != column)) throw new ArgumentException($"There is no term '{column}' in the model. It has {StatisticsErrors.List(Coding.Terms.Select(term => term.Name))}.", nameof(column));
        var change = Coding.Change(column, Coding.LevelsOf(column) is null
            ? new AnalysisTable().Number(column, [Number(value), Number(from)])
            : new AnalysisTable().Factor(column, [value, from]));
        return new($"{column}: {value} v {from}", column, change.Zip(Estimates, (x, estimate) => x * estimate).Sum(), Math.Sqrt(Covariance.VarianceOf(change)), TestDegreesOfFreedom)
        {
            IsWithheld = change.Where((by, j) => by != 0 && Coefficients[j].IsWithheld).Any(),
        };

        double Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
            : throw new DataException($"'{column}' is a number of the model, but a value to compare is none: give numbers.");
    }

    /// <inheritdoc cref="Contrast(string, string, string)"/>
    public Coefficient Contrast(string column, double value, double from) =>
        Contrast(column, value.ToString("R", CultureInfo.InvariantCulture), from.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Whether the coefficient of a level, or of a number, may not be shown.</summary>
    private bool IsFew(string column, string level) => Coefficients.Where((coefficient, j) => coefficient.Term == column && Coding.LabelOfColumn[j] == level && coefficient.IsWithheld).Any();

    /// <summary>The levels of a column that the model uses as a factor; null where it uses it as a number.</summary>
    private string[]? LevelsOf(string column) => Coding.Terms.Any(term => term.Uses.Contains(column)) ? Coding.LevelsOf(column)
        : throw new ArgumentException($"The model does not use a column '{column}'. It uses {StatisticsErrors.List(Coding.Terms.SelectMany(term => term.Uses).Distinct())}.", nameof(column));
}
