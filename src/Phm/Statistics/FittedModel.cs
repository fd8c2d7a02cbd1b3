namespace Phm.Statistics;

/// <summary>A model with coefficients estimated from data. It keeps no data, only what it learned from them.</summary>
public abstract record FittedModel
{
    private protected FittedModel(DesignCoding coding) => Coding = coding;

    /// <summary>What was fitted.</summary>
    public abstract ModelSpecification Specification { get; }

    /// <summary>The coefficients, in the order of the design.</summary>
    public required IReadOnlyList<Coefficient> Coefficients { get; init; }

    /// <summary>The covariance of the coefficients.</summary>
    public required CovarianceMatrix Covariance { get; init; }

    /// <summary>Which rows were used.</summary>
    public required RowUse Rows { get; init; }

    /// <summary>How many clusters the rows lie in; null where rows are independent.</summary>
    public required int? Clusters { get; init; }

    /// <summary>Rows used less coefficients.</summary>
    public int ResidualDegreesOfFreedom => Rows.Used - Coefficients.Count;

    /// <summary>The logarithm of the likelihood at the estimates; NaN for a quasi-likelihood, which has none.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>How many parameters the likelihood has: the coefficients and, where there is one, the variance or dispersion.</summary>
    public required int Parameters { get; init; }

    /// <summary>Akaike's information criterion, 2k - 2l (Akaike H. IEEE Trans Autom Control 1974;19:716-723, doi:10.1109/TAC.1974.1100705).</summary>
    public double Aic => 2 * Parameters - 2 * LogLikelihood;

    /// <summary>Schwarz's criterion, k ln n - 2l (Schwarz G. Ann Stat 1978;6:461-464, doi:10.1214/aos/1176344136).</summary>
    public double Bic => Parameters * Math.Log(Rows.Used) - 2 * LogLikelihood;

    /// <summary>The coefficient of a column of the design, by name.</summary>
    /// <exception cref="ArgumentException">There is no such coefficient.</exception>
    public Coefficient this[string name] => Coefficients.FirstOrDefault(coefficient => coefficient.Name == name)
        ?? throw new ArgumentException($"There is no coefficient '{name}'. The model has {StatisticsErrors.List(Coefficients.Select(coefficient => coefficient.Name))}.", nameof(name));

    /// <summary>The degrees of freedom of tests of coefficients; infinite where these are asymptotic.</summary>
    internal abstract double TestDegreesOfFreedom { get; }

    internal DesignCoding Coding { get; }

    /// <summary>Tests that all the coefficients of some terms are 0; all terms but the intercept where none is named.</summary>
    /// <exception cref="ArgumentException">There is no such term.</exception>
    public WaldTest Test(params string[] terms) => WaldTest.Of(this, IndicesOf(terms));

    /// <summary>What the model expects of each row of a table that has the columns of its terms, offset and exposure.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="DataException">A column is absent or misses something, or a factor has a level that the model has not seen.</exception>
    public IReadOnlyList<Prediction> Predict(AnalysisTable table, double level = 0.95)
    {
        var (design, offset, estimates, row) = (DesignOf(table), Specification.OffsetOf(table, RowSelection.All(table.Rows)), Estimates, new double[Coefficients.Count]);
        Tails.RequireLevel(level);
        var quantile = Tails.TwoSidedQuantile(level, TestDegreesOfFreedom);
        var predictions = new Prediction[table.Rows];
        for (var i = 0; i < predictions.Length; i++)
        {
            design.Read(i, 1, row, 1);
            var predictor = offset?[i] ?? 0;
            for (var j = 0; j < row.Length; j++) predictor += row[j] * estimates[j];
            var error = Math.Sqrt(Covariance.VarianceOf(row));
            var interval = new ConfidenceInterval(predictor - quantile * error, predictor + quantile * error, level);
            predictions[i] = new(predictor, error, MeanAt(predictor), interval, interval.Through(MeanAt));
        }
        return predictions;
    }

