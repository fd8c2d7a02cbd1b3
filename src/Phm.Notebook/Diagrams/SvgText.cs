using System.Globalization;
using System.Net;
using System.Text;

namespace Phm.Notebook.Diagrams;

/// <summary>Writes SVG: numbers to a tenth in invariant culture, text escaped, and how far the drawing reaches.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder svg = new();

    public double Left { get; private set; } = double.PositiveInfinity;

    public double Top { get; private set; } = double.PositiveInfinity;

    public double Right { get; private set; } = double.NegativeInfinity;

    public double Bottom { get; private set; } = double.NegativeInfinity;

    public static string Number(double value)
    {
        var rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }

    public static string Escape(string text) => WebUtility.HtmlEncode(new string([.. text.Where(c => !char.IsControl(c))]));

    /// <summary>Appends markup; numbers in it are written as SVG has them.</summary>
    public void Add(FormattableString markup) => svg.Append(string.Format(NumberFormat.Instance, markup.Format, markup.GetArguments())).Append('\n');

    /// <summary>Lines of text around a middle.</summary>
    public void AddLines(IReadOnlyList<string> lines, double x, double y, double size, double lineHeight, string attributes)
    {
        var first = y - ((lines.Count - 1) * lineHeight / 2) + (size * 0.35);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length > 0) Add($"<text x=\"{x}\" y=\"{first + (i * lineHeight)}\" font-size=\"{size}\" text-anchor=\"middle\"{attributes}>{Escape(lines[i])}</text>");
        }
    }

    public void Reach(double left, double top, double right, double bottom)
    {
        (Left, Top) = (Math.Min(Left, left), Math.Min(Top, top));
        (Right, Bottom) = (Math.Max(Right, right), Math.Max(Bottom, bottom));
    }

    public override string ToString() => svg.ToString();

    private sealed class NumberFormat : IFormatProvider, ICustomFormatter
    {
        public static NumberFormat Instance { get; } = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) =>
            arg is double number ? Number(number) : Convert.ToString(arg, CultureInfo.InvariantCulture) ?? "";
    }
}
