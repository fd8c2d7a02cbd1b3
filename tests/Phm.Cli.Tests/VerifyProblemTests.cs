using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Cli.Tests;

public sealed class VerifyProblemTests
{
    [Fact]
    public async Task A_notebook_that_says_something_about_people_ends_with_a_code_of_its_own_and_no_report_repeats_it()
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "Console.WriteLine(\"943 476 5919\");");
        var result = await PhmProcess.RunAsync(folder.Path, "verify", "a.ipynb", "--json");
        Assert.Equal(5, result.ExitCode);
        Assert.False((bool)JsonNode.Parse(result.Output)!["notebooks"]![0]!["passes"]!);
        Assert.DoesNotContain("943", result.Output + result.Error + File.ReadAllText(folder["artifacts/verify/verification.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, "does not exist", "missing.ipynb")]
    [InlineData(4, "has no notebook", ".")]
    [InlineData(2, "--tolerance is a number from 0 to 0.01.", ".", "--tolerance", "1")]
    public async Task What_cannot_be_verified_is_said(int exitCode, string message, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var result = await PhmProcess.RunAsync(folder.Path, ["verify", .. arguments]);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("verify")]
    public async Task An_output_folder_that_is_a_file_is_told_before_anything_runs(string verb)
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "1");
        File.WriteAllText(folder["taken"], "");
        var result = await PhmProcess.RunAsync(folder.Path, verb, "a.ipynb", "--output", "taken");
        Assert.Equal(6, result.ExitCode);
        Assert.Contains("a file has that name", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_a_notebook_do_not_steer_the_terminal()
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "throw new Exception(\"\\u001b[2Jred\");");
        var run = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb");
        var verified = await PhmProcess.RunAsync(folder.Path, "verify", "a.ipynb");
        Assert.Equal((4, 7), (run.ExitCode, verified.ExitCode));
        Assert.Contains("[2Jred", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Error + verified.Output + verified.Error);
    }

    [Fact]
    public async Task A_failure_of_prose_is_in_the_index_of_a_run()
    {
        using var folder = new TemporaryFolder();
        var document = NotebookDocument.Create("a.ipynb");
        document.AddMarkdown("**1**<!-- phm: nothing -->");
        document.AddCode("1");
        document.Save(folder["a.ipynb"]);
        Assert.Equal(4, (await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb")).ExitCode);
        Assert.Contains("failed", File.ReadAllText(folder["artifacts/run/index.html"]), StringComparison.Ordinal);
    }
}
