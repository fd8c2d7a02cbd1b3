using System.Text.RegularExpressions;
using System.Xml.Linq;
using Phm.Notebook.Diagrams;
using Phm.Notebook.Execution;
using Phm.Notebook.Pages;

namespace Phm.Notebook.Tests.Diagrams;

public sealed partial class FlowchartTests
{
    public static TheoryData<string> Names => [.. SampleDiagrams.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_flowchart_is_drawn_as_it_was(string name) => Expectation.Matches($"flowchart-{name}.svg", Draw(SampleDiagrams.All[name]));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_is_whole_on_a_safe_page_and_says_what_it_shows(string name)
    {
        var svg = Draw(SampleDiagrams.All[name]);
        var root = XElement.Parse(svg);
        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.NotEmpty((string)root.Element(root.Name.Namespace + "title")!);
        Assert.NotEmpty((string)root.Element(root.Name.Namespace + "desc")!);
        var safe = XElement.Parse(MarkupSanitizer.Sanitize(svg, new MarkupSource("p-", false)));
        Assert.Equal(root.Descendants().Count(), safe.Descendants().Count());
        Assert.Equal(root.Descendants().Sum(e => e.Attributes().Count()), safe.Descendants().Sum(e => e.Attributes().Count()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Boxes_do_not_overlap_and_lie_inside_the_picture(string name)
    {
        foreach (var direction in (string[])["TD", "BT", "LR", "RL"])
        {
            var source = Direction().Replace(SampleDiagrams.All[name], "$1 " + direction);
            AssertApart(FlowchartReader.Read(source));
        }
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public void Random_flowcharts_with_frames_are_laid_out_without_overlap(int seed)
    {
        for (var i = 0; i < 15; i++)
        {
            var source = RandomDiagram.Create(new Random((seed * 1000) + i));
            var chart = FlowchartReader.Read(source);
            AssertApart(chart);
            Assert.Equal(FlowchartPicture.Draw(chart), Draw(source));
        }
    }

    [Theory]
    [InlineData("graph TD\nA[Text", 2, "the bracket '[' is not closed")]
    [InlineData("graph TD\nA --> \nB", 2, "a link leads nowhere")]
    [InlineData("graph TD\n\n%% fine\nA --> B\nA -> B", 5, "'-> B' is not understood here")]
    [InlineData("flowchart TD\nsubgraph x\nA\n", 2, "this 'subgraph' has no 'end'")]
    [InlineData("flowchart TD\nA\nend", 3, "'end' without a 'subgraph'")]
    [InlineData("flowchart SIDEWAYS\nA", 1, "expected 'flowchart' or 'graph' with a direction")]
    [InlineData("\n\nwords", 3, "expected 'flowchart'")]
    [InlineData("graph TD", 1, "the diagram has no boxes")]
    [InlineData("graph TD\nA[\"open]", 2, "the bracket '[' is not closed")]
    [InlineData("graph TD\nsubgraph a\nx\nend\nsubgraph a\ny\nend", 5, "two subgraphs 'a'")]
    [InlineData("---\ntitle: x\ngraph TD\nA", 1, "front matter")]
    public void What_is_not_mermaid_is_an_error_with_its_line(string source, int line, string expected)
    {
        var error = Assert.Throws<DiagramException>(() => Draw(source));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(line, error.Line);
    }

    [Fact]
    public void Sizes_are_bounded()
    {
        Assert.Contains("more than 500 boxes", Assert.Throws<DiagramException>(() => Draw("graph TD\n" + string.Join('\n', Enumerable.Range(0, 501).Select(i => $"n{i}")))).Message, StringComparison.Ordinal);
        Assert.Contains("more than 1,000 links", Assert.Throws<DiagramException>(() => Draw("graph TD\n" + string.Join('\n', Enumerable.Repeat("a --> b", 1001)))).Message, StringComparison.Ordinal);
        Assert.Contains("100,000 characters", Assert.Throws<DiagramException>(() => Draw("graph TD\n" + new string('a', 100_000))).Message, StringComparison.Ordinal);
        Assert.Contains("1,000 characters", Assert.Throws<DiagramException>(() => Draw($"graph TD\na[{new string('x', 1001)}]")).Message, StringComparison.Ordinal);
        Assert.Contains("too many and too long", Assert.Throws<DiagramException>(() => Draw("graph TD\n" + string.Join('\n', Enumerable.Range(0, 499).Select(i => $"n{i} --> n{i + 1}\nn0 --> n{i + 1}")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_are_text_and_styles_are_colours_alone()
    {
        var svg = Draw("graph TD\na[\"<img src=x onerror=alert(1)> 5 < 6 &amp; <b>bold</b> #quot;q#quot; #9829;\"] -->|\"x|y\"| b\nstyle a fill:url(//evil),stroke:red;x\nstyle b fill:#000,color:javascript:1");
        Assert.Contains(">5 &lt; 6 &amp; bold &quot;q&quot; ♥<", svg, StringComparison.Ordinal);
        Assert.Contains(">x|y<", svg, StringComparison.Ordinal);
        Assert.Contains("fill=\"#eaf1f8\" stroke=\"red\"", svg, StringComparison.Ordinal);
        Assert.Contains("fill=\"#fff\">b<", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("onerror", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A-->B", "A Solid None Arrow 1  B")]
    [InlineData("A --- B", "A Solid None None 1  B")]
    [InlineData("A---->B", "A Solid None Arrow 3  B")]
    [InlineData("A<-->|both ways|B", "A Solid Arrow Arrow 1 both ways B")]
    [InlineData("A -- some text --> B", "A Solid None Arrow 1 some text B")]
    [InlineData("A -- own-text --- B", "A Solid None None 1 own-text B")]
    [InlineData("A-.->B", "A Dotted None Arrow 1  B")]
    [InlineData("A -. text .-> B", "A Dotted None Arrow 1 text B")]
    [InlineData("A-..-B", "A Dotted None None 2  B")]
    [InlineData("A==>B", "A Thick None Arrow 1  B")]
    [InlineData("A == text ==> B", "A Thick None Arrow 1 text B")]
    [InlineData("A === B", "A Thick None None 1  B")]
    [InlineData("A ~~~ B", "A Invisible None None 1  B")]
    [InlineData("A --o B", "A Solid None Dot 1  B")]
    [InlineData("A x--x B", "A Solid Cross Cross 1  B")]
    [InlineData("A-b.c --> d_1", "A-b.c Solid None Arrow 1  d_1")]
    [InlineData("A --> B; C --> D", "A Solid None Arrow 1  B, C Solid None Arrow 1  D")]
    [InlineData("A & B --> C & D", "A Solid None Arrow 1  C, A Solid None Arrow 1  D, B Solid None Arrow 1  C, B Solid None Arrow 1  D")]
    [InlineData("A[one] -->|x| B(two):::k --> C", "A Solid None Arrow 1 x B, B Solid None Arrow 1  C")]
    public void Links_are_read(string source, string expected)
    {
        var edges = FlowchartReader.Read("graph LR\n" + source).Edges;
        Assert.Equal(expected, string.Join(", ", edges.Select(e => $"{e.From.Id} {e.Link.Line} {e.Link.Start} {e.Link.End} {e.Link.Length} {e.Link.Text} {e.To.Id}")));
    }

    [Fact]
    public async Task A_cell_shows_the_picture_the_source_and_text()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("#!mermaid\ngraph LR\n  A --> B");
        Assert.Equal(["image/svg+xml", "text/plain", "text/vnd.mermaid"], cell.MimeTypes(0));
        Assert.Equal("graph LR\n  A --> B", cell.Data(0, "text/vnd.mermaid"));
        Assert.StartsWith("<svg ", cell.Data(0, "image/svg+xml"), StringComparison.Ordinal);
        Assert.Equal(["text/plain", "text/vnd.mermaid"], (await live.RunAsync("#!mermaid\nsequenceDiagram\n  A->>B: hi")).MimeTypes(0));
        Assert.EndsWith("[A diagram of the kind gantt is kept as text here; flowcharts are drawn.]", (await live.RunAsync("#!mermaid\n\ngantt\n  title x")).Text, StringComparison.Ordinal);
        var bad = await live.RunAsync("1\n#!mermaid\ngraph LR\n  A -> B");
        Assert.Equal(("MermaidError", 4), (bad.Error.Name, bad.Error.Line));
    }

    [Fact]
    public async Task A_large_diagram_stops_at_the_time_limit()
    {
        using var live = new LiveSession();
        var random = new Random(1);
        var links = Enumerable.Range(0, 900).Select(_ => random.Next(450)).Select(from => $"n{from} --> n{from + random.Next(1, 50)}");
        var cell = await live.RunAsync(new CellRequest("#!mermaid\ngraph TD\n" + string.Join('\n', links)) { Timeout = TimeSpan.FromMilliseconds(50) });
        Assert.Equal(CellStatus.TimedOut, cell.Result.Status);
    }

    private static string Draw(string source) => FlowchartPicture.Draw(FlowchartReader.Read(source));

    private static void AssertApart(Flowchart chart)
    {
        var layout = FlowchartLayout.Of(chart);
        var boxes = layout.Graph.Items.Where(item => item.Node is not null || item.Width > 0).Select(item => Box(layout, item)).ToList();
        for (var i = 0; i < boxes.Count; i++)
            for (var j = 0; j < i; j++) Assert.False(Overlap(boxes[i], boxes[j]), $"{i} and {j} overlap");
        foreach (var group in chart.Groups)
        {
            var frame = layout.Frame(group);
            foreach (var item in layout.Graph.Items.Where(item => item.Node is not null))
            {
                var box = Box(layout, item);
                if (group.Holds(item.Group)) Assert.True(box.Left >= frame.Left && box.Right <= frame.Right && box.Top >= frame.Top && box.Bottom <= frame.Bottom, $"{item.Node!.Id} sticks out of {group.Id}");
                else Assert.False(Overlap(box, frame), $"{item.Node!.Id} lies on {group.Id}");
            }
            foreach (var other in chart.Groups.Where(other => !group.Holds(other) && !other.Holds(group))) Assert.False(Overlap(frame, layout.Frame(other)), $"{group.Id} lies on {other.Id}");
        }
    }

    private static (double Left, double Top, double Right, double Bottom) Box(FlowchartLayout layout, LayoutItem item)
    {
        var (x, y) = layout.Centre(item);
        return (x - (item.Width / 2), y - (item.Height / 2), x + (item.Width / 2), y + (item.Height / 2));
    }

    private static bool Overlap((double Left, double Top, double Right, double Bottom) one, (double Left, double Top, double Right, double Bottom) other) =>
        one.Left < other.Right - 0.01 && other.Left < one.Right - 0.01 && one.Top < other.Bottom - 0.01 && other.Top < one.Bottom - 0.01;

    [GeneratedRegex(@"(?m)^(graph|flowchart) \w+")]
    private static partial Regex Direction();
}
