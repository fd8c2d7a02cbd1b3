using System.Globalization;

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
            var (codes, levels) = table[name] is FactorColumn factor ? (rows.Take(factor.Codes), factor.Levels) : Numbers((NumberColumn)table[name], rows);
            groups = groups.Crossed(codes, levels);
        }
        return groups;
    }

    private static (int[] Codes, string[] Levels) Numbers(NumberColumn column, RowSelection rows)
    {
        var values = rows.Take(column.Values);
        var levels = values.Distinct().Order().ToArray();
        return (Array.ConvertAll(values, value => Array.BinarySearch(levels, value)), Array.ConvertAll(levels, level => level.ToString("R", CultureInfo.InvariantCulture)));
    }

    private RowGroups Crossed(int[] codes, string[] levels)
    {
        var crossed = new long[codes.Length];
        for (var i = 0; i < codes.Length; i++) crossed[i] = (long)Codes[i] * levels.Length + codes[i];
        var occurring = crossed.Distinct().Order().ToArray();
        return new(Array.ConvertAll(crossed, pair => Array.BinarySearch(occurring, pair)), Array.ConvertAll(occurring, pair => NameOf(Names[pair / levels.Length], levels[pair % levels.Length])));
    }

    private static string NameOf(string before, string level) => before.Length == 0 ? level : $"{before} × {level}";
}
