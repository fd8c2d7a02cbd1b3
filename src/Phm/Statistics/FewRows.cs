namespace Phm.Statistics;

/// <summary>
/// Which columns of a design rest on so few rows that their coefficients would tell the outcome of single people: a level that one person has gets, in a linear
/// model, that person's outcome to the digit. Where the reference is as rare, every level compared with it tells of it. With an interaction a coefficient is
/// about the cells of its levels and references, so each of these has to be common.
/// </summary>
internal static class FewRows
{
    /// <summary>The largest table of levels that is counted; a term with more columns cannot be fitted.</summary>
    private const long MostCells = 10_000_000;

    private static readonly Dictionary<string, int> s_none = [];

    public static bool[] Of(IReadOnlyList<TermCoding> codings, RowSelection rows, bool hasIntercept)
    {
        var tables = codings.Where(coding => coding.Factors.Count > 0).DistinctBy(coding => string.Join('\n', coding.Factors.Select(factor => factor.Column)))
            .Select(coding => new LevelCounts(coding.Factors, rows)).ToList();
        var intercept = CountText.IsFew(rows.Count) || tables.Exists(table => table.HasFew(s_none)) || codings.Any(coding => coding.IsFewAtZero);
        var columns = codings.SelectMany(coding => coding.Levels.Select(levels =>
            CountText.IsFew(rows.Count) || coding.IsFew || levels.Count > 0 && tables.Exists(table => table.Covers(levels) && table.HasFew(levels))));
        return hasIntercept ? [intercept, .. columns] : [.. columns];
    }

    /// <summary>How many of the rows used have each combination of the levels of some factors.</summary>
    private sealed class LevelCounts
    {
        private readonly FactorCoding[] _factors;
        private readonly int[] _counts;

        public LevelCounts(IReadOnlyList<FactorCoding> factors, RowSelection rows)
        {
            _factors = [.. factors];
            var cells = factors.Aggregate(1L, (product, factor) => Math.Min(product * factor.LevelNames.Count, MostCells + 1));
            if (cells > MostCells) throw new DataException($"The interaction of {StatisticsErrors.List(factors.Select(factor => factor.Column))} has too many cells to be fitted: join levels, or leave it out.");
            _counts = new int[cells];
            for (var i = 0; i < rows.Count; i++)
            {
                var cell = 0;
                foreach (var factor in _factors) cell = cell * factor.LevelNames.Count + factor.CodeOf(rows[i]);
                _counts[cell]++;
            }
        }

        public bool Covers(IReadOnlyDictionary<string, int> levels) => levels.Keys.All(column => Array.Exists(_factors, factor => factor.Column == column));

        /// <summary>Whether few rows lie in a cell of some levels, each of them or its reference, with the other factors at their reference.</summary>
        public bool HasFew(IReadOnlyDictionary<string, int> levels) => HasFew(levels, 0, 0);

        private bool HasFew(IReadOnlyDictionary<string, int> levels, int at, int cell)
        {
            if (at == _factors.Length) return CountText.IsFew(_counts[cell]);
            var next = cell * _factors[at].LevelNames.Count;
            return HasFew(levels, at + 1, next) || levels.TryGetValue(_factors[at].Column, out var level) && HasFew(levels, at + 1, next + level);
        }
    }
}
