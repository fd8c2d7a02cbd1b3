namespace Phm.Statistics;

/// <summary>
/// Whether the columns of a design can be told apart, by the rule of LINPACK's <c>dqrdc2</c> in R: a column of which less than the tolerance is
/// left when the columns before it are taken out is a combination of those.
/// </summary>
internal static class RankCheck
{
    /// <summary>Throws where a column is a combination of others, naming it and them.</summary>
    public static void Require(double[,] triangle, IReadOnlyList<string> names, double tolerance)
    {
        var dependent = new List<string>();
        var concerned = new List<string>();
        var sentences = new List<string>();
        var (work, kept) = ((double[,])triangle.Clone(), new List<int>());
        for (var j = 0; j < names.Count; j++)
        {
            // Rows from kept.Count on are what the kept columns leave of column j.
            var whole = Length(triangle, j, 0, names.Count);
            if (whole > 0 && Length(work, j, kept.Count, names.Count) > tolerance * whole)
            {
                Reflect(work, j, kept.Count, names.Count);
                kept.Add(j);
                continue;
            }
            var partners = Partners(work, triangle, kept, j).Select(k => names[k]).ToArray();
            dependent.Add(names[j]);
            concerned.AddRange(partners);
            sentences.Add(whole == 0 ? $"'{names[j]}' is 0 in every row" : $"'{names[j]}' is a combination of {StatisticsErrors.List(partners)}");
        }
        if (dependent.Count > 0)
            throw new ConvergenceException(EstimationFailure.RankDeficiency, [.. dependent.Concat(concerned).Distinct()],
                $"The coefficients cannot be told apart: {string.Join("; ", sentences.Take(3))}. Leave {(dependent.Count == 1 ? "it" : "one of each")} out, or centre columns that run almost together.");
    }

    private static double Length(double[,] work, int column, int from, int count) =>
        Math.Sqrt(Enumerable.Range(from, count - from).Sum(i => work[i, column] * work[i, column]));

    private static void Reflect(double[,] work, int column, int from, int count)
    {
        var norm = Length(work, column, from, count);
        var diagonal = work[from, column] > 0 ? -norm : norm;
        var mirror = Enumerable.Range(0, count).Select(i => i < from ? 0 : work[i, column]).ToArray();
        mirror[from] -= diagonal;
        for (var k = column; k < count; k++)
        {
            var share = Enumerable.Range(from, count - from).Sum(i => mirror[i] * work[i, k]) / (diagonal * mirror[from]);
            for (var i = from; i < count; i++) work[i, k] += share * mirror[i];
        }
    }

    /// <summary>The kept columns that make up a dependent one: those with a share above a millionth of its length.</summary>
    private static IEnumerable<int> Partners(double[,] work, double[,] triangle, List<int> kept, int column)
    {
        var shares = new double[kept.Count];
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var rest = work[i, column];
            for (var k = i + 1; k < kept.Count; k++) rest -= work[i, kept[k]] * shares[k];
            shares[i] = rest / work[i, kept[i]];
        }
        var count = triangle.GetLength(0);
        var whole = Length(triangle, column, 0, count);
        return kept.Where((k, i) => Math.Abs(shares[i]) * Length(triangle, k, 0, count) > 1e-6 * whole);
    }
}
