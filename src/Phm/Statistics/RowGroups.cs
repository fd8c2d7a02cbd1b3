namespace Phm.Statistics;

/// <summary>Rows by the combinations of the levels of some columns: those that occur, in the order of levels.</summary>
/// <param name="Codes">The group of each row, from 0.</param>
/// <param name="Names">The name of each group, its levels joined; a single empty name where no columns are given.</param>
internal sealed record RowGroups(int[] Codes, string[] Names)
{
    public static RowGroups Of(AnalysisTable table, RowSelection rows, IReadOnlyList<string> columns)
    {
        var groups = new RowGroups(new int[rows.Count], [""]);
        foreach (var name in columns)
        {
            var factor = table[name] as FactorColumn ?? FactorColumn.Of((NumberColumn)table[name], null);
            groups = groups.Crossed(rows.Take(factor.Codes), factor.Levels);
        }
        return groups;
    }

    private RowGroups Crossed(int[] codes, string[] levels)
    {
        var crossed = new int[codes.Length];
        var occurs = new bool[Names.Length * levels.Length];
        for (var i = 0; i < codes.Length; i++) occurs[crossed[i] = Codes[i] * levels.Length + codes[i]] = true;
        var (places, names) = (new int[occurs.Length], new List<string>());
        for (var k = 0; k < occurs.Length; k++)
        {
            if (!occurs[k]) continue;
            places[k] = names.Count;
            var before = Names[k / levels.Length];
            names.Add(before.Length == 0 ? levels[k % levels.Length] : $"{before} × {levels[k % levels.Length]}");
        }
        return new(Array.ConvertAll(crossed, code => places[code]), [.. names]);
    }
}
