using System.Globalization;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Charting.Drawing;

/// <summary>How the values of a heat map are written so that all of them fit: in full, shortened to thousands, or not at all.</summary>
internal static class CellTexts
{
    public static Func<double, string>? Choose(HeatmapChart chart, double width, TextStyle style)
    {
        var values = chart.Values.Where(value => value.IsShown).Select(value => value.Value).ToList();
        Func<double, string>[] ways = [value => chart.Print(DisclosedValue.Of(value)), value => Short(value, chart.ValueFormat)];
        return Array.Find(ways, way => values.TrueForAll(value => style.Width(way(value)) <= width));
    }

    /// <summary>Two or three digits with k for thousand and m for million; a percentage without decimals.</summary>
    private static string Short(double value, ColumnFormat format)
    {
        var scaled = Math.Abs(format == ColumnFormat.Percent ? value * 100 : value);
        var (number, unit) = scaled switch
        {
            >= 999_500 => (scaled / 1e6, "m"),
            >= 1000 => (scaled / 1e3, "k"),
            _ => (scaled, ""),
        };
        var pattern = number < 9.95 && (unit.Length > 0 || format is not (ColumnFormat.Count or ColumnFormat.Pounds)) ? "0.0" : "0";
        var text = number.ToString(pattern, CultureInfo.InvariantCulture) + unit;
        var sign = value < 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "-" : "";
        return sign + (format == ColumnFormat.Pounds ? "£" : "") + text + (format == ColumnFormat.Percent ? "%" : "");
    }
}
