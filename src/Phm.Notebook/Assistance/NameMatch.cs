namespace Phm.Notebook.Assistance;

/// <summary>How well a name fits what is typed.</summary>
internal static class NameMatch
{
    /// <summary>Does not fit.</summary>
    public const int None = int.MaxValue;

    /// <summary>Fewer letters are found inside too many names.</summary>
    private const int ShortestPart = 2;

    /// <summary>0 for the same start, 1 but for capitals, 2 for the starts of its words (<c>RAL</c> in <c>ReadAllLines</c>), 3 for a part of it.</summary>
    public static int Of(string name, string typed)
    {
        if (name.StartsWith(typed, StringComparison.Ordinal)) return 0;
        if (name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) return 1;
        if (typed.Length < ShortestPart) return None;
        if (FitsHumps(name, typed)) return 2;
        return name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 3 : None;
    }

    /// <summary>
    /// Whether the typed letters are beginnings of the name's words, in their order; the first word must be among them. Each letter
    /// either follows the one before it directly or starts a word.
    /// </summary>
    private static bool FitsHumps(string name, string typed)
    {
        if (typed.Length > name.Length || !AreSame(name[0], typed[0])) return false;
        var ends = new bool[name.Length];
        ends[0] = true;
        foreach (var letter in typed.AsSpan(1))
        {
            var (next, isReached, any) = (new bool[name.Length], false, false);
            for (var i = 1; i < name.Length; i++)
            {
                isReached |= ends[i - 1];
                any |= next[i] = AreSame(name[i], letter) && (ends[i - 1] || (isReached && IsWordStart(name, i)));
            }
            if (!any) return false;
            ends = next;
        }
        return true;
    }

    private static bool AreSame(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);

    private static bool IsWordStart(string name, int i) => char.IsUpper(name[i]) || name[i - 1] == '_';
}
