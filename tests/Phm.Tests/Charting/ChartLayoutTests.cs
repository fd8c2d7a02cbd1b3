using System.Globalization;
using System.Xml.Linq;

namespace Phm.Tests.Charting;

public sealed class ChartLayoutTests
{
    private const int RandomRounds = 1500;

    public static TheoryData<string> Names => [.. SampleCharts.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void No_text_of_a_sample_leaves_the_page_or_covers_another(string name) => AssertReadable(SampleCharts.All[name].ToSvg(), name);

    [Fact]
    public void No_text_of_any_chart_leaves_the_page_or_covers_another()
    {
        for (var seed = 1; seed <= RandomRounds; seed++) AssertReadable(new RandomCharts(seed).Next().ToSvg(), $"seed {seed}");
    }

    [Theory, MemberData(nameof(Names))]
    public void No_text_is_smaller_than_twelve_units(string name) =>
        Assert.All(DrawnText.Of(SampleCharts.All[name].ToSvg()), text => Assert.True(text.Size >= 12, text.Text));

    [Fact]
    public void Bars_begin_at_zero_and_are_as_long_as_their_values()
    {
        var svg = XDocument.Parse(Phm.Charting.Chart.Bar("Beds", ["A", "B", "C"], [10, 20, 40]).ToSvg());
        var bars = svg.Descendants().Where(element => element.Attribute("data-part")?.Value == "bars").Elements().ToList();
        var widths = bars.Select(bar => double.Parse(bar.Attribute("width")!.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Single(bars.Select(bar => bar.Attribute("x")!.Value).Distinct());
        Assert.Equal(2, widths[1] / widths[0], 2);
        Assert.Equal(4, widths[2] / widths[0], 2);
    }

    private static void AssertReadable(string svg, string chart)
    {
        var page = XDocument.Parse(svg).Root!.Attribute("viewBox")!.Value.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
        var texts = DrawnText.Of(svg);
        foreach (var text in texts)
        {
            foreach (var (x, y) in text.Corners())
                Assert.True(x >= -0.5 && x <= page[2] + 0.5 && y >= -0.5 && y <= page[3] + 0.5, $"{chart}: \"{text.Text}\" ({text.Part}) reaches ({x:0.0}, {y:0.0}) on a page of {page[2]} by {page[3]}.");
        }
        for (var a = 0; a < texts.Count; a++)
        {
            for (var b = a + 1; b < texts.Count; b++)
            {
                var touch = texts[a].Angle == texts[b].Angle && texts[a].Overlaps(texts[b]);
                Assert.False(touch, $"{chart}: \"{texts[a].Text}\" ({texts[a].Part}) covers \"{texts[b].Text}\" ({texts[b].Part}).");
            }
        }
    }
}
