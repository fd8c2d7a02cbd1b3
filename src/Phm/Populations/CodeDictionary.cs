namespace Phm.Populations;

/// <summary>The distinct codes of a column, so that a row needs two bytes. Codes are sorted, whatever order they were met in.</summary>
public sealed class CodeDictionary
{
    private readonly string[] _codes;

    internal CodeDictionary(IEnumerable<string> codes)
    {
        _codes = [.. codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (_codes.Length > MaxCount) throw new DataException($"A column of codes has {_codes.Length:N0} distinct values; at most {MaxCount:N0} can be held.");
    }

    /// <summary>How many distinct codes a column may have.</summary>
    public const int MaxCount = ushort.MaxValue + 1;

    /// <summary>A dictionary without codes.</summary>
    public static CodeDictionary Empty { get; } = new([]);

    /// <summary>How many codes there are.</summary>
    public int Count => _codes.Length;

    /// <summary>The code with a number.</summary>
    public string this[ushort number] => _codes[number];

    /// <summary>The number of a code, or null where it does not occur.</summary>
    public ushort? Find(string code)
    {
        var index = Array.BinarySearch(_codes, code, StringComparer.Ordinal);
        return index < 0 ? null : (ushort)index;
    }
}