    /// <summary>
    /// The average marginal effect of a column: the mean derivative of the expected outcome by a number, or the mean difference of each level of a
    /// factor from its reference (Bartus T. Stata J 2005;5:309-329, doi:10.1177/1536867X0500500303).
    /// </summary>
    /// <param name="table">The people to average over, as those that the model was fitted to. Rows that miss something are left out.</param>
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
        return [AverageContrast.Of(this, column, Moved(step), Moved(-step), 2 * step)];
    }

    /// <summary>The mean difference of the expected outcome, were everyone at a level of a factor, from everyone at another.</summary>
    /// <param name="table">The people to average over. Rows that miss something are left out.</param>
    /// <param name="column">A factor of the model.</param>
    /// <param name="level">The level.</param>
    /// <param name="from">The level that it is compared with.</param>
    /// <exception cref="ArgumentException">The model does not use the column as a factor, or it has no such level.</exception>
    public MarginalEffect Difference(AnalysisTable table, string column, string level, string from)
    {
        ArgumentNullException.ThrowIfNull(table);
        var levels = LevelsOf(column) ?? throw new ArgumentException($"'{column}' is a number of the model, not a factor: give the two numbers.", nameof(column));
        AnalysisTable At(string chosen) => table.Setting(FactorColumn.Of(column, [.. Enumerable.Repeat(IndexOf(chosen), table.Rows)], levels, null));
        return AverageContrast.Of(this, $"{column}: {level} v {from}", At(level), At(from), 1);

        int IndexOf(string chosen) => Array.IndexOf(levels, chosen) is >= 0 and var index
            ? index
            : throw new ArgumentException($"Factor '{column}' has no level '{chosen}'. It has {StatisticsErrors.List(levels)}.");
    }

    /// <summary>The mean difference of the expected outcome, had everyone one value of a number, from everyone having another.</summary>
    /// <param name="table">The people to average over. Rows that miss something are left out.</param>
    /// <param name="column">A number of the model.</param>
    /// <param name="value">The value.</param>
    /// <param name="from">The value that it is compared with.</param>
    /// <exception cref="ArgumentException">The model does not use the column as a number.</exception>
    public MarginalEffect Difference(AnalysisTable table, string column, double value, double from)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (LevelsOf(column) is not null) throw new ArgumentException($"'{column}' is a factor of the model: give the names of two levels.", nameof(column));
        AnalysisTable At(double chosen) => table.Setting(NumberColumn.Of(column, [.. Enumerable.Repeat(chosen, table.Rows)]));
        return AverageContrast.Of(this, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{column}: {value} v {from}"), At(value), At(from), 1);
    }

    /// <summary>The levels of a column that the model uses as a factor; null where it uses it as a number.</summary>
    private string[]? LevelsOf(string column) => Coding.Terms.Any(term => term.Uses.Contains(column)) ? Coding.LevelsOf(column)
        : throw new ArgumentException($"The model does not use a column '{column}'. It uses {StatisticsErrors.List(Coding.Terms.SelectMany(term => term.Uses).Distinct())}.", nameof(column));

    /// <summary>The columns of a table that the linear predictor is made from.</summary>
    internal IEnumerable<string> Columns => [.. Coding.Terms.SelectMany(term => term.Uses).Concat(Specification.PredictorColumns).Distinct()];

    /// <summary>The expected outcome at a linear predictor.</summary>
    internal abstract double MeanAt(double predictor);

    /// <summary>The derivative of the expected outcome by the linear predictor; for a log link the expected outcome itself.</summary>
    internal virtual double SlopeAt(double predictor) => MeanAt(predictor);

    /// <summary>The design of a table by the coding of the fit, each row of which has to be whole.</summary>
    internal DesignMatrix DesignOf(AnalysisTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        foreach (var column in Columns.Select(name => table[name]))
        {
            if (column.Missing is { } missing && Array.IndexOf(missing, true) is >= 0 and var row)
                throw new DataException($"Column '{column.Name}' is missing in row {row + 1}, so nothing can be predicted for it: leave out rows that miss something.");
        }
        return Coding.Bind(table, RowSelection.All(table.Rows));
    }

    /// <summary>The positions of the coefficients of some terms; of all but the intercept where none is named.</summary>
    internal int[] IndicesOf(string[] terms)
    {
        if (terms.FirstOrDefault(term => Coefficients.All(coefficient => coefficient.Term != term)) is { } unknown)
            throw new ArgumentException($"There is no term '{unknown}' in the model. It has {StatisticsErrors.List(Coefficients.Select(coefficient => coefficient.Term).Distinct())}.", nameof(terms));
        var chosen = Enumerable.Range(0, Coefficients.Count).Where(i => terms.Length == 0 ? Coefficients[i].Term != "Intercept" : terms.Contains(Coefficients[i].Term)).ToArray();
        return chosen.Length > 0 ? chosen : throw new ArgumentException("The model has no terms besides its intercept, so there is nothing to test.", nameof(terms));
    }

    internal double[] Estimates => [.. Coefficients.Select(coefficient => coefficient.Estimate)];
}
