using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

public sealed class SvgComparisonTests
{
    private const string Picture =
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="k-title" viewBox="0 0 760 569" width="760">
        <title id="k-title">People</title>
        <g fill="#0072B2"><rect x="10" y="20.5" width="500" height="50"/><path d="M10-5.5L3 4,7e1 8Z" clip-path="url(#k-clip)"/></g>
        <g transform="translate(3.5, 4)"><text x="1" y="2">41,210</text><text x="1" y="9">16.3%</text></g>
        <clipPath id="k-clip"><circle r=".5"/></clipPath>
        </svg>
        """;

    private static CellVerdict Svg(string kept, string obtained) => Compared.Data("image/svg+xml", kept, obtained);

    [Theory]
    [InlineData("20.5", "20.6", "svg > g[1] > rect, y", "»20.5«", "»20.6«")]
    [InlineData("7e1", "7e2", "svg > g[1] > path, d, number 5", "M10-5.5L3 4,»7e1« 8Z", "M10-5.5L3 4,»7e2« 8Z")]
    [InlineData("-5.5", "-6.5", "svg > g[1] > path, d, number 2", "M10»-5.5«L3 4,7e1 8Z", "M10»-6.5«L3 4,7e1 8Z")]
    [InlineData("8Z", "8", "svg > g[1] > path, d", "M10-5.5L3 4,7e1 8»Z«", "M10-5.5L3 4,7e1 8»«")]
    [InlineData("translate(3.5", "translate(3.6", "svg > g[2], transform, number 1", "translate(»3.5«, 4)", "translate(»3.6«, 4)")]
    [InlineData("0 0 760", "0 0 761", "svg, viewBox, number 3", "0 0 »760« 569", "0 0 »761« 569")]
    [InlineData("41,210", "41,215", "svg > g[2] > text[1]", "»41,210«", "»41,215«")]
    [InlineData("#0072B2", "#0072B3", "svg > g[1], fill", "#»0072B2«", "#»0072B3«")]
    [InlineData("r=\".5\"", "r=\".6\"", "svg > clipPath > circle, r", "»500«", "")]
    public void The_place_is_the_path_of_elements_and_the_number(string part, string other, string where, string kept, string obtained)
    {
        var difference = Svg(Picture, Picture.Replace(part, other, StringComparison.Ordinal)).Differences[0];
        Assert.Equal(where, difference.Where);
        if (obtained.Length > 0) Assert.Equal((kept, obtained), (difference.Kept, difference.Obtained));
    }

    [Fact]
    public void Consistently_renamed_ids_are_equal_and_broken_references_are_not()
    {
        Assert.Equal(Verdict.Identical, Svg(Picture, Picture.Replace("k-", "phm-12-", StringComparison.Ordinal)).Verdict);
        Assert.Equal(Verdict.Changed, Svg(Picture, Picture.Replace("id=\"k-clip\"", "id=\"other\"", StringComparison.Ordinal)).Verdict);
        Assert.Equal("Changed | svg, aria-labelledby | »(id 1)« | »k-title«\n", Svg(Picture, Picture.Replace("id=\"k-title\"", "id=\"q\"", StringComparison.Ordinal)).Lines());
    }

    [Theory]
    [InlineData("M10-5.5L3 4,7e1 8Z", "M 10 -5.5 L 3,4 7e1,8 Z")]
    [InlineData("<circle r=\".5\"/>", "<circle r=\".5\"></circle>")]
    [InlineData("role=\"img\" aria-labelledby=\"k-title\"", "aria-labelledby='k-title'  role='img'")]
    [InlineData("<svg", "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><!-- made by --><svg")]
    [InlineData("<title id", "\n\n  <title id")]
    public void Spelling_does_not_count(string part, string other) =>
        Assert.Equal(Verdict.Identical, Svg(Picture, Picture.Replace(part, other, StringComparison.Ordinal)).Verdict);

    [Theory]
    [InlineData("<text>a <tspan>b</tspan></text>", "<text>a<tspan>b</tspan></text>", Verdict.Changed)]
    [InlineData("<text><tspan>a</tspan> <tspan>b</tspan></text>", "<text><tspan>a</tspan><tspan>b</tspan></text>", Verdict.Changed)]
    [InlineData("<text>\n  a  b\n</text>", "<text>a b</text>", Verdict.Identical)]
    [InlineData("<g>\n  <text>a</text> </g>", "<g><text>a</text></g>", Verdict.Identical)]
    public void White_space_counts_where_it_is_drawn(string kept, string obtained, Verdict verdict) =>
        Assert.Equal(verdict, Svg($"<svg>{kept}</svg>", $"<svg>{obtained}</svg>").Verdict);

    [Fact]
    public void Numbers_have_a_tolerance() =>
        Assert.Equal(Verdict.WithinTolerance, Svg(Picture, Picture.Replace("20.5", "20.500000000001", StringComparison.Ordinal)).Verdict);

    [Fact]
    public void A_mark_that_goes_does_not_change_the_others() =>
        Assert.Equal("Changed | svg > g[2] > text[1] | »<text x=\"1\" y=\"2\">41,210« | \n", Svg(Picture, Picture.Replace("<text x=\"1\" y=\"2\">41,210</text>", "", StringComparison.Ordinal)).Lines());

    [Theory]
    [InlineData("<svg><g></svg>", "well-formed")]
    [InlineData("<svg>&evil;</svg>", "well-formed")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg>&b;</svg>", "well-formed")]
    [InlineData("", "well-formed")]
    [InlineData("deep", "nested")]
    public void What_is_no_picture_is_compared_as_exact_text_with_the_reason(string svg, string reason)
    {
        if (svg == "deep") svg = string.Concat(Enumerable.Repeat("<g>", 100_000)) + string.Concat(Enumerable.Repeat("</g>", 100_000));
        Assert.Equal(Verdict.Identical, Svg(svg, svg).Verdict);
        var difference = Svg(svg, svg + "<!-- 1 -->").Difference();
        Assert.Equal(Verdict.Changed, difference.Verdict);
        Assert.Contains(reason, difference.Reason, StringComparison.Ordinal);
    }
}
