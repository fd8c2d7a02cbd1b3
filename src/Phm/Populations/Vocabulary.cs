using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Phm.Populations;

/// <summary>The words of a closed set such as <see cref="Condition"/>: one for files, one for readers.</summary>
/// <typeparam name="T">An enumeration of one byte whose members each carry their terms.</typeparam>
public static class Vocabulary<T> where T : struct, Enum
{
    private static readonly string[] CodeOf = new string[256];
    private static readonly string[] NameOf = new string[256];
    private static readonly Dictionary<string, T> ByCode = new(StringComparer.Ordinal);

    private static readonly (byte[] Code, T Value)[] ByUtf8;

    static Vocabulary()
    {
        foreach (var value in All)
        {
            var term = typeof(T).GetField(value.ToString())!.GetCustomAttribute<TermAttribute>()
                ?? throw new InvalidOperationException($"{typeof(T).Name}.{value} has no term.");
            CodeOf[Index(value)] = term.Code;
            NameOf[Index(value)] = term.Name;
            ByCode.Add(term.Code, value);
        }
        ByUtf8 = [.. All.Select(value => (Encoding.UTF8.GetBytes(Code(value)), value))];
    }

    /// <summary>All members, in the order of their numbers.</summary>
    public static IReadOnlyList<T> All { get; } = Enum.GetValues<T>();

    /// <summary>All words that may stand in a file.</summary>
    public static IEnumerable<string> Codes => All.Select(Code);

    /// <summary>The word that stands in files.</summary>
    public static string Code(T value) => CodeOf[Index(value)];

    /// <summary>The words for a reader.</summary>
    public static string Name(T value) => NameOf[Index(value)];

    /// <summary>Finds the member with a word of a file; upper and lower case differ.</summary>
    public static bool TryParse(string code, out T value) => ByCode.TryGetValue(code, out value);

    /// <summary>Finds the member with a word of a file in UTF-8. Closed sets are small: looking at each word is quicker than a hash.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> code, out T value)
    {
        foreach (var (utf8, member) in ByUtf8)
        {
            if (!code.SequenceEqual(utf8)) continue;
            value = member;
            return true;
        }
        value = default;
        return false;
    }

    private static int Index(T value) => Unsafe.BitCast<T, byte>(value);
}
