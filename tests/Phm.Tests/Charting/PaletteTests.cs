using System.Globalization;
using Phm.Charting.Drawing;

namespace Phm.Tests.Charting;

public sealed class PaletteTests
{
    /// <summary>Columns of Viénot, Brettel and Mollon (1999), "Digital video colourmaps for checking the legibility of displays by dichromats".</summary>
    private static readonly Dictionary<string, double[,]> Dichromats = new()
    {
        ["protanopia"] = new[,] { { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } },
        ["deuteranopia"] = new[,] { { 0.29275, 0.70725, 0 }, { 0.29275, 0.70725, 0 }, { -0.02234, 0.02234, 1 } },
    };

    [Fact]
    public void Every_series_colour_stands_out_from_white_by_three_to_one() =>
        Assert.All(Palette.Series, colour => Assert.True(Palette.Contrast(colour, "#FFFFFF") >= 3, $"{colour}: {Palette.Contrast(colour, "#FFFFFF"):0.00}"));

    [Fact]
    public void Every_series_colour_made_into_text_reads_on_white() =>
        Assert.All([.. Palette.Series, ChartStyle.Muted], colour => Assert.True(Palette.Contrast(Palette.AsText(colour), "#FFFFFF") >= 4.5, colour));

    [Fact]
    public void Inks_read_on_paper_and_on_the_hatching()
    {
        Assert.All([ChartStyle.Ink, ChartStyle.MutedInk], ink => Assert.True(Palette.Contrast(ink, ChartStyle.Paper) >= 4.5, ink));
        Assert.All([ChartStyle.HatchGround, ChartStyle.HatchLine], ground => Assert.True(Palette.Contrast(ChartStyle.Ink, ground) >= 4.5, ground));
    }

    [Fact]
    public void Text_on_any_colour_of_the_ramp_and_the_series_reads() =>
        Assert.All([.. Enumerable.Range(0, 1001).Select(k => Palette.Sequential(k / 1000.0)), .. Palette.Series, ChartStyle.Muted],
            ground => Assert.True(Palette.Contrast(Palette.TextOn(ground), ground) >= 4.5, ground));

    [Fact]
    public void The_ramp_grows_darker_throughout_so_that_it_survives_a_grey_printer()
    {
        var luminance = Enumerable.Range(0, 257).Select(k => Palette.Luminance(Palette.Sequential(k / 256.0))).ToList();
        Assert.All(luminance.Zip(luminance.Skip(1)), pair => Assert.True(pair.Second < pair.First));
        Assert.True(Palette.Contrast(Palette.Sequential(0), Palette.Sequential(1)) > 10);
    }

    [Theory]
    [InlineData("protanopia", 4, 0.11)]
    [InlineData("deuteranopia", 4, 0.11)]
    [InlineData("protanopia", 7, 0.07)]
    [InlineData("deuteranopia", 7, 0.07)]
    public void Series_colours_keep_apart_without_red_or_green_cones(string kind, int count, double least)
    {
        var seen = Palette.Series.Take(count).Select(colour => (Colour: colour, Lab: Lab(Seen(Linear(colour), Dichromats[kind])))).ToList();
        foreach (var (a, x) in seen)
        {
            foreach (var (b, y) in seen.Where(other => other.Colour != a))
            {
                var distance = Math.Sqrt(x.Zip(y, (p, q) => (p - q) * (p - q)).Sum());
                Assert.True(distance > least, $"{a} and {b} look alike with {kind}: {distance:0.000}");
            }
        }
    }

    private static double[] Linear(string colour) => [.. new[] { 1, 3, 5 }
        .Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
        .Select(s => s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4))];

    private static double[] Seen(double[] rgb, double[,] dichromat) =>
        [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(column => dichromat[row, column] * rgb[column]), 0, 1))];

    /// <summary>Oklab (Björn Ottosson, 2020), in which equal distances look about equally large.</summary>
    private static double[] Lab(double[] rgb)
    {
        var l = Math.Cbrt((0.4122214708 * rgb[0]) + (0.5363325363 * rgb[1]) + (0.0514459929 * rgb[2]));
        var m = Math.Cbrt((0.2119034982 * rgb[0]) + (0.6806995451 * rgb[1]) + (0.1073969566 * rgb[2]));
        var s = Math.Cbrt((0.0883024619 * rgb[0]) + (0.2817188376 * rgb[1]) + (0.6299787005 * rgb[2]));
        return
        [
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s),
        ];
    }
}
