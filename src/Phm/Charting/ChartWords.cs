using System.Globalization;
using Phm.Disclosure;

namespace Phm.Charting;

/// <summary>The words that charts share.</summary>
internal static class ChartWords
{
    public const string Suppressed = "suppressed to protect people";
    public const string Missing = "not available";

    /// <summary>"4 categories", "1 category".</summary>
    public static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,##0} {(count == 1 ? one : many)}");

    /// <summary>The highest and lowest of named values, and how many are not shown, in sentences.</summary>
    public static string Extremes(IReadOnlyList<(string Name, DisclosedValue Value)> named, Func<DisclosedValue, string> print)
    {
        var shown = named.Where(item => item.Value.IsShown).ToList();
        var sentences = new List<string>();
        if (shown.Count == 1) sentences.Add($"The only value shown is {shown[0].Name} ({print(shown[0].Value)}).");
        if (shown.Count > 1)
        {
            var (high, low) = (shown.MaxBy(item => item.Value.Value), shown.MinBy(item => item.Value.Value));
            sentences.Add(high.Value.Value == low.Value.Value
                ? $"All values shown are {print(high.Value)}."
                : $"Highest: {high.Name} ({print(high.Value)}). Lowest: {low.Name} ({print(low.Value)}).");
        }
        return string.Join(' ', [.. sentences, .. Unshown([.. named.Select(item => item.Value)])]);
    }

    /// <summary>How many values are suppressed and how many are missing, where any are.</summary>
    public static IEnumerable<string> Unshown(IReadOnlyList<DisclosedValue> values)
    {
        var suppressed = values.Count(value => value.IsSuppressed);
        var missing = values.Count(value => value.IsMissing);
        if (suppressed > 0) yield return $"{Count(suppressed, "value is", "values are")} {Suppressed}.";
        if (missing > 0) yield return $"{Count(missing, "value is", "values are")} {Missing}.";
    }

    /// <summary>Sentences, those that are empty left out.</summary>
    public static string Join(params IEnumerable<string?> sentences) =>
        string.Join(' ', sentences.Where(sentence => !string.IsNullOrEmpty(sentence)));

    /// <summary>A title as a phrase within a sentence, or a fallback.</summary>
    public static string Or(this string? title, string fallback) => title ?? fallback;
}
