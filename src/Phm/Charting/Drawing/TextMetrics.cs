using System.Text;

namespace Phm.Charting.Drawing;

/// <summary>
/// The approximate size of text in a sans-serif face. The widths are a little above those of the common system faces, because the
/// reader's face is not known when the chart is drawn and a label that is clipped is worse than a wide margin.
/// </summary>
internal static class TextMetrics
{
    /// <summary>The distance between the baselines of two lines, in em.</summary>
    public const double LineHeight = 1.25;

    /// <summary>How far letters rise above the baseline, in em.</summary>
    public const double Ascent = 0.8;

    /// <summary>How far letters fall below the baseline, in em.</summary>
    public const double Descent = 0.22;

    private const double BoldFactor = 1.07;

    private static readonly double[] Ascii = BuildAscii();

    /// <summary>The width of one line of text in user units.</summary>
    public static double Width(string text, double size, bool bold = false)
    {
        var em = 0.0;
        foreach (var rune in text.EnumerateRunes()) em += Advance(rune);
        return em * size * (bold ? BoldFactor : 1);
    }

    private static double Advance(Rune rune) => rune.Value switch
    {
        < 128 => Ascii[rune.Value],
        0x2018 or 0x2019 or 0xB7 => 0.26,
        0x2013 or 0xA3 => 0.6,
        0x2014 or 0x2026 or 0x2030 => 1.05,
        >= 0x300 and < 0x370 => 0,
        < 0x250 => 0.68,
        < 0x1100 => 0.75,
        >= 0x2000 and < 0x2070 => 0.6,
        >= 0xFE00 and < 0xFE10 => 0,
        < 0x10000 => 1.05,
        _ => 1.4,
    };

    private static double[] BuildAscii()
    {
        var widths = new double[128];
        Array.Fill(widths, 0.6);
        Set(" !',.:;|ijl`", 0.27);
        Set("ft/\\[]I", 0.31);
        Set("r()-{}", 0.37);
        Set("*\"", 0.42);
        Set("cksvxyzJ", 0.55);
        Set("<>=+~^", 0.63);
        Set("FTZ", 0.66);
        Set("ABEKPSVXYRCDHNU&", 0.76);
        Set("GOQw", 0.82);
        Set("mM", 0.91);
        Set("W%@", 1.02);
        return widths;

        void Set(string letters, double width)
        {
            foreach (var letter in letters) widths[letter] = width;
        }
    }
}
