namespace Phm.Statistics;

/// <summary>Fits Cox regressions: the search, and what its maximum says.</summary>
internal static class CoxRegression
{
    public static SurvivalFit Fit(SurvivalModel model, Frame frame, FollowUp data, Ties ties)
    {
        var (rows, names) = (CoxRows.Of(frame, data), frame.Coding.Names);
        var search = CoxSearch.Run(model, names, rows, ties);
        var factor = search.Factor();
        var covariance = model.StandardErrors == StandardErrors.Model ? factor.Inverse() : Robust(frame, rows, search.Coefficients, ties, factor);
        var degrees = frame.Clusters is null ? double.PositiveInfinity : frame.ClusterCount - 1;
        return new(model, frame.Coding, ties)
        {
            Coefficients = [.. search.Coefficients.Select((estimate, j) => new Coefficient(names[j], frame.Coding.TermOfColumn[j], estimate, Math.Sqrt(covariance[j, j]), degrees))],
            Covariance = new(names, covariance), Rows = frame.Use, Clusters = frame.Clusters is null ? null : frame.ClusterCount,
            LogLikelihood = search.Sums.LogLikelihood, NullLogLikelihood = search.NullLogLikelihood, Parameters = names.Length, Iterations = search.Steps,
            Events = data.Died.Count(died => died), Concordance = HarrellConcordance.Of(rows, rows.Predictor(search.Coefficients)),
            Baselines = BaselinesOf(rows, search.Coefficients, ties, data.Strata.Names),
        };
    }

    /// <summary>A⁻¹BA⁻¹ with the scores of rows, or of clusters, in B.</summary>
    private static double[,] Robust(Frame frame, CoxRows rows, double[] coefficients, Ties ties, InformationFactor factor)
    {
        var (columns, count) = (rows.Columns, frame.Clusters is null ? rows.Count : frame.ClusterCount);
        var (scores, changes, covariance) = (CoxScores.Of(rows, coefficients, ties), new double[count][], new double[columns, columns]);
        for (var i = 0; i < rows.Count; i++)
        {
            var change = changes[frame.Clusters?[i] ?? i] ??= new double[columns];
            for (var j = 0; j < columns; j++) change[j] += scores[i * columns + j];
        }
        var scale = frame.Model.StandardErrors switch
        {
            StandardErrors.HC1 => count / (double)(count - columns),
            StandardErrors.Clustered => count / (count - 1.0),
            _ => 1.0,
        };
        foreach (var change in changes.Select(factor.Solve))
        {
            for (var i = 0; i < columns; i++)
            {
                for (var j = 0; j < columns; j++) covariance[i, j] += scale * change[i] * change[j];
            }
        }
        return covariance;
    }

    private static BaselineHazard[] BaselinesOf(CoxRows rows, double[] coefficients, Ties ties, string[] names)
    {
        var found = names.Select(_ => new List<(double Time, double Hazard)>()).ToArray();
        RiskSet.Walk(rows, rows.Predictor(coefficients), withSquares: false,
            set => found[set.Stratum].Add((set.Time, TieStep.Of(set, ties).Sum(step => step.Events / step.Total))));
        var center = rows.MeanOffset + rows.Means.Zip(coefficients, (x, b) => x * b).Sum();
        return [.. names.Select((name, k) => BaselineHazard.Of(name, found[k], center))];
    }
}
