using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Cli.Tests.Workers;

/// <summary>Cells that print, show, keep or allocate without measure.</summary>
public sealed class OutputLimitTests
{
    [Fact]
    public async Task Endless_printing_is_cut_and_stopped_by_the_time_limit()
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "while (true) Console.WriteLine(\"and on\");");

        var result = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--timeout", "1");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("CellTimeout", result.Error, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(folder["artifacts/run/a.ipynb"]).Length, 1_000_000, 10_000_000);
        Assert.Contains("The output was cut here", NotebookDocument.Load(folder["artifacts/run/a.ipynb"]).Cells[0].Outputs[0]!["text"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_allocation_fails_the_cell_and_not_the_machine()
    {
        using var folder = new TemporaryFolder();
        string[] endless =
        [
            "while (true) { var part = new byte[1_000_000]; Array.Fill(part, (byte)1); all.Add(part); }",
            "while (true) all.Add(new List<int> { 1, 2, 3 });",
            "await Task.Run(() => { while (true) all.Add(new string('a', 100)); });",
        ];
        for (var i = 0; i < endless.Length; i++) SampleNotebook.Write(folder[$"{i}.ipynb"], "\"so far\"", "var all = new List<object>();\n" + endless[i], "3");
        SampleNotebook.Write(folder["good.ipynb"], "1 + 1");

        var result = await PhmProcess.RunAsync(folder.Path, "run", ".", "--memory", "256");

        Assert.Equal(4, result.ExitCode);
        var sentences = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(endless.Length, sentences.Length);
        for (var i = 0; i < endless.Length; i++)
        {
            Assert.Contains($"{i}.ipynb, cell 2 (id ", sentences[i], StringComparison.Ordinal);
            Assert.Contains("more memory than the run may use (256 MB)", sentences[i], StringComparison.Ordinal);
            Assert.Contains("so far", NotebookDocument.Load(folder[$"artifacts/run/{i}.ipynb"]).Cells[0].Outputs.ToJsonString(), StringComparison.Ordinal);
        }
        Assert.Single(NotebookDocument.Load(folder["artifacts/run/good.ipynb"]).Cells[0].Outputs);
    }

    [Fact]
    public async Task What_a_worker_is_limited_to_is_not_handed_on_to_programs_that_cells_start()
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "Environment.GetEnvironmentVariables().Keys.Cast<string>().Count(name => name.Contains(\"GCHeap\"))");

        await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--update");

        Assert.Equal("0", (string?)NotebookDocument.Load(folder["a.ipynb"]).Cells[0].Outputs[0]!["data"]!["text/plain"]![0]);
    }

    [Fact]
    public async Task A_hundred_million_characters_are_kept_and_one_more_fails_the_cell_with_those_saved()
    {
        using var folder = new TemporaryFolder();
        var tenth = "new string('a', 10_000_000).DisplayAs(\"text/plain\");";
        SampleNotebook.Write(folder["a.ipynb"], [.. Enumerable.Repeat(tenth, 10), "\"a\"", "2"]);

        var result = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("cell 11", result.Error, StringComparison.Ordinal);
        Assert.Contains("at most 100,000,000 characters", result.Error, StringComparison.Ordinal);
        var copy = NotebookDocument.Load(folder["artifacts/run/a.ipynb"]);
        Assert.Equal(10_000_000, ((string?)copy.Cells[9].Outputs[0]!["data"]!["text/plain"]![0])!.Length);
        Assert.Equal("error", (string?)copy.Cells[10].Outputs[0]!["output_type"]);
    }

    [Fact]
    public async Task A_notebook_that_keeps_a_hundred_megabytes_is_run_and_kept_anew()
    {
        using var folder = new TemporaryFolder();
        var document = NotebookDocument.Create("a.ipynb");
        var lines = new JsonArray([.. Enumerable.Repeat(new string('a', 9_999) + "\n", 10_000).Select(line => (JsonNode)JsonValue.Create(line))]);
        document.AddCode("1 + 1").Outputs.Add(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = lines });
        document.Save(folder["a.ipynb"]);
        Assert.True(new FileInfo(folder["a.ipynb"]).Length > 100_000_000);

        var result = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--update");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.InRange(new FileInfo(folder["a.ipynb"]).Length, 100, 2_000);
    }
}
