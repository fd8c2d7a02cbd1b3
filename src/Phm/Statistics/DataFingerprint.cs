using System.Numerics;

namespace Phm.Statistics;

/// <summary>
/// The rows that a model was fitted to, as a number for each column that it uses: the same values in the same order have the same number, and others
/// hardly ever do. No value can be read from it.
/// </summary>
/// <param name="Rows">How many rows were used.</param>
/// <param name="Columns">The number of each column.</param>
internal sealed record DataFingerprint(int Rows, IReadOnlyDictionary<string, ulong> Columns)
{
    public static DataFingerprint None { get; } = new(0, new Dictionary<string, ulong>());

    public static DataFingerprint Of(IEnumerable<AnalysisColumn> columns, RowSelection rows) => new(rows.Count, columns.ToDictionary(column => column.Name, column => column switch
    {
        FactorColumn factor => OfFactor(factor, rows),
        var number => OfNumbers(((NumberColumn)number).Values, rows),
    }));

    /// <summary>In what the rows differ from others, in words; null where they are as many and have the same values in the columns that both know.</summary>
    public string? DifferenceFrom(DataFingerprint other)
    {
        if (Rows != other.Rows) return "there is another number of rows that miss nothing";
        return Columns.Where(column => other.Columns.TryGetValue(column.Key, out var same) && same != column.Value).Select(column => $"column '{column.Key}' has other values, or its rows another order").FirstOrDefault();
    }

    private static ulong OfNumbers(double[] values, RowSelection rows)
    {
        var hash = 1ul;
        // -0 and 0 are the same number.
        for (var i = 0; i < rows.Count; i++) hash = Mixed(hash, BitConverter.DoubleToUInt64Bits(values[rows[i]] + 0.0));
        return hash;
    }

    /// <summary>By the names of levels: the same categories in another order, or with another reference, are the same data.</summary>
    private static ulong OfFactor(FactorColumn factor, RowSelection rows)
    {
        var (hash, names) = (2ul, Array.ConvertAll(factor.Levels, level => level.Aggregate(3ul, (sofar, letter) => Mixed(sofar, letter))));
        for (var i = 0; i < rows.Count; i++) hash = Mixed(hash, names[factor.Codes[rows[i]]]);
        return hash;
    }

    private static ulong Mixed(ulong hash, ulong value)
    {
        var mixed = (hash ^ value) * 0x9E3779B97F4A7C15;
        return BitOperations.RotateLeft(mixed, 29) + 0x632BE59BD9B4E019;
    }
}
