using System.Globalization;

namespace Phm.Charting.Drawing;

/// <summary>
/// Colours that keep apart for readers with colour vision deficiency. The hues are those of Okabe and Ito, "Color Universal
/// Design" (2008), without yellow. Purple, sky blue and orange are darkened, so that each colour stands out from white by at least
/// 3 to 1 (WCAG 2.2, success criterion 1.4.11) and blue and purple differ in lightness for readers without red cones.
/// </summary>
internal static class Palette
{
    /// <summary>The colours of series, in order of use.</summary>
    public static IReadOnlyList<string> Series { get; } =
        ["#0072B2", "#D55E00", "#00A078", "#6A3A5C", "#4A9BC8", "#815900", "#1A1A1A"];

    /// <summary>Light to dark blue; every channel falls from stop to stop, so luminance does, and the ramp survives a grey printer.</summary>
    private static readonly (int R, int G, int B)[] Ramp =
        [(0xED, 0xF4, 0xFA), (0xB9, 0xD6, 0xEA), (0x72, 0xAE, 0xD4), (0x2F, 0x78, 0xAE), (0x12, 0x49, 0x7A), (0x08, 0x2A, 0x4D)];

    /// <summary>The colour at a place between 0 (light) and 1 (dark) of the sequential ramp.</summary>
    public static string Sequential(double place)
    {
        var at = Math.Clamp(place, 0, 1) * (Ramp.Length - 1);
        var k = Math.Min((int)at, Ramp.Length - 2);
        var (from, to, t) = (Ramp[k], Ramp[k + 1], at - k);
        return Hex(Mix(from.R, to.R), Mix(from.G, to.G), Mix(from.B, to.B));

        int Mix(int a, int b) => (int)Math.Round(a + ((b - a) * t));
    }

    /// <summary>Colours for an ordered set of series, from light to dark.</summary>
    public static IReadOnlyList<string> Ordered(int count) =>
        [.. Enumerable.Range(0, count).Select(k => Sequential(count == 1 ? 0.6 : 0.2 + (0.75 * k / (count - 1))))];

    /// <summary>Black or white, whichever reads better on a ground; one of them always reaches 4.5 to 1.</summary>
    public static string TextOn(string ground) => Contrast("#FFFFFF", ground) >= Contrast("#000000", ground) ? "#FFFFFF" : "#000000";

    /// <summary>The colour, darkened until it can be read as text on white (4.5 to 1).</summary>
    public static string AsText(string colour)
    {
        var (r, g, b) = Channels(colour);
        for (var keep = 100; keep > 0; keep -= 2)
        {
            var darker = Hex(r * keep / 100, g * keep / 100, b * keep / 100);
            if (Contrast(darker, ChartStyle.Paper) >= 4.6) return darker;
        }
        return ChartStyle.Ink;
    }

    /// <summary>The contrast ratio of two colours, 1 to 21 (WCAG 2.2).</summary>
    public static double Contrast(string a, string b)
    {
        var (la, lb) = (Luminance(a), Luminance(b));
        return (Math.Max(la, lb) + 0.05) / (Math.Min(la, lb) + 0.05);
    }

    /// <summary>The relative luminance of a colour, 0 to 1 (WCAG 2.2).</summary>
    public static double Luminance(string colour)
    {
        var (r, g, b) = Channels(colour);
        return (0.2126 * Linear(r)) + (0.7152 * Linear(g)) + (0.0722 * Linear(b));

        static double Linear(int channel)
        {
            var s = channel / 255.0;
            return s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4);
        }
    }

    private static (int R, int G, int B) Channels(string hex) => (Channel(hex, 1), Channel(hex, 3), Channel(hex, 5));

    private static int Channel(string hex, int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Hex(int r, int g, int b) => string.Create(CultureInfo.InvariantCulture, $"#{r:X2}{g:X2}{b:X2}");
}
