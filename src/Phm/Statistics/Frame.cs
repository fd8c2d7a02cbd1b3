namespace Phm.Statistics;

/// <summary>What a fit works on: the rows of a table that a model uses, as design, outcome, weights, offset and clusters.</summary>
internal sealed record Frame
{
    public required ModelSpecification Model { get; init; }

    public required AnalysisTable Table { get; init; }

    public required RowSelection Selection { get; init; }

    public required DesignCoding Coding { get; init; }

    public required DesignMatrix Design { get; init; }

    public required double[] Outcome { get; init; }

    /// <summary>Prior weights; null where all are 1.</summary>
    public double[]? Prior { get; init; }

    /// <summary>What is added to the linear predictor; null where nothing is.</summary>
    public double[]? Offset { get; init; }

    /// <summary>The cluster of each row, from 0; null where rows are independent.</summary>
    public int[]? Clusters { get; init; }

    public int ClusterCount { get; init; }

    public RowUse Use => new(Table.Rows, Selection.Count, [.. Columns.Where(column => column.Missing is not null)
        .Select(column => new MissingValues(column.Name, column.Missing!.Count(missing => missing)))], Table.Whom) { Data = Data };

    private DataFingerprint Data => DataFingerprint.Of(Columns, Selection);

    private IEnumerable<AnalysisColumn> Columns => Used(Model).Distinct().Select(name => Table[name]);

    public static Frame Of(ModelSpecification model, AnalysisTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (model.Terms.Count == 0 && !model.HasIntercept) throw new ArgumentException("The model has neither terms nor an intercept: name terms by On.");
        RequireOthersAsTerms(model);
        var columns = Used(model).Distinct().Select(name => table[name]).ToArray();
        var rows = RowSelection.Complete(table.Rows, columns);
        if (rows.Count == 0)
            throw new DataException(table.Rows == 0 ? "The table has no rows, so there is nothing to fit." : $"Every row misses at least one of {StatisticsErrors.List(columns.Select(column => column.Name))}: look at which column is empty.");
        var coding = DesignCoding.Learn(model, table, rows);
        var (clusters, count) = ClustersOf(model, table, rows);
        var frame = new Frame
        {
            Model = model, Table = table, Selection = rows, Coding = coding, Design = coding.Bind(table, rows),
            Outcome = rows.Take(table.NumberAt(model.Outcome, "an outcome").Values),
            Prior = model.WeightsOf(table, rows),
            Offset = model.OffsetOf(table, rows),
            Clusters = clusters, ClusterCount = count,
        };
        if (rows.Count <= coding.Names.Length)
            throw new DataException($"The model of '{model.Outcome}' has {coding.Names.Length} coefficients but only {rows.Count} rows to estimate them from: it needs more rows or fewer terms.");
        if (clusters is not null) FewClusters.Require(frame);
        return frame;
    }

    /// <summary>The frame of a table that has to be the one that a model was fitted to.</summary>
    /// <exception cref="ArgumentException">The model was fitted to other data.</exception>
    public static Frame OfFitted(FittedModel fit, AnalysisTable table)
    {
        var frame = Of(fit.Specification, table);
        return fit.Rows.Data.DifferenceFrom(frame.Data) is { } difference ? throw new ArgumentException($"The model was fitted to other data: {difference}. Give the table that it was fitted to.", nameof(table)) : frame;
    }

    /// <summary>The values of a column that have to be above 0.</summary>
    public static double[] Positive(AnalysisTable table, RowSelection rows, string column, string what, string remedy)
    {
        var values = rows.Take(table.NumberAt(column, what).Values);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] <= 0) throw new DataException($"Column '{column}' is {(values[i] < 0 ? "below 0" : "0")} in row {rows[i] + 1}, but {what} is above 0: {remedy}.");
        }
        return values;
    }

    /// <summary>What is explained would explain itself without error, and leave nothing to the other terms.</summary>
    private static void RequireOthersAsTerms(ModelSpecification model)
    {
        foreach (var (role, column) in model.Roles.Where(role => role.Role is "event" or "trials").Prepend((model.OutcomeRole, model.Outcome)))
        {
            if (model.Terms.FirstOrDefault(term => term.Uses.Contains(column)) is { } term)
                throw new DataException($"The term '{term.Name}' is made of column '{column}', which is the {role} of the model: what is explained cannot explain itself. Leave the term out.");
        }
    }

    private static IEnumerable<string> Used(ModelSpecification model) =>
        [model.Outcome, .. model.Terms.SelectMany(term => term.Uses), .. model.OtherColumns];

    private static (int[]? Clusters, int Count) ClustersOf(ModelSpecification model, AnalysisTable table, RowSelection rows)
    {
        if (model.ClusterColumn is not { } name) return (null, 0);
        var (codes, seen) = (new int[rows.Count], new Dictionary<double, int>());
        var column = table[name];
        for (var i = 0; i < codes.Length; i++)
        {
            var key = column is FactorColumn factor ? factor.Codes[rows[i]] : ((NumberColumn)column).Values[rows[i]];
            if (!seen.TryGetValue(key, out var code)) seen[key] = code = seen.Count;
            codes[i] = code;
        }
        if (seen.Count < 2) throw new DataException($"Column '{name}' has one cluster only: standard errors by cluster need several, better 40 or more.");
        return (codes, seen.Count);
    }
}
