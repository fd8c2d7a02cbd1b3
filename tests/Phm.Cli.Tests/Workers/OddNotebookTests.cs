using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Cli.Tests.Workers;

/// <summary>Notebooks that other tools, or hands, have left in odd shapes.</summary>
public sealed class OddNotebookTests
{
    [Fact]
    public async Task Repeated_cell_ids_are_run_one_after_the_other()
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "var a = 1;", "a + 1", "throw new InvalidOperationException(\"third\");");
        var document = JsonNode.Parse(File.ReadAllText(folder["a.ipynb"]))!;
        foreach (var cell in document["cells"]!.AsArray()) cell!["id"] = "same";
        File.WriteAllText(folder["a.ipynb"], document.ToJsonString());

        var result = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("a.ipynb, cell 3", result.Error, StringComparison.Ordinal);
        Assert.Contains("2 of 3", result.Output, StringComparison.Ordinal);
        Assert.Equal(3, NotebookDocument.Load(folder["artifacts/run/a.ipynb"]).Cells.Select(cell => cell.Id).Distinct().Count());
    }

    [Fact]
    public async Task Whatever_lies_under_the_metadata_of_phm_does_not_break_a_run()
    {
        string[] garbage =
        [
            "null", "7", "\"text\"", "[[[]], null, {\"cells\": 3}]", "{\"manifest\": null}", "{\"manifest\": [1, \"two\", {}], \"version\": \"none\"}",
            "{\"manifest\": {\"cells\": {\"a\": -1}, \"packages\": \"all\", \"runtime\": [], \"digest\": {\"sha256\": 12}}, \"version\": 1e99}",
        ];
        using var folder = new TemporaryFolder();
        for (var i = 0; i < garbage.Length; i++)
        {
            SampleNotebook.Write(folder[$"{i}.ipynb"], "1 + 1");
            var document = JsonNode.Parse(File.ReadAllText(folder[$"{i}.ipynb"]))!;
            document["metadata"]!["phm"] = JsonNode.Parse(garbage[i]);
            document["cells"]![0]!["metadata"]!["phm"] = JsonNode.Parse(garbage[i]);
            File.WriteAllText(folder[$"{i}.ipynb"], document.ToJsonString());
        }

        var result = await PhmProcess.RunAsync(folder.Path, "run", ".", "--update");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        for (var i = 0; i < garbage.Length; i++) Assert.Single(NotebookDocument.Load(folder[$"{i}.ipynb"]).Cells[0].Outputs);
    }
}
