using Phm.Notebook.Documents;
using Phm.Notebook.Pages;

namespace Phm.Notebook.Tests.Pages;

public sealed class PageContentsTests
{
    private static string Page(PageOptions options, params string[] prose)
    {
        var document = NotebookDocument.Create("03-costs.ipynb");
        foreach (var cell in prose) document.AddMarkdown(cell);
        return NotebookPage.Write(document, options);
    }

    private static string WithContents(params string[] prose) => Page(new PageOptions { ShowContents = true }, prose);

    [Fact]
    public void Headings_are_listed_under_the_title_with_links_that_lead_to_them()
    {
        var page = WithContents("# Costs\n\nProse.", "## Who & `what`\n\n### In *detail*", "## Limits");

        Assert.Contains("""
            <h1 id="costs">Costs</h1>
            <nav class="contents" aria-labelledby="contents">
            <p id="contents">Contents</p>
            <ul>
            <li><a href="#who-what">Who &amp; what</a></li>
            <li class="deeper"><a href="#in-detail">In detail</a></li>
            <li><a href="#limits">Limits</a></li>
            </ul>
            </nav>
            """.ReplaceLineEndings("\n"), page, StringComparison.Ordinal);
        Assert.Contains("<h3 id=\"in-detail\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_heading_in_two_cells_has_two_places()
    {
        var page = WithContents("# Costs", "## Limits", "## Limits", "## After contents", "## Contents");

        Assert.Contains("<h2 id=\"limits\">", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"limits-2\">", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"after-contents-2\">", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"contents-2\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_tasks_says_which_are_done()
    {
        var page = Page(new PageOptions(), "- [x] Load\n- [ ] Judge");

        Assert.Contains("<li>☑ Load</li>", page, StringComparison.Ordinal);
        Assert.Contains("<li>☐ Judge</li>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Footnotes_of_two_cells_stay_apart()
    {
        var page = Page(new PageOptions(), "A[^1].\n\n[^1]: One.", "B[^1].\n\n[^1]: Two.");

        foreach (var id in new[] { "c1-fn:1", "c1-fnref:1", "c2-fn:1", "c2-fnref:1" })
        {
            Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, $" id=\"{id}\""));
            Assert.Contains($"href=\"#{id}\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_contents_can_be_skipped_by_keyboard()
    {
        var page = WithContents("# Costs\n\n## A\n\n## B");

        Assert.Contains("<body>\n<a class=\"skip\" href=\"#after-contents\">Skip the contents</a>", page, StringComparison.Ordinal);
        Assert.Contains("</nav>\n<div id=\"after-contents\" tabindex=\"-1\"></div>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_without_a_title_is_given_its_file_name()
    {
        Assert.Contains("<main>\n<h1>03-costs</h1>\n<nav", WithContents("## A", "## B"), StringComparison.Ordinal);
        Assert.DoesNotContain("<nav", WithContents("# Costs\n\n## Only one"), StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_are_written_only_where_they_are_asked_for() =>
        Assert.DoesNotContain("<nav", Page(new PageOptions(), "# Costs\n\n## A\n\n## B"), StringComparison.Ordinal);

    [Fact]
    public void A_picture_can_be_opened_as_text_where_that_is_asked_for()
    {
        const string Notebook = """{"cells":[{"cell_type":"code","execution_count":1,"id":"a","metadata":{},"source":"x","outputs":[{"output_type":"execute_result","execution_count":1,"data":{"image/svg+xml":"<svg viewBox='0 0 1 1'/>","text/plain":"Spend\n<a> 1"},"metadata":{}}]}],"metadata":{},"nbformat":4,"nbformat_minor":5}""";
        var document = NotebookDocument.Parse(Notebook);

        Assert.Contains("<details><summary>This picture as text</summary><pre>Spend\n&lt;a&gt; 1</pre></details></figure>", NotebookPage.Write(document, new PageOptions { ShowPictureText = true }), StringComparison.Ordinal);
        Assert.DoesNotContain("<details>", NotebookPage.Write(document), StringComparison.Ordinal);
    }
}
