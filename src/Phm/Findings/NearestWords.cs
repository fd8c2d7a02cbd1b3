using Phm.Presentation;

namespace Phm.Findings;

/// <summary>Says that a word is not known and names the nearest known ones.</summary>
internal static class NearestWords
{
    private const int Named = 3;

    /// <summary>A longer word is no slip of typing, and comparing it would take long.</summary>
    private const int LongestAsked = 100;

    /// <summary>The error of a word that is not known.</summary>
    public static ArgumentException NotFound(string what, string asked, string parameter, IEnumerable<string> known)
    {
        var clean = CleanText.Of(asked, LongestAsked);
        var nearest = known.OrderBy(word => Distance(word, clean)).ThenBy(word => word, StringComparer.Ordinal).Take(Named);
        return new ArgumentException($"{what} '{clean}'. The nearest: {string.Join(", ", nearest)}.", parameter);
    }

    /// <summary>How many letters must be put in, taken out or exchanged to turn one word into the other (Levenshtein 1966).</summary>
    internal static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var exchanged = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
