namespace Phm.Notebook.CSharp;

/// <summary>Finds the name that somebody meant who made a slip in typing it.</summary>
internal static class NearestName
{
    private const int Longest = 100;

    /// <summary>The nearest of some names; null where none is near, or where two are equally near.</summary>
    /// <param name="written">The name as it was written.</param>
    /// <param name="names">The names that there are.</param>
    public static string? Of(string written, IEnumerable<string> names)
    {
        if (written.Length > Longest) return null;
        var limit = Slips(written.Length);
        var (nearest, least, isShared) = ((string?)null, double.MaxValue, false);
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (name == written || Math.Abs(name.Length - written.Length) > limit) continue;
            var distance = string.Equals(name, written, StringComparison.OrdinalIgnoreCase) ? 0.5 : Distance(written, name);
            if (distance > Math.Max(limit, 0.5) || distance > least) continue;
            (nearest, least, isShared) = (name, distance, distance == least);
        }
        return isShared ? null : nearest;
    }

    /// <summary>How many slips may lie between: none but capitals in a name of one or two letters, more in longer ones.</summary>
    private static int Slips(int length) => length switch { <= 2 => 0, <= 4 => 1, <= 8 => 2, _ => 3 };

    /// <summary>
    /// Letters added, lost, changed or exchanged with their neighbour (optimal string alignment; Damerau 1964). A slip in the capitals
    /// of a letter is half of one.
    /// </summary>
    private static double Distance(string left, string right)
    {
        var (before, last, now) = (new double[right.Length + 1], new double[right.Length + 1], new double[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++) last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + Change(left[i - 1], right[j - 1]));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            (before, last, now) = (last, now, before);
        }
        return last[right.Length];
    }

    private static double Change(char left, char right) =>
        left == right ? 0 : char.ToUpperInvariant(left) == char.ToUpperInvariant(right) ? 0.5 : 1;
}
