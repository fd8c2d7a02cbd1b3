using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Cli.Tests.Jupyter;

/// <summary>The walkthroughs, run by Jupyter's own tools with the installed kernel, give what <c>phm run</c> gives.</summary>
[Trait("Category", "Jupyter")]
public sealed class WalkthroughKernelTests(WalkthroughKernelTests.Runs runs) : IClassFixture<WalkthroughKernelTests.Runs>
{
    /// <summary>What <c>phm run</c> gives, which is asked once for all.</summary>
    public sealed class Runs : IDisposable
    {
        private readonly TemporaryFolder folder = new();
        private readonly Lazy<Task<PhmResult>> run;

        public Runs() => run = new(() => PhmProcess.RunAsync(folder.Path, "run", Path.Combine(Repository.Root, "notebooks"), "--output", "run"));

        public void Dispose() => folder.Dispose();

        internal async Task<string> OfAsync(string name)
        {
            var result = await run.Value;
            Assert.True(result.ExitCode == 0, result.Error);
            return folder[Path.Combine("run", name)];
        }
    }

    public static TheoryData<string> Notebooks => WalkthroughTests.Notebooks;

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Nbclient_gives_cell_by_cell_what_phm_run_gives(string name)
    {
        using var folder = new TemporaryFolder();
        var source = Path.Combine(Repository.Root, "notebooks", name);
        var script = Path.Combine(Repository.Root, "tests", "Phm.Cli.Tests", "Jupyter", "Scripts", "walkthrough.py");
        string[] modules = ["nbclient", "nbformat"];
        await PythonTools.RunAsync(modules, folder, "-c", "");
        var kernel = await InstalledKernel.InstallAsync(folder);

        await PythonTools.RunAsync(modules, folder, script, kernel, source, folder["executed.ipynb"]);

        RequireSameOutputs(await runs.OfAsync(name), folder["executed.ipynb"]);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Nbconvert_executes_to_what_phm_run_gives(string name)
    {
        using var folder = new TemporaryFolder();
        string[] modules = ["nbconvert", "nbclient", "nbformat"];
        await PythonTools.RunAsync(modules, folder, "-c", "");
        var kernel = await InstalledKernel.InstallAsync(folder);

        await PythonTools.RunAsync(modules, folder, "-m", "nbconvert", "--execute", "--to", "notebook", $"--ExecutePreprocessor.kernel_name={kernel}", "--output-dir", folder.Path, "--output", "executed.ipynb",
            Path.Combine(Repository.Root, "notebooks", name));

        RequireSameOutputs(await runs.OfAsync(name), folder["executed.ipynb"]);
    }

    private static void RequireSameOutputs(string run, string executed)
    {
        var expected = CodeCells(run);
        var found = CodeCells(executed);
        Assert.Equal(expected.Select(cell => cell.Id), found.Select(cell => cell.Id));
        foreach (var (ours, theirs) in expected.Zip(found))
        {
            Assert.Equal(ours.ExecutionCount, theirs.ExecutionCount);
            Assert.Equal(Joined(ours), Joined(theirs));
        }
    }

    private static List<NotebookCell> CodeCells(string path) => [.. NotebookDocument.Load(path).Cells.Where(cell => cell.Kind == CellKind.Code)];

    /// <summary>The outputs of a cell with lists of lines joined and fields in order: two notebooks may write one output in two ways.</summary>
    private static string Joined(NotebookCell cell) => $"{cell.Id}: {new JsonArray([.. cell.Outputs.Select(output => Joined(output!))]).ToJsonString()}";

    private static JsonObject Joined(JsonNode output) => new JsonObject(output.AsObject().OrderBy(field => field.Key, StringComparer.Ordinal).Select(field =>
        KeyValuePair.Create(field.Key, field.Key == "data" ? Joined(field.Value!) : Text(field.Value))));

    private static JsonNode? Text(JsonNode? value) =>
        value is JsonArray lines && lines.All(line => line?.GetValueKind() == System.Text.Json.JsonValueKind.String) ? string.Concat(lines.Select(line => line!.GetValue<string>())) : value?.DeepClone();
}
