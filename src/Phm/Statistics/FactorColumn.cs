using System.Globalization;

namespace Phm.Statistics;

/// <summary>A column of categories: one code a row into the levels, of which the first is the reference. Missing rows have the code -1.</summary>
internal sealed class FactorColumn : AnalysisColumn
{
    private FactorColumn(string name, int[] codes, string[] levels, bool[]? missing) : base(name, missing) => (Codes, Levels) = (codes, levels);

    public int[] Codes { get; }

    public string[] Levels { get; }

    public override int Rows => Codes.Length;

    public static FactorColumn Of(string name, string?[] values, string? reference)
    {
        // A blank is no category: as a level without a name it would be the first, and so the reference.
        values = Array.ConvertAll(values, value => string.IsNullOrWhiteSpace(value) ? null : value);
        var levels = Order(values.OfType<string>().Distinct(StringComparer.Ordinal));
        var index = levels.Select((level, code) => (level, code)).ToDictionary(pair => pair.level, pair => pair.code, StringComparer.Ordinal);
        return Of(name, [.. values.Select(value => value is null ? -1 : index[value])], levels, reference);
    }

    public static FactorColumn Of(string name, int[] codes, IReadOnlyList<string> levels, string? reference)
    {
        if (levels.Distinct(StringComparer.Ordinal).Count() != levels.Count) throw new DataException($"Factor '{name}' names a level twice: give each level once.");
        bool[]? missing = null;
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= levels.Count || codes[row] < -1)
                throw new DataException($"Factor '{name}' has a code that names none of its {levels.Count} levels, in row {row + 1}: codes count from 0, and -1 is missing.");
            if (codes[row] == -1) (missing ??= new bool[codes.Length])[row] = true;
        }
        return reference is null || (levels.Count > 0 && levels[0] == reference) ? new(name, codes, [.. levels], missing) : Reordered(name, codes, levels, reference, missing);
    }

    /// <summary>The numbers of a column as levels, in their order.</summary>
    public static FactorColumn Of(NumberColumn column, string? reference)
    {
        const int most = 200;
        var present = column.Values.Where((_, row) => column.Missing?[row] != true);
        var levels = present.Distinct().Take(most + 1).Order().ToArray();
        if (levels.Length > most) throw new DataException($"Column '{column.Name}' has more than {most} different numbers, too many for a factor: use it as a number, as a spline, or in bands.");
        var codes = new int[column.Rows];
        for (var row = 0; row < codes.Length; row++) codes[row] = column.Missing?[row] == true ? -1 : Array.BinarySearch(levels, column.Values[row]);
        return Of(column.Name, codes, [.. levels.Select(level => level.ToString("R", CultureInfo.InvariantCulture))], reference);
    }

    /// <summary>The same rows with another reference level.</summary>
    public FactorColumn WithReference(string reference) => Levels.Length > 0 && Levels[0] == reference ? this : Reordered(Name, Codes, Levels, reference, Missing);

    private static FactorColumn Reordered(string name, int[] codes, IReadOnlyList<string> levels, string reference, bool[]? missing)
    {
        var at = levels.ToList().IndexOf(reference);
        if (at < 0) throw new DataException($"Factor '{name}' has no level '{reference}' to be its reference. Its levels are {StatisticsErrors.List(levels)}.");
        string[] ordered = [reference, .. levels.Where(level => level != reference)];
        return new(name, [.. codes.Select(code => code == at ? 0 : code >= 0 && code < at ? code + 1 : code)], ordered, missing);
    }

    /// <summary>Numbers in the order of numbers, else by character, which is the same in every culture.</summary>
    private static string[] Order(IEnumerable<string> levels)
    {
        var all = levels.ToArray();
        return all.All(level => double.TryParse(level, CultureInfo.InvariantCulture, out _))
            ? [.. all.OrderBy(level => double.Parse(level, CultureInfo.InvariantCulture)).ThenBy(level => level, StringComparer.Ordinal)]
            : [.. all.Order(StringComparer.Ordinal)];
    }
}
