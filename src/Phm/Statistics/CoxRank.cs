namespace Phm.Statistics;

/// <summary>Whether the columns of a Cox regression can be told apart within the risk sets, by the information where all coefficients are 0.</summary>
internal static class CoxRank
{
    /// <summary>The share of a column, left by those before it, below which sums of squares tell nothing.</summary>
    private const double Tolerance = 1e-6;

    public static void Require(double[] information, double[] largest, IReadOnlyList<string> names, SurvivalModel model)
    {
        var columns = names.Count;
        var trace = Enumerable.Range(0, columns).Select(j => information[j * columns + j]).ToArray();
        var flat = names.Where((_, j) => !(trace[j] > 1e-14 * largest[j] * largest[j])).ToArray();
        if (flat.Length > 0)
            throw new ConvergenceException(EstimationFailure.RankDeficiency, flat,
                $"{StatisticsErrors.List(flat)} {(flat.Length == 1 ? "is" : "are")} the same for all who are at risk together when '{model.EventColumn}' happens, so no hazard ratio can be estimated: leave {(flat.Length == 1 ? "it" : "them")} out{(model.StrataColumns.Count > 0 ? ", or take fewer strata" : "")}.");
        RankCheck.Require(Triangle(information, columns), names, Math.Max(Tolerance, model.RankTolerance));
    }

    /// <summary>The triangle R with RᵀR the information; a row is 0 where rounding leaves nothing of its column.</summary>
    private static double[,] Triangle(double[] information, int columns)
    {
        var triangle = new double[columns, columns];
        for (var i = 0; i < columns; i++)
        {
            var left = information[i * columns + i];
            for (var k = 0; k < i; k++) left -= triangle[k, i] * triangle[k, i];
            if (left <= Tolerance * Tolerance * information[i * columns + i]) continue;
            triangle[i, i] = Math.Sqrt(left);
            for (var j = i + 1; j < columns; j++)
            {
                var rest = information[i * columns + j];
                for (var k = 0; k < i; k++) rest -= triangle[k, i] * triangle[k, j];
                triangle[i, j] = rest / triangle[i, i];
            }
        }
        return triangle;
    }
}
