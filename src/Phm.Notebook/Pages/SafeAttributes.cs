using System.Text;
using System.Text.RegularExpressions;

namespace Phm.Notebook.Pages;

/// <summary>Takes over those attributes of an element that can do no harm.</summary>
internal static partial class SafeAttributes
{
    private const int LongestStyle = 2_000;

    /// <summary>The attributes to write: names, and values that are not yet escaped.</summary>
    public static IEnumerable<(string Name, string Value)> Filter(
        string element, bool isSvg, IReadOnlyList<(string Name, string Value)> attributes, MarkupSource source)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
        {
            foreach (var safe in Safe(element, isSvg, name.ToLowerInvariant(), value, source))
                if (written.Add(safe.Name)) yield return safe;
        }
    }

    private static IEnumerable<(string Name, string Value)> Safe(string element, bool isSvg, string name, string value, MarkupSource source)
    {
        if (name == "style") return Style(value) is { Length: > 0 } style ? [("style", style)] : [];
        if (name == "id") return isSvg ? [("id", source.IdPrefix + value)] : source.IsProse ? [("id", Footnote().IsMatch(value) ? source.IdPrefix + value : value)] : [];
        if (name == "class") return value == "math" ? [("class", "math")] : [];
        if (name == "aria-labelledby" || name == "aria-describedby") return isSvg ? [(name, PrefixAll(value, source.IdPrefix))] : [];
        if (name.StartsWith("aria-", StringComparison.Ordinal)) return AriaName().IsMatch(name) ? [(name, value)] : [];
        if (name is "href" or "xlink:href") return Link(element, isSvg, value, source);
        if (name == "src") return element == "img" && Picture(value, source) is { } picture ? [("src", picture)] : [];
        var names = isSvg ? SafeNames.SvgAttributes : SafeNames.HtmlAttributes;
        if (!names.TryGetValue(name, out var spelling)) return [];
        // Attributes of HTML are words; those of a picture are read as CSS.
        if (!isSvg || IsHarmless(value)) return [(spelling, value)];
        return LocalUrl().Match(value) is { Success: true } match ? [(spelling, $"url(#{source.IdPrefix}{match.Groups["id"].Value})")] : [];
    }

    private static IEnumerable<(string Name, string Value)> Link(string element, bool isSvg, string value, MarkupSource source)
    {
        var target = value.Trim();
        if (isSvg) return element is "use" or "textPath" && target.StartsWith('#') ? [("href", "#" + source.IdPrefix + target[1..])] : [];
        if (element != "a" || !source.IsProse) return [];
        if (WebLink().IsMatch(target)) return [("href", target), ("rel", "noopener noreferrer")];
        if (FragmentLink().IsMatch(target)) return [("href", Footnote().IsMatch(target[1..]) ? $"#{source.IdPrefix}{target[1..]}" : target)];
        return NotebookLink().Match(target) is { Success: true } match ? [("href", match.Groups["name"].Value + ".html" + match.Groups["fragment"].Value)] : [];
    }

    private static string? Picture(string value, MarkupSource source) => DataImage().IsMatch(value) ? value : source.IsProse ? source.Pictures?.Embed(value) : null;

    private static string Style(string style)
    {
        if (style.Length > LongestStyle) return "";
        var safe = new StringBuilder();
        foreach (var rule in style.Split(';'))
        {
            var colon = rule.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (property, value) = (rule[..colon].Trim().ToLowerInvariant(), rule[(colon + 1)..].Trim());
            if (!SafeNames.Styles.Contains(property) || !StyleValue().IsMatch(value) || !IsHarmless(value) || LeavesItsPlace(property, value)) continue;
            safe.Append(safe.Length > 0 ? ";" : "").Append(property).Append(':').Append(value);
        }
        return safe.ToString();
    }

    /// <summary>
    /// Whether a value of CSS loads nothing. Functions are named one by one, because CSS has more that load than anybody remembers;
    /// a backslash or a comment may hide one.
    /// </summary>
    private static bool IsHarmless(string value) =>
        !value.Contains('\\') && !value.Contains("/*", StringComparison.Ordinal) && Function().Matches(value).All(match => SafeNames.Functions.Contains(match.Groups["name"].Value));

    /// <summary>A negative margin would lay a fragment over its neighbours.</summary>
    private static bool LeavesItsPlace(string property, string value) =>
        (property.StartsWith("margin", StringComparison.Ordinal) || property == "text-indent") && value.Contains('-');

    private static string PrefixAll(string ids, string prefix) =>
        string.Join(' ', ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => prefix + id));

    [GeneratedRegex(@"^[\w\s#.,%()+\-/'""!]*$")]
    private static partial Regex StyleValue();

    [GeneratedRegex(@"(?<name>[^\s(),;:]*)\s*\(")]
    private static partial Regex Function();

    [GeneratedRegex(@"^data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$")]
    private static partial Regex DataImage();

    [GeneratedRegex(@"^\s*url\(\s*['""]?#(?<id>[\w\-.:]+)['""]?\s*\)\s*$")]
    private static partial Regex LocalUrl();

    [GeneratedRegex(@"^https?://[^\s""'<>]+$", RegexOptions.IgnoreCase)]
    private static partial Regex WebLink();

    [GeneratedRegex(@"^#[^\s""'<>]*$")]
    private static partial Regex FragmentLink();

    [GeneratedRegex(@"^(\./)?(?<name>[\w\-.%]+)\.ipynb(?<fragment>#[^\s""'<>]*)?$")]
    private static partial Regex NotebookLink();

    /// <summary>Footnotes are counted anew in each cell, so their ids are those of the cell.</summary>
    [GeneratedRegex("^fn(ref)?:")]
    private static partial Regex Footnote();

    [GeneratedRegex("^aria-[a-z]+$")]
    private static partial Regex AriaName();
}
