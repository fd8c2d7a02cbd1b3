using System.Text.Json;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Cli.Tests;

public sealed class VerifyCommandTests
{
    [Fact]
    public async Task Kept_outputs_that_come_out_again_pass_and_the_notebook_is_not_touched()
    {
        using var folder = new TemporaryFolder();
        await KeepAsync(folder, "a.ipynb", "Console.WriteLine(\"hello\"); new { A = 1.5 }");
        var before = File.ReadAllText(folder["a.ipynb"]);

        var result = await PhmProcess.RunAsync(folder.Path, "verify", "a.ipynb");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("a.ipynb  ✓ identical         1 identical\nReport: " + Path.Combine("artifacts", "verify", "verification.html") + "\n", result.Output.ReplaceLineEndings("\n"));
        Assert.Equal(before, File.ReadAllText(folder["a.ipynb"]));
        Assert.Contains("identical", File.ReadAllText(folder["artifacts/verify/verification.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_altered_number_fails_and_is_named_with_what_came_out()
    {
        using var folder = new TemporaryFolder();
        await KeepAsync(folder, "a.ipynb", "var n = 1200;", "n + 5");
        Alter(folder["a.ipynb"], notebook => notebook.Cells[1].Outputs[0]!["data"]!["text/plain"] = "1250");

        var result = await PhmProcess.RunAsync(folder.Path, "verify", "a.ipynb", "--json");

        Assert.Equal((7, ""), (result.ExitCode, result.Error));
        var notebook = JsonDocument.Parse(result.Output).RootElement.GetProperty("notebooks")[0];
        Assert.Equal("changed", notebook.GetProperty("verdict").GetString());
        Assert.Equal(["identical", "changed"], notebook.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("verdict").GetString()));
        var difference = notebook.GetProperty("cells")[1].GetProperty("differences")[0];
        Assert.Equal(("»1250«", "»1205«"), (difference.GetProperty("kept").GetString(), difference.GetProperty("obtained").GetString()));
        Assert.Equal("output", Assert.Single(notebook.GetProperty("changes").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_quick_verification_runs_nothing()
    {
        using var folder = new TemporaryFolder();
        await KeepAsync(folder, "a.ipynb", "System.IO.File.AppendAllText(\"ran.txt\", \"x\");");
        Assert.Equal(0, (await PhmProcess.RunAsync(folder.Path, "verify", "--quick", "a.ipynb")).ExitCode);
        Alter(folder["a.ipynb"], notebook => notebook.Cells[0].Source += " ");

        var result = await PhmProcess.RunAsync(folder.Path, "verify", "--quick", "a.ipynb");

        Assert.Equal(7, result.ExitCode);
        Assert.Contains("The source of cell 1 was edited after its outputs were kept.", result.Output, StringComparison.Ordinal);
        Assert.Equal("x", File.ReadAllText(folder["ran.txt"]));
    }

    [Fact]
    public async Task One_notebook_that_cannot_be_verified_does_not_keep_the_others_from_it()
    {
        using var folder = new TemporaryFolder();
        await KeepAsync(folder, "good.ipynb", "1 + 1");
        File.WriteAllText(folder["damaged.ipynb"], "{\"nbformat\": 4");
        SampleNotebook.Write(folder["exits.ipynb"], "Environment.Exit(0);");
        await KeepAsync(folder, "fails.ipynb", "1");
        Alter(folder["fails.ipynb"], notebook => notebook.Cells[0].Source = "throw new Exception(\"x\");");

        var result = await PhmProcess.RunAsync(folder.Path, "verify", ".");

        Assert.Equal(7, result.ExitCode);
        Assert.Matches("damaged.ipynb +\\? unverifiable", result.Output);
        Assert.Matches("exits.ipynb +✗ error", result.Output);
        Assert.Matches("fails.ipynb +✗ error", result.Output);
        Assert.Matches("good.ipynb +✓ identical", result.Output);
    }

    [Theory]
    [InlineData("--tolerance", "1")]
    [InlineData("--tolerance", "x")]
    [InlineData("--timeout", "0")]
    [InlineData("--slow", "a.ipynb")]
    public async Task Wrong_options_are_refused(string option, string value)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(2, (await PhmProcess.RunAsync(folder.Path, "verify", option, value)).ExitCode);
    }

    [Fact]
    public async Task Parameters_are_set_in_the_copy_alone()
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "var people = 1000;", "people / 2");
        Alter(folder["a.ipynb"], notebook => notebook.Cells[0].Metadata["tags"] = new JsonArray("parameters"));
        var before = File.ReadAllText(folder["a.ipynb"]);

        var result = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--parameter", "people=50000");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("25000", (string)NotebookDocument.Load(folder["artifacts/run/a.ipynb"]).Cells[2].Outputs[0]!["data"]!["text/plain"]![0]!);
        Assert.Equal(before, File.ReadAllText(folder["a.ipynb"]));
        var unknown = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--parameter", "peeple=5");
        Assert.Equal((4, "phm: a.ipynb: there is no parameter 'peeple'. The cell tagged 'parameters' declares: people.\n"), (unknown.ExitCode, unknown.Error.ReplaceLineEndings("\n")));
        Assert.Equal(2, (await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--update", "--parameter", "people=5")).ExitCode);
    }

    private static async Task KeepAsync(TemporaryFolder folder, string name, params string[] cells)
    {
        SampleNotebook.Write(folder[name], cells);
        Assert.Equal(0, (await PhmProcess.RunAsync(folder.Path, "run", name, "--update")).ExitCode);
    }

    private static void Alter(string path, Action<NotebookDocument> alter)
    {
        var notebook = NotebookDocument.Load(path);
        alter(notebook);
        notebook.Save(path);
    }
}
