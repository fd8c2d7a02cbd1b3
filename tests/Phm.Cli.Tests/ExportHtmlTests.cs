using System.Text.RegularExpressions;
using Phm.Notebook.Documents;

namespace Phm.Cli.Tests;

public sealed partial class ExportHtmlTests
{
    public static TheoryData<string> Notebooks => WalkthroughTests.Notebooks;

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task A_walkthrough_becomes_one_page_that_can_be_read_without_seeing_it(string name)
    {
        using var folder = new TemporaryFolder();
        var page = await Export(folder, Path.Combine(Repository.Root, "notebooks", name));

        Assert.Contains("<html lang=\"en-GB\">", page, StringComparison.Ordinal);
        Assert.Matches("<title>[^<]+</title>", page);
        Assert.Single(Regex.Matches(page, "<h1[ >]"));
        var ids = Regex.Matches(page, " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Subset(ids.ToHashSet(), Regex.Matches(page, " href=\"#([^\"]*)\"").Select(match => match.Groups[1].Value).ToHashSet());
        Assert.Subset(ids.ToHashSet(), Regex.Matches(page, " aria-labelledby=\"([^\"]*)\"").SelectMany(match => match.Groups[1].Value.Split(' ')).ToHashSet());
        Assert.All(Regex.Matches(page, "<svg[^>]*>"), svg => Assert.Matches("role=\"img\".*aria-label", svg.Value));
        Assert.All(Regex.Matches(page, "<img[^>]*>"), img => Assert.Contains(" alt=", img.Value, StringComparison.Ordinal));
        Assert.All(Regex.Matches(page, "<th[ >][^>]*"), heading => Assert.Contains("scope=", heading.Value, StringComparison.Ordinal));
        Assert.All(OutputTable().Matches(page), table => Assert.Matches("^<caption|^<thead><tr><th", table.Groups[1].Value));
        Assert.Equal(LevelsThatSkip(page), []);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task A_page_needs_no_network_and_is_the_same_every_time(string name)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(Repository.Root, "notebooks", name);
        var page = await Export(folder, path);

        Assert.Equal(page, await Export(folder, path));
        Assert.DoesNotMatch("(?i)<(script|link|iframe|object)|@import|url\\(|src=\"(?!data:)", page.Replace("url(#", "", StringComparison.Ordinal));
        Assert.DoesNotContain(Repository.Root, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_code_the_outputs_and_the_notes_stay()
    {
        using var folder = new TemporaryFolder();
        var page = await Export(folder, Path.Combine(Repository.Root, "notebooks", "02-segmentation.ipynb"), "--no-code");

        Assert.DoesNotContain("class=\"source\"", page, StringComparison.Ordinal);
        Assert.Contains("Everything here is synthetic", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"limits\">", page, StringComparison.Ordinal);
        Assert.Contains("Counts of 1 to 7 are suppressed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<section class=\"cell\">\n</section>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_out_the_page_goes_where_things_that_are_made_go()
    {
        using var folder = new TemporaryFolder();
        NotebookDocument.Create().Save(folder["a.ipynb"]);

        var result = await PhmProcess.RunAsync(folder.Path, "export", "a.ipynb", "--to", "html");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.True(File.Exists(folder["artifacts/export/a.html"]));
    }

    [Theory]
    [InlineData(2, "export", "a.ipynb", "--to", "html", "--out", "a.ipynb")]
    [InlineData(2, "export", "a.ipynb", "--to", "html", "--out", "other.ipynb")]
    [InlineData(2, "export", "a.ipynb", "--to", "html", "--out", "data.csv")]
    [InlineData(2, "export", "a.ipynb", "--to", "html", "--out", "folder.html")]
    [InlineData(2, "export", "a.ipynb", "--to", "word")]
    [InlineData(2, "export", "a.ipynb")]
    [InlineData(2, "export", "a.ipynb", "--to", "script", "--out", "a.ipynb")]
    [InlineData(2, "export", "a.ipynb", "--to", "script", "--out", "NotebookDisplay.cs")]
    [InlineData(2, "export", "a.ipynb", "--to", "script", "--out", "taken/a.cs")]
    [InlineData(2, "export", "a.ipynb", "--to", "script", "--no-code")]
    [InlineData(4, "export", "nowhere.ipynb", "--to", "html")]
    public async Task What_cannot_be_exported_is_refused_and_nothing_is_overwritten(int exitCode, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        NotebookDocument.Create().Save(folder["a.ipynb"]);
        File.WriteAllText(folder["data.csv"], "x");
        Directory.CreateDirectory(folder["folder.html"]);
        Directory.CreateDirectory(folder["taken"]);
        File.WriteAllText(folder["taken/NotebookDisplay.cs"], "// Somebody's own.\n");
        var before = File.ReadAllText(folder["a.ipynb"]);

        var result = await PhmProcess.RunAsync(folder.Path, arguments);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.NotEmpty(result.Error);
        Assert.Equal((before, "x", false), (File.ReadAllText(folder["a.ipynb"]), File.ReadAllText(folder["data.csv"]), File.Exists(folder["other.ipynb"])));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("script")]
    public async Task A_notebook_that_names_a_person_is_not_passed_on(string form)
    {
        using var folder = new TemporaryFolder();
        var document = NotebookDocument.Create();
        document.AddMarkdown("Ask 943 476 5919 about it.");
        document.Save(folder["a.ipynb"]);

        var result = await PhmProcess.RunAsync(folder.Path, "export", "a.ipynb", "--to", form);

        Assert.Equal(5, result.ExitCode);
        Assert.Contains("Cell 1", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("5919", result.Error, StringComparison.Ordinal);
        Assert.Equal([folder["a.ipynb"]], Directory.GetFileSystemEntries(folder.Path));
    }

    private static async Task<string> Export(TemporaryFolder folder, string notebook, params string[] options)
    {
        var result = await PhmProcess.RunAsync(folder.Path, ["export", notebook, "--to", "html", "--out", "page.html", .. options]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return File.ReadAllText(folder["page.html"]);
    }

    /// <summary>A reader who goes from heading to heading must not miss a level.</summary>
    private static IEnumerable<string> LevelsThatSkip(string page)
    {
        var levels = Regex.Matches(page, "<h([1-6])[ >]").Select(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return levels.Zip(levels.Skip(1)).Where(pair => pair.Second > pair.First + 1).Select(pair => $"h{pair.First} to h{pair.Second}");
    }

    [GeneratedRegex("<div class=\"output\"><table[^>]*>\\s*(.{0,20})")]
    private static partial Regex OutputTable();
}
