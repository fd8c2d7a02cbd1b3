using Phm.Notebook.Documents;
using Phm.Notebook.Outputs;
using Phm.Notebook.Pages;
using Phm.Notebook.Running;

namespace Phm.Notebook.Tests.Pages;

public sealed class NotebookPageTests
{
    private static readonly string[] Source =
    [
        "var counts = new[] { new { Segment = \"Core\", People = 41_210, Share = 0.62 }, new { Segment = \"Rising & <frail>\", People = 3_117, Share = 0.05 } };\ncounts // the table",
        "Console.WriteLine(\"rows read: 44,327\");\nConsole.Error.WriteLine(\"one file skipped\");",
        "\"\"\"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"200\" role=\"img\"><title>Bars</title><rect x=\"10\" y=\"20\" width=\"500\" height=\"50\" fill=\"#1d5c8f\"/><rect x=\"10\" y=\"90\" width=\"120\" height=\"50\" fill=\"#c4572e\"/><text x=\"520\" y=\"50\" font-size=\"16\">41,210</text></svg>\"\"\".DisplayAs(\"image/svg+xml\");",
        "#!markdown\n**Note**: $x_1 * x_2$",
        "int Check(int n)\n{\n    if (n > 2) throw new InvalidOperationException(\"too many\");\n    return n;\n}\nCheck(3)",
    ];

