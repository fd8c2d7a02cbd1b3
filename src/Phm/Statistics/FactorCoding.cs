namespace Phm.Statistics;

/// <summary>A factor as one column of 0 and 1 for each level but the first, the reference ("treatment contrasts").</summary>
internal sealed class FactorCoding : TermCoding
{
    private readonly FactorColumn _learned;

    private FactorCoding(FactorColumn learned) => _learned = learned;

    public string Column => _learned.Name;

    /// <summary>The names of the levels, the reference first.</summary>
    public IReadOnlyList<string> LevelNames => _learned.Levels;

    public override IReadOnlyList<FactorCoding> Factors => [this];

    public override IReadOnlyList<IReadOnlyDictionary<string, int>> Levels => [.. Enumerable.Range(1, _learned.Levels.Length - 1).Select(level => new Dictionary<string, int> { [Column] = level })];

    public override IReadOnlyList<string> Names => [.. _learned.Levels.Skip(1).Select(level => $"{_learned.Name}: {level}")];

    public override IReadOnlyList<string> Labels => [.. _learned.Levels.Skip(1)];

    public override string Reference => _learned.Levels[0];

    public static FactorCoding Learn(FactorColumn column, RowSelection rows)
    {
        var counts = new int[column.Levels.Length];
        for (var i = 0; i < rows.Count; i++) counts[column.Codes[rows[i]]]++;
        var empty = column.Levels.Where((_, code) => counts[code] == 0).ToArray();
        if (empty.Length > 0)
            throw new DataException($"Factor '{column.Name}' has no row of level {StatisticsErrors.List(empty)} among the rows that are used: drop the level or join it with another.");
        if (column.Levels.Length < 2)
            throw new DataException($"Factor '{column.Name}' has the same level in every row that is used, so its coefficient cannot be told from the intercept: leave it out.");
        return new(column);
    }

    /// <summary>The code of a row of the table that was learned from.</summary>
    public int CodeOf(int row) => _learned.Codes[row];

    public override bool IsWithin(TermCoding larger, bool besideConstant) => larger is FactorCoding factor && factor.Column == Column && (besideConstant || factor.Reference == Reference);

    public override IReadOnlyList<ColumnSource> Bind(AnalysisTable table, RowSelection rows)
    {
        var codes = Codes(table[_learned.Name] switch { FactorColumn factor => factor, var number => FactorColumn.Of((NumberColumn)number, null) });
        return [.. Enumerable.Range(1, _learned.Levels.Length - 1).Select(level => new LevelSource(codes, level, rows))];
    }

    /// <summary>The codes of a column in the learned order of levels.</summary>
    private int[] Codes(FactorColumn column)
    {
        if (column.Levels.SequenceEqual(_learned.Levels, StringComparer.Ordinal)) return column.Codes;
        var map = Array.ConvertAll(column.Levels, level => Array.IndexOf(_learned.Levels, level));
        return Array.ConvertAll(column.Codes, code => code < 0 ? -1 : map[code] >= 0 ? map[code] : throw new DataException(
            $"Factor '{_learned.Name}' has a level '{column.Levels[code]}' that the model has not seen. It knows {StatisticsErrors.List(_learned.Levels)}."));
    }
}
