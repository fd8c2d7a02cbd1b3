using System.Globalization;
using System.Text;

namespace Phm.Charting.Drawing;

/// <summary>How numbers and words are written in SVG.</summary>
internal static class Svg
{
    /// <summary>A coordinate with at most two decimals, the same in every culture.</summary>
    public static string Number(double value)
    {
        var text = Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>Text for an element or a quoted attribute.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    /// <summary>Appends an attribute with a number.</summary>
    public static StringBuilder Attribute(this StringBuilder svg, string name, double value) => svg.Attribute(name, Number(value));

    /// <summary>Appends an attribute. The value is ours, not the data's.</summary>
    public static StringBuilder Attribute(this StringBuilder svg, string name, string value) =>
        svg.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
}