    private static async Task<RunReport> Run()
    {
        var document = NotebookDocument.Create("01-segments.ipynb");
        document.AddMarkdown("# Segments of a population\n\nProse with `code`, *emphasis*, a [link](https://example.org/a?b=1&c=2), [the next](02-next.ipynb) and a formula $\\lambda_i = \\exp(x_i^\\top\\beta)$.\n\n| Term | Meaning |\n|---|---:|\n| PCN | primary care network |\n\n$$\n\\bar{x} = \\frac{1}{n}\\sum_i x_i\n$$\n\n<script>alert(1)</script><b onclick=\"x\">raw</b>\n\n## Method\n\n1. One\n2. Two\n\n> Quoted.");
        foreach (var cell in Source) document.AddCode(cell);
        return await NotebookRunner.RunAsync(document, new RunOptions { Directory = AppContext.BaseDirectory }, cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_page_is_rendered_as_expected()
    {
        var report = await Run();
        var page = NotebookPage.Write(report.Document, new PageOptions { IndexHref = "index.html" });
        Expectation.Matches("segments.html", page);
        Assert.Equal(page, NotebookPage.Write(report.Document, new PageOptions { IndexHref = "index.html" }));
    }

    [Fact]
    public async Task An_index_lists_notebooks_and_how_their_runs_ended()
    {
        var report = await Run();
        var page = NotebookIndex.Write("Notebooks <1>", [new IndexEntry("Segments & more", "01-segments.html", report), new IndexEntry("Not run", "02 next.html"), new IndexEntry("Well", "03.html", report with { Failure = null })]);
        Expectation.Matches("index.html", page);
    }

    [Fact]
    public async Task A_page_loads_nothing_and_runs_nothing()
    {
        var page = NotebookPage.Write((await Run()).Document);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        foreach (var mark in new[] { "<script", "onclick", "<link", "@import", "url(http", " src=\"http", "<iframe" })
            Assert.DoesNotContain(mark, page, StringComparison.OrdinalIgnoreCase);
    }

    private static string PageOf(string outputs, string source = "\"1\"", string kind = "code")
    {
        var keys = kind == "code" ? $",\"execution_count\":1,\"outputs\":[{outputs}]" : "";
        return MainPart(NotebookPage.Write(NotebookDocument.Parse($$"""{"cells":[{"cell_type":"{{kind}}","id":"a","metadata":{},"source":{{source}}{{keys}}}],"metadata":{},"nbformat":4,"nbformat_minor":5}""")));
    }

    private static string MainPart(string page) => page[page.IndexOf("<main>", StringComparison.Ordinal)..];

    [Theory]
    [InlineData("""{"output_type":"display_data","data":{"text/html":"<script>1</script>","text/plain":"plain"},"metadata":{}}""", "<pre>plain</pre>")]
    [InlineData("""{"output_type":"display_data","data":{"image/svg+xml":"<svg viewBox='0 0 1 1'/>","text/html":"<b>h</b>"},"metadata":{}}""", "<figure><svg role=\"img\" aria-label=\"Picture\" viewBox=\"0 0 1 1\"/></figure>")]
    [InlineData("""{"output_type":"display_data","data":{"image/svg+xml":"<svg viewBox='0 0 1 1'/>","text/plain":"\n A <chart>\nrow"},"metadata":{}}""", "<svg role=\"img\" aria-label=\"A &lt;chart&gt;\" viewBox=\"0 0 1 1\"/>")]
    [InlineData("""{"output_type":"display_data","data":{"image/svg+xml":"<svg viewBox='0 0 1 1'><title>T</title></svg>"},"metadata":{}}""", "<svg role=\"img\" viewBox=\"0 0 1 1\"><title>T</title></svg>")]
    [InlineData("""{"output_type":"display_data","data":{"text/html":"<b>h</b>","text/plain":"plain"},"metadata":{}}""", "<b>h</b>")]
    [InlineData("""{"output_type":"display_data","data":{"text/markdown":"**m** <img src=x onerror=y>","text/plain":"plain"},"metadata":{}}""", "<strong>m</strong>")]
    [InlineData("""{"output_type":"display_data","data":{"image/png":"iVBORw0K\n","text/plain":"a \"plot\""},"metadata":{}}""", "<img alt=\"a &quot;plot&quot;\" src=\"data:image/png;base64,iVBORw0K\">")]
    [InlineData("""{"output_type":"display_data","data":{"image/png":"\"><script>"},"metadata":{}}""", "needs scripts")]
    [InlineData("""{"output_type":"display_data","data":{"application/javascript":"1"},"metadata":{}}""", "needs scripts")]
    [InlineData("""{"output_type":"display_data","data":{"application/json":{"a":"<b>"}},"metadata":{}}""", "&quot;&lt;b&gt;&quot;")]
    [InlineData("""{"output_type":"stream","name":"stdout","text":"\u001b[31mred\u001b[0m <b>"}""", "<pre>red &lt;b&gt;</pre>")]
    [InlineData("""{"output_type":"error","ename":"E","evalue":"<v>","traceback":[]}""", "<pre>E: &lt;v&gt;</pre>")]
    [InlineData("""{"output_type":"unheard-of"}""", "</div>")]
    public void The_best_harmless_type_of_an_output_is_shown(string output, string expected)
    {
        var main = PageOf(output);
        Assert.Contains(expected, main, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", main, StringComparison.Ordinal);
        Assert.DoesNotContain("onerror", main, StringComparison.Ordinal);
    }

    [Fact]
    public void Attached_pictures_are_part_of_the_page_and_others_are_named()
    {
        const string Cell = """{"cells":[{"cell_type":"markdown","id":"a","metadata":{},"attachments":{"a b.png":{"image/png":"AAAA"}},"source":"![one](attachment:a%20b.png) ![two](http://evil/x.png)"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";
        var main = MainPart(NotebookPage.Write(NotebookDocument.Parse(Cell)));
        Assert.Contains("<img src=\"data:image/png;base64,AAAA\" alt=\"one\">", main, StringComparison.Ordinal);
        Assert.Contains("<em>two</em>", main, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", main, StringComparison.Ordinal);
    }

    [Fact]
    public void Formulas_are_left_in_their_own_notation() =>
        Assert.Contains("<span class=\"math\">a_1 * b_2 &lt; c</span>", PageOf("", "\"$a_1 * b_2 < c$\"", "markdown"), StringComparison.Ordinal);

    [Fact]
    public void Code_is_escaped_and_may_be_hidden()
    {
        Assert.Contains("<span class=\"k\">var</span> s = <span class=\"s\">&quot;&lt;/pre&gt;&quot;</span>;", PageOf("", "\"var s = \\\"</pre>\\\";\""), StringComparison.Ordinal);
        var document = NotebookDocument.Create();
        document.AddCode("secret");
        Assert.DoesNotContain("secret", NotebookPage.Write(document, new PageOptions { ShowCode = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_in_bundles_is_kept_as_jupyter_sorts_it() =>
        Assert.Equal("""{"application/json":{"a":[{"a":null,"c":1.50},"x"],"b":2}}""", MimeBundle.Of("application/json", """{"b":2,"a":[{"c":1.50,"a":null},"x"]}""").ToJson().ToJsonString());

    [Fact]
    public void Bundles_keep_their_order_live_and_the_alphabet_in_files() =>
        Assert.Equal(["a/b", "text/html"], new MimeBundle([new("text/html", "x"), new("a/b", "y")]).ToJson().Select(entry => entry.Key));
}
