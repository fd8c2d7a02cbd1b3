using Phm.Notebook.Documents;

namespace Phm.Cli.Tests;

public sealed class RunCommandTests
{
    [Fact]
    public async Task Notebooks_are_run_and_copies_pages_and_an_index_are_written()
    {
        using var folder = new TemporaryFolder();
        Write(folder["notebooks/b.ipynb"], "1 + 1");
        Write(folder["notebooks/part/a.ipynb"], "\"a\"");

        var result = await PhmProcess.RunAsync(folder.Path, "run");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("b.ipynb", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output);
        var copy = NotebookDocument.Load(folder["artifacts/run/b.ipynb"]);
        Assert.Contains("\"2\"", Assert.Single(copy.Cells[0].Outputs)!["data"]!["text/plain"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("href=\"../index.html\"", File.ReadAllText(folder["artifacts/run/part/a.html"]), StringComparison.Ordinal);
        Assert.Contains("href=\"part/a.html\"", File.ReadAllText(folder["artifacts/run/index.html"]), StringComparison.Ordinal);
        Assert.Empty(NotebookDocument.Load(folder["notebooks/b.ipynb"]).Cells[0].Outputs);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("verify")]
    public async Task A_notebook_is_never_taken_for_its_own_copy_by_whatever_link(string verb)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var folder = new TemporaryFolder();
        Write(folder["notebooks/mine.ipynb"], "1 + 1");
        Directory.CreateSymbolicLink(folder["link"], folder["notebooks"]);

        var result = await PhmProcess.RunAsync(folder.Path, verb, "notebooks/mine.ipynb", "--output", "link");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("would take the place of the notebook itself", result.Error, StringComparison.Ordinal);
        Assert.Equal("1 + 1", NotebookDocument.Load(folder["notebooks/mine.ipynb"]).Cells[0].Source);
    }

    [Fact]
    public async Task Update_keeps_outputs_of_notebooks_that_succeed_and_leaves_failing_ones_as_they_were()
    {
        using var folder = new TemporaryFolder();
        Write(folder["good.ipynb"], "1 + 1");
        Write(folder["bad.ipynb"], "var x = 1;\nthrow new InvalidOperationException(\"as meant\");");
        var before = File.ReadAllText(folder["bad.ipynb"]);

        var result = await PhmProcess.RunAsync(folder.Path, "run", ".", "--update");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("bad.ipynb, cell 1", result.Error, StringComparison.Ordinal);
        Assert.Contains("line 2", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(folder["bad.ipynb"]));
        Assert.Single(NotebookDocument.Load(folder["good.ipynb"]).Cells[0].Outputs);
    }

    [Fact]
    public async Task Running_twice_keeps_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        Write(folder["a.ipynb"], "Console.WriteLine(1); new[] { 1.5, 2.5 }");

        await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--update");
        var first = File.ReadAllText(folder["a.ipynb"]);
        await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--update");

        Assert.Equal(first, File.ReadAllText(folder["a.ipynb"]));
    }

    [Fact]
    public async Task A_cell_that_never_ends_is_stopped_by_its_time_limit()
    {
        using var folder = new TemporaryFolder();
        Write(folder["a.ipynb"], "while (true) { }");

        var result = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--timeout", "1");

        Assert.Equal(4, result.ExitCode);
        Assert.True(File.Exists(folder["artifacts/run/a.ipynb"]));
    }

    [Theory]
    [InlineData("{ \"cells\": [")]
    [InlineData("{ \"cells\": [], \"metadata\": {}, \"nbformat\": 9, \"nbformat_minor\": 0 }")]
    public async Task A_corrupt_or_future_notebook_is_refused_and_left_untouched(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.ipynb"], text);

        var result = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--update");

        Assert.Equal(4, result.ExitCode);
        Assert.StartsWith("phm: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("a.ipynb", result.Error, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(folder["a.ipynb"]));
    }

    [Theory]
    [InlineData(4, "run", "nowhere")]
    [InlineData(2, "run", "--timeout", "0")]
    [InlineData(2, "walk")]
    [InlineData(2, "data", "generate")]
    [InlineData(2, "data", "generate", "--people", "5", "--out", "x")]
    [InlineData(2, "data", "check", ".", "--from", "yesterday", "--to", "2024-01-01")]
    [InlineData(3, "data", "check", "nowhere")]
    public async Task What_is_wrong_ends_with_its_own_exit_code_and_a_sentence(int exitCode, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var result = await PhmProcess.RunAsync(folder.Path, arguments);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("export")]
    [InlineData("data")]
    [InlineData("data", "generate")]
    [InlineData("data", "import")]
    [InlineData("data", "check")]
    public async Task Every_verb_has_help_with_examples(params string[] verb)
    {
        var result = await PhmProcess.RunAsync(Repository.Root, [.. verb, "--help"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
    }

    private static void Write(string path, string source)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var document = NotebookDocument.Create(Path.GetFileName(path));
        document.AddCode(source);
        document.Save(path);
    }
}
