using System.Globalization;
using System.Text.RegularExpressions;

namespace Phm.Notebook.Diagrams;

/// <summary>Reads <c>fill:#eef,stroke:navy,color:black,stroke-width:2px</c>; what is not known or not a plain colour is passed over.</summary>
internal static partial class StyleReader
{
    private const double WidestStroke = 8;

    public static FlowStyle Read(string text)
    {
        var style = FlowStyle.None;
        foreach (var rule in text.Split([',', ';']))
        {
            var colon = rule.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (name, value) = (rule[..colon].Trim().ToLowerInvariant(), rule[(colon + 1)..].Replace("!important", "", StringComparison.Ordinal).Trim());
            style = name switch
            {
                "fill" => style with { Fill = Colour(value) ?? style.Fill },
                "stroke" => style with { Stroke = Colour(value) ?? style.Stroke },
                "color" => style with { Color = Colour(value) ?? style.Color },
                "stroke-width" => style with { StrokeWidth = Width(value) ?? style.StrokeWidth },
                "stroke-dasharray" => style with { IsDashed = value != "0" && value != "none" },
                _ => style,
            };
        }
        return style;
    }

    /// <summary>Dark or light text, whichever can be read on a fill; null where the fill is a name.</summary>
    public static string? TextOn(string? fill)
    {
        if (fill is null || !HexColour().IsMatch(fill)) return null;
        var digits = fill.Length == 4 ? string.Concat(fill[1..].Select(digit => new string(digit, 2))) : fill[1..7];
        var (red, green, blue) = (Channel(0), Channel(2), Channel(4));
        return (0.299 * red) + (0.587 * green) + (0.114 * blue) < 140 ? "#fff" : null;

        int Channel(int at) => int.Parse(digits.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static string? Colour(string value) => HexColour().IsMatch(value) || ColourName().IsMatch(value) ? value.ToLowerInvariant() : null;

    private static double? Width(string value) =>
        Pixels().Match(value) is { Success: true } match ? Math.Min(double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), WidestStroke) : null;

    [GeneratedRegex("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")]
    private static partial Regex HexColour();

    [GeneratedRegex("^[a-zA-Z]{3,20}$")]
    private static partial Regex ColourName();

    [GeneratedRegex(@"^(\d{1,2}(?:\.\d{1,2})?)(px)?$")]
    private static partial Regex Pixels();
}
