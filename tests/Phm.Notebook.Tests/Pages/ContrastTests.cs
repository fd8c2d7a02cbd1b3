using System.Globalization;
using System.Text.RegularExpressions;
using Phm.Notebook.Documents;
using Phm.Notebook.Pages;

namespace Phm.Notebook.Tests.Pages;

/// <summary>Every colour of text on the page stands out from its paper as WCAG 2.2 asks for at level AA (1.4.3): at least 4.5 to 1.</summary>
public sealed partial class ContrastTests
{
    private static readonly string Style = NotebookPage.Write(NotebookDocument.Create());

    [Theory]
    [InlineData("--ink", "#ffffff")]
    [InlineData("--soft", "#ffffff")]
    [InlineData("--accent", "#ffffff")]
    [InlineData("--bad", "--badpaper")]
    [InlineData(".source .k", "--code")]
    [InlineData(".source .s", "--code")]
    [InlineData(".source .c", "--code")]
    [InlineData(".source .n", "--code")]
    [InlineData(".source .d", "--code")]
    [InlineData(".output pre", "#ffffff")]
    [InlineData(".output .stderr", "#ffffff")]
    [InlineData(".status.ok", "#ffffff")]
    public void Text_stands_out_from_its_paper(string text, string paper) =>
        Assert.InRange(Ratio(Luminance(Colour(text)), Luminance(Colour(paper))), 4.5, 21);

    private static string Colour(string name) => name[0] switch
    {
        '#' => name,
        '-' => Regex.Match(Style, name + ":(#[0-9a-f]{3,6})").Groups[1].Value,
        _ => Regex.Match(Style, Regex.Escape(name) + @"\{(?:[^}]*;)?color:(#[0-9a-f]{3,6})").Groups[1].Value,
    };

    private static double Luminance(string colour)
    {
        Assert.Matches(Hex(), colour);
        var digits = colour.Length == 4 ? string.Concat(colour[1..].Select(digit => $"{digit}{digit}")) : colour[1..];
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(digits.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static double Ratio(double a, double b) => (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);

    [GeneratedRegex("^#([0-9a-f]{3}|[0-9a-f]{6})$")]
    private static partial Regex Hex();
}
