using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Phm.Populations;

/// <summary>
/// A column of codes on the way in: each code has a number, in whatever order they were met, and numbers are sorted by code when the
/// column is done. Several threads may ask for numbers; one adds rows.
/// </summary>
internal sealed class CodeColumn
{
    private readonly ConcurrentDictionary<string, ushort> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<ushort> _rows = [];

    public CodeColumn() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a row; null adds a cell that means nothing. False where the column has too many distinct codes.</summary>
    public bool TryAdd(string? code) => TryAdd(code.AsSpan());

    /// <summary>Adds a row; an empty code adds a cell that means nothing. False where the column has too many distinct codes.</summary>
    public bool TryAdd(ReadOnlySpan<char> code)
    {
        ushort number = 0;
        if (!code.IsEmpty && !TryNumber(code, out number)) return false;
        Add(number);
        return true;
    }

    /// <summary>Adds a row with the number of a code.</summary>
    public void Add(ushort number) => _rows.Add(number);

    /// <summary>The number of a code, which is a new one where the code is new. False where the column has too many distinct codes.</summary>
    public bool TryNumber(ReadOnlySpan<char> code, out ushort number)
    {
        if (_lookup.TryGetValue(code, out number)) return true;
        lock (_numbers)
        {
            if (_lookup.TryGetValue(code, out number)) return true;
            if (_numbers.Count == CodeDictionary.MaxCount) return false;
            return _numbers.TryAdd(code.ToString(), number = (ushort)_numbers.Count);
        }
    }

    public void Append(CodeColumn other)
    {
        var map = new ushort[Math.Max(1, other._numbers.Count)];
        foreach (var (code, number) in other._numbers)
        {
            if (!TryNumber(code, out map[number])) throw new DataException($"A column of codes has more than {CodeDictionary.MaxCount:N0} distinct values.");
        }
        var start = _rows.Count;
        _rows.AddRange(CollectionsMarshal.AsSpan(other._rows));
        foreach (ref var row in CollectionsMarshal.AsSpan(_rows)[start..]) row = map[row];
    }

    public (CodeDictionary Codes, ushort[] Rows) Build()
    {
        var codes = new CodeDictionary(_numbers.Keys);
        var map = new ushort[Math.Max(1, _numbers.Count)];
        foreach (var (code, number) in _numbers) map[number] = codes.Find(code)!.Value;
        var rows = new ushort[_rows.Count];
        for (var i = 0; i < rows.Length; i++) rows[i] = map[_rows[i]];
        return (codes, rows);
    }
}
