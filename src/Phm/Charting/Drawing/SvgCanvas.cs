using System.Security.Cryptography;
using System.Text;
using Phm.Disclosure;

namespace Phm.Charting.Drawing;

/// <summary>
/// Marks on a page, in user units from the upper left corner, written as SVG in the order in which they were drawn. Everything is
/// an inline attribute: nothing reaches out of the picture and nothing outside reaches in.
/// </summary>
internal sealed class SvgCanvas
{
    /// <summary>Stands for the id of the picture until its content, and so the id, is known. Cleaned text never holds it.</summary>
    private const string IdMark = "\u0001";

    private readonly StringBuilder _body = new();
    private bool _hatched;

    /// <summary>Opens a group; the name says which part of the chart it is.</summary>
    public void Begin(string part) => _body.Append("<g data-part=\"").Append(part).Append("\">\n");

    /// <summary>Closes the group.</summary>
    public void End() => _body.Append("</g>\n");

    public void Rect(double x, double y, double width, double height, string fill, string? stroke = null, string? dash = null)
    {
        _body.Append("<rect").Attribute("x", x).Attribute("y", y).Attribute("width", width).Attribute("height", height)
            .Attribute("fill", fill);
        if (stroke is not null) _body.Attribute("stroke", stroke);
        if (dash is not null) _body.Attribute("stroke-dasharray", dash);
        _body.Append("/>\n");
    }

    public void Segment(double x1, double y1, double x2, double y2, string stroke, double width = 1, string? dash = null)
    {
        _body.Append("<line").Attribute("x1", x1).Attribute("y1", y1).Attribute("x2", x2).Attribute("y2", y2)
            .Attribute("stroke", stroke).Attribute("stroke-width", width);
        if (dash is not null) _body.Attribute("stroke-dasharray", dash);
        _body.Append("/>\n");
    }

    public void Polyline(IEnumerable<(double X, double Y)> points, string stroke, double width, string? dash = null)
    {
        _body.Append("<polyline").Attribute("points", Points(points)).Attribute("fill", "none").Attribute("stroke", stroke)
            .Attribute("stroke-width", width).Attribute("stroke-linejoin", "round").Attribute("stroke-linecap", "round");
        if (dash is not null) _body.Attribute("stroke-dasharray", dash);
        _body.Append("/>\n");
    }

    public void Polygon(IEnumerable<(double X, double Y)> points, string fill, double opacity) =>
        _body.Append("<polygon").Attribute("points", Points(points)).Attribute("fill", fill).Attribute("fill-opacity", opacity).Append("/>\n");

    public void Circle(double x, double y, double radius, string fill, double opacity = 1, string stroke = ChartStyle.Paper, double width = 1)
    {
        _body.Append("<circle").Attribute("cx", x).Attribute("cy", y).Attribute("r", radius).Attribute("fill", fill);
        if (opacity < 1) _body.Attribute("fill-opacity", opacity);
        _body.Attribute("stroke", stroke);
        if (width != 1) _body.Attribute("stroke-width", width);
        _body.Append("/>\n");
    }

    /// <summary>One line of text on a baseline; an angle in degrees turns it about its anchor, clockwise.</summary>
    public void Text(string text, double x, double y, TextStyle style, Anchor anchor = Anchor.Start, double angle = 0)
    {
        _body.Append("<text").Attribute("x", x).Attribute("y", y).Attribute("font-size", style.Size).Attribute("fill", style.Fill);
        if (style.Halo) _body.Attribute("stroke", ChartStyle.Paper).Attribute("stroke-width", 3).Attribute("stroke-linejoin", "round").Attribute("paint-order", "stroke");
        if (style.Bold) _body.Attribute("font-weight", "600");
        if (anchor != Anchor.Start) _body.Attribute("text-anchor", anchor == Anchor.Middle ? "middle" : "end");
        if (angle != 0) _body.Attribute("transform", $"rotate({Svg.Number(angle)} {Svg.Number(x)} {Svg.Number(y)})");
        _body.Append('>').Append(Svg.Escape(text)).Append("</text>\n");
    }

    /// <summary>Lines of text, the first on a baseline. Gives the baseline that would come next.</summary>
    public double Lines(IReadOnlyList<string> lines, double x, double y, TextStyle style, Anchor anchor = Anchor.Start)
    {
        foreach (var line in lines)
        {
            Text(line, x, y, style, anchor);
            y += style.LineHeight;
        }
        return y;
    }

    /// <summary>The ground of a value that is not shown: hatched where suppressed, an empty dashed outline where missing.</summary>
    public void Unshown(double x, double y, double width, double height, DisclosedValue value)
    {
        if (value.IsSuppressed)
        {
            _hatched = true;
            Rect(x, y, width, height, ChartStyle.HatchGround);
            Rect(x, y, width, height, $"url(#{IdMark}-hatch)");
        }
        else
        {
            Rect(x + 0.5, y + 0.5, Math.Max(width - 1, 0.5), height - 1, ChartStyle.Paper, ChartStyle.MissingOutline, "3 2");
        }
    }

    /// <summary>A value that is not shown as a small plate with its mark, which cannot be taken for a bar or a point.</summary>
    public void Badge(double left, double middle, DisclosedValue value)
    {
        Unshown(left, middle - (Badges.Height / 2), Badges.Width, Badges.Height, value);
        Text(value.ToString(), left + (Badges.Width / 2), middle + TextStyle.Mark.MiddleToBaseline, TextStyle.Mark, Anchor.Middle);
    }

    /// <summary>The picture, with a name and a description for readers who do not see it.</summary>
    public string ToSvg(string title, string description, double height)
    {
        var (width, tall) = (Svg.Number(ChartStyle.Width), Svg.Number(Math.Ceiling(height)));
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
            .Append($" aria-labelledby=\"{IdMark}-title {IdMark}-desc\" viewBox=\"0 0 {width} {tall}\" width=\"{width}\" height=\"{tall}\"")
            .Append($" style=\"max-width:100%;height:auto\" font-family=\"{ChartStyle.FontFamily}\">\n")
            .Append($"<title id=\"{IdMark}-title\">").Append(Svg.Escape(title)).Append("</title>\n")
            .Append($"<desc id=\"{IdMark}-desc\">").Append(Svg.Escape(description)).Append("</desc>\n");
        if (_hatched) AppendHatch(svg);
        svg.Append($"<rect width=\"{width}\" height=\"{tall}\" fill=\"{ChartStyle.Paper}\"/>\n").Append(_body).Append("</svg>\n");
        var content = svg.ToString();
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        return content.Replace(IdMark, "phm-" + digest[..12], StringComparison.Ordinal);
    }

    private static void AppendHatch(StringBuilder svg) => svg
        .Append($"<defs><pattern id=\"{IdMark}-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
        .Append($"<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\" stroke=\"{ChartStyle.HatchLine}\" stroke-width=\"2.4\"/></pattern></defs>\n");

    private static string Points(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(point => $"{Svg.Number(point.X)},{Svg.Number(point.Y)}"));
}
