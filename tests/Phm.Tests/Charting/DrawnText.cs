using System.Globalization;
using System.Xml.Linq;
using Phm.Charting.Drawing;

namespace Phm.Tests.Charting;

/// <summary>A text of an SVG picture with the box that it is estimated to fill, read from the picture itself.</summary>
internal sealed record DrawnText(string Text, string Part, double Angle, double X, double Y, double Width, double Size)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>All texts of a picture.</summary>
    public static IReadOnlyList<DrawnText> Of(string svg) => [.. XDocument.Parse(svg).Descendants(Svg + "text").Select(Read)];

    /// <summary>The corners of the box on the page.</summary>
    public IEnumerable<(double X, double Y)> Corners()
    {
        var (sin, cos) = Math.SinCos(Angle * Math.PI / 180);
        foreach (var dx in new[] { 0, Width })
        {
            foreach (var dy in new[] { -Size * TextMetrics.Ascent, Size * TextMetrics.Descent })
                yield return (X + ((Start + dx) * cos) - (dy * sin), Y + ((Start + dx) * sin) + (dy * cos));
        }
    }

    /// <summary>Whether the boxes of two texts turned by the same angle cover one another.</summary>
    public bool Overlaps(DrawnText other)
    {
        var (a, b) = (Turned(), other.Turned());
        const double Touch = 0.5;
        return a.Left < b.Right - Touch && b.Left < a.Right - Touch && a.Top < b.Bottom - Touch && b.Top < a.Bottom - Touch;
    }

    private double Start { get; init; }

    /// <summary>The box in axes that are turned with the text.</summary>
    private (double Left, double Right, double Top, double Bottom) Turned()
    {
        var (sin, cos) = Math.SinCos(-Angle * Math.PI / 180);
        var (x, y) = ((X * cos) - (Y * sin) + Start, (X * sin) + (Y * cos));
        return (x, x + Width, y - (Size * 0.74), y + (Size * TextMetrics.Descent));
    }

    private static DrawnText Read(XElement text)
    {
        var size = Number(text, "font-size");
        var width = TextMetrics.Width(text.Value, size, text.Attribute("font-weight") is not null);
        var angle = text.Attribute("transform") is { } turn ? double.Parse(turn.Value["rotate(".Length..].Split(' ')[0], CultureInfo.InvariantCulture) : 0;
        return new(text.Value, text.Parent!.Attribute("data-part")?.Value ?? "", angle, Number(text, "x"), Number(text, "y"), width, size)
        {
            Start = text.Attribute("text-anchor")?.Value switch { "middle" => -width / 2, "end" => -width, _ => 0 },
        };
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
