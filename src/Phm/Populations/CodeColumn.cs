using System.Runtime.InteropServices;

namespace Phm.Populations;

/// <summary>A column of codes on the way in: numbers in order of appearance, sorted when the column is done.</summary>
internal sealed class CodeColumn
{
    private readonly Dictionary<string, ushort> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<ushort> _rows = [];

    public CodeColumn() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds a row; null adds a cell that means nothing. False where the column has too many distinct codes.</summary>
    public bool TryAdd(string? code) => TryAdd(code.AsSpan());

    /// <summary>Adds a row; an empty code adds a cell that means nothing. False where the column has too many distinct codes.</summary>
    public bool TryAdd(ReadOnlySpan<char> code)
    {
        ushort number = 0;
        if (!code.IsEmpty && !_lookup.TryGetValue(code, out number))
        {
            if (_numbers.Count == CodeDictionary.MaxCount) return false;
            _numbers.Add(code.ToString(), number = (ushort)_numbers.Count);
        }
        _rows.Add(number);
        return true;
    }

    public void Append(CodeColumn other)
    {
        var map = new ushort[Math.Max(1, other._numbers.Count)];
        foreach (var (code, number) in other._numbers)
        {
            if (!_numbers.TryGetValue(code, out map[number]))
            {
                if (_numbers.Count == CodeDictionary.MaxCount) throw new DataException($"A column of codes has more than {CodeDictionary.MaxCount:N0} distinct values.");
                _numbers.Add(code, map[number] = (ushort)_numbers.Count);
            }
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
