namespace Phm.Statistics;

/// <summary>
/// Which columns of a design rest on so few rows that their coefficients would tell the outcome of single people: a level that one person has gets, in a linear
/// model, that person's outcome to the digit. Where the reference is as rare, every level compared with it tells of it. With an interaction a coefficient is
/// about the cells of its levels and references, so each of these has to be common.
/// </summary>
/// <remarks>
/// Nor may few of the rows of a level have the outcome: the standard error of a rate is one over the root of its events, so that estimate and interval together count them.
/// Of an outcome that a row has or has not, as a risk, few without it can be counted likewise. A hazard ratio counts events alone.
/// </remarks>
internal static class FewRows
{
    /// <summary>The largest table of levels that is counted; a term with more columns cannot be fitted.</summary>
    private const long MostCells = 10_000_000;

    private static readonly Dictionary<string, int> s_none = [];

    public static bool[] Of(IReadOnlyList<TermCoding> codings, ModelSpecification model, AnalysisTable table, RowSelection rows)
    {
        var few = new bool[(model.HasIntercept ? 1 : 0) + codings.Sum(coding => coding.Levels.Count)];
        foreach (var counted in Counted(model, table, rows))
        {
            foreach (var (column, isFew) in Among(codings, table, counted, model.HasIntercept).Index()) few[column] |= isFew;
        }
        return few;
    }

    /// <summary>The rows of which few may not be counted: all, those with the outcome and, where there is but one outcome to have, those without.</summary>
    private static IEnumerable<RowSelection> Counted(ModelSpecification model, AnalysisTable table, RowSelection rows)
    {
        yield return rows;
        var survival = model as SurvivalModel;
        var outcome = table.NumberAt(survival?.EventColumn ?? model.Outcome, survival is null ? "an outcome" : "an event").Values;
        var with = rows.Where(row => outcome[row] != 0);
        if (with != rows) yield return with;
        if (survival is not null) yield break;
        if (model is BinaryModel { TrialsColumn: { } column })
        {
            var trials = table.NumberAt(column, "a number of trials").Values;
            yield return rows.Where(row => outcome[row] != trials[row]);
            yield break;
        }
        if (rows.TrueForAll(row => outcome[row] is 0 or 1)) yield return rows.Where(row => outcome[row] == 0);
    }

    private static IEnumerable<bool> Among(IReadOnlyList<TermCoding> codings, AnalysisTable table, RowSelection rows, bool hasIntercept)
    {
        var tables = codings.Where(coding => coding.Factors.Count > 0).DistinctBy(coding => string.Join('\n', coding.Factors.Select(factor => factor.Column)))
            .Select(coding => new LevelCounts(coding.Factors, rows)).ToList();
        var (isFew, numbers) = (CountText.IsFew(rows.Count), codings.Select(coding => coding.IsFewAmong(table, rows)).ToList());
        var columns = codings.Zip(numbers).SelectMany(pair => pair.First.Levels.Select(levels =>
            isFew || pair.Second.Coefficient || levels.Count > 0 && tables.Exists(counts => counts.Covers(levels) && counts.HasFew(levels))));
        return hasIntercept ? [isFew || tables.Exists(counts => counts.HasFew(s_none)) || numbers.Exists(number => number.Intercept), .. columns] : columns;
    }

    /// <summary>How many of some rows have each combination of the levels of some factors.</summary>
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
