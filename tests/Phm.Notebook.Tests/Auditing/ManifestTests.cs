using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Phm.Notebook.Auditing;
using Phm.Notebook.Documents;
using Phm.Notebook.Running;

namespace Phm.Notebook.Tests.Auditing;

public sealed class ManifestTests
{
    private const string ReadFile = """
        var source = new System.Diagnostics.ActivitySource("Phm");
        using (var read = source.StartActivity("phm.file.read"))
        {
            read?.SetTag("phm.file.path", System.IO.Path.GetFullPath("data.csv"));
            read?.SetTag("phm.file.sha256", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.IO.File.ReadAllBytes("data.csv"))));
            read?.SetTag("phm.file.rows", 2L);
        }
        using (var drawn = source.StartActivity("phm.synthetic.generate")) drawn?.SetTag("phm.seed", 42);
        """;

    private static async Task<NotebookDocument> RunAsync(TemporaryFolder folder, params string[] cells)
    {
        var document = NotebookDocument.Create();
        document.AddMarkdown("# Title");
        foreach (var cell in cells) document.AddCode(cell);
        document.Cells[1].Metadata["tags"] = new JsonArray("parameters");
        var path = Path.Combine(folder.Path, "a.ipynb");
        document.Save(path);
        File.WriteAllText(Path.Combine(folder.Path, "data.csv"), "a\n1\n2\n");
        var report = await NotebookRunner.RunAsync(NotebookDocument.Load(path), new RunOptions { OutputPath = path }, cancellationToken: TestContext.Current.CancellationToken);
        report.EnsureSucceeded();
        return NotebookDocument.Load(path);
    }

    [Fact]
    public async Task A_run_writes_down_what_it_was_made_of()
    {
        using var folder = new TemporaryFolder();
        var document = await RunAsync(folder, "var people = 5;", ReadFile, "people");
        var manifest = Manifest.Read(document, out var problem)!;
        Assert.Null(problem);
        Assert.Equal((true, true), (manifest.Clean, manifest.InOrder));
        Assert.Equal(document.Cells.Select(cell => cell.Id), manifest.Cells.Select(cell => cell.Id));
        Assert.Null(manifest.Cells[0].Outputs);
        Assert.All(manifest.Cells, cell => Assert.Matches("^[0-9a-f]{64}$", cell.Source));
        var digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.Path, "data.csv"))));
        Assert.Equal([new ManifestFile("data.csv", 2, digest)], manifest.Files);
        Assert.Equal(["42"], manifest.Seeds);
        Assert.Equal([KeyValuePair.Create("people", "5")], manifest.Parameters);
        Assert.Equal(("Phm.Notebook", ManifestEnvironment.Here), (manifest.Engine!.Name, manifest.Environment));
        Assert.Empty(ManifestCheck.OfCells(document, manifest));
        Assert.Empty(ManifestCheck.OfFiles(manifest, folder.Path));
    }

    [Fact]
    public async Task Keys_stand_where_Jupyter_sorts_them()
    {
        using var folder = new TemporaryFolder();
        var document = await RunAsync(folder, "1");
        Assert.Equal(["kernelspec", "language_info", "phm", "polyglot_notebook"], document.Metadata.Select(member => member.Key));
        AssertSorted(document.Metadata["phm"]!);
    }

    [Fact]
    public async Task A_referenced_library_is_named_with_its_digest()
    {
        using var folder = new TemporaryFolder();
        var library = Path.Combine(AppContext.BaseDirectory, "Markdig.dll");
        File.Copy(library, Path.Combine(folder.Path, "Markdig.dll"));
        var document = await RunAsync(folder, "#r \"Markdig.dll\"\nMarkdig.Markdown.ToPlainText(\"a\").Length");
        var assembly = Assert.Single(Manifest.Read(document, out _)!.Assemblies);
        Assert.Equal(("Markdig", "Markdig.dll", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(library)))), (assembly.Name, assembly.Path, assembly.Sha256));
        File.AppendAllText(Path.Combine(folder.Path, "Markdig.dll"), " ");
        var change = Assert.Single(ManifestCheck.OfFiles(Manifest.Read(document, out _)!, folder.Path));
        Assert.Equal((ChangeKind.Library, false), (change.Kind, change.Breaks));
        Assert.StartsWith("The library Markdig is another build than version ", change.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_edited_afterwards_is_named()
    {
        using var folder = new TemporaryFolder();
        var document = await RunAsync(folder, "var people = 5;", ReadFile, "people", "people + 1");
        var manifest = Manifest.Read(document, out _)!;
        document.Cells[1].Source = "var people = 6;";
        document.Cells[3].Outputs[0]!["data"]!["text/plain"]![0] = "6";
        document.Cells[4].Outputs.Clear();
        document.AddMarkdown("More.");
        File.WriteAllText(Path.Combine(folder.Path, "data.csv"), "a\n1\n3\n");
        Assert.Equal(
        [
            "The source of cell 2 was edited after its outputs were kept.",
            "The outputs of cell 4 are not those that the run wrote.",
            "The outputs of cell 5 are not those that the run wrote.",
            "Cell 6 was added.",
            "The data file data.csv has other content than when the outputs were kept.",
        ], ManifestCheck.OfCells(document, manifest).Concat(ManifestCheck.OfFiles(manifest, folder.Path)).Select(change => change.Message));
        document.Remove(document.Cells[1]);
        File.Delete(Path.Combine(folder.Path, "data.csv"));
        Assert.Contains($"1 cell was removed: {manifest.Cells[1].Id}.", ManifestCheck.OfCells(document, manifest).Select(change => change.Message));
        Assert.Equal(["The data file data.csv is not there or cannot be read."], ManifestCheck.OfFiles(manifest, folder.Path).Select(change => change.Message));
    }

    [Fact]
    public async Task Tags_and_attachments_that_are_put_in_afterwards_are_named()
    {
        using var folder = new TemporaryFolder();
        var document = await RunAsync(folder, "1", "2");
        var manifest = Manifest.Read(document, out _)!;
        document.Cells[2].Metadata["tags"] = new JsonArray("phm-skip-verify");
        document.Cells[2].Metadata["phm"] = new JsonObject { ["skip-verify"] = "It takes long." };
        var json = JsonNode.Parse(document.ToString())!;
        json["cells"]![0]!["attachments"] = JsonNode.Parse("{\"a.png\": {\"image/png\": \"AAAA\"}}");
        File.WriteAllText(Path.Combine(folder.Path, "b.ipynb"), json.ToJsonString());
        var changes = ManifestCheck.OfCells(NotebookDocument.Load(Path.Combine(folder.Path, "b.ipynb")), manifest);
        Assert.Equal(
        [
            "The attachments of cell 1 were changed after its outputs were kept.",
            "The kind, the language, the tags or the phm metadata of cell 3 were changed after its outputs were kept.",
        ], changes.Select(change => change.Message));
        Assert.All(changes, change => Assert.True(change.Breaks));
    }

    [Fact]
    public async Task The_form_in_which_a_client_stores_outputs_does_not_matter()
    {
        using var folder = new TemporaryFolder();
        var document = await RunAsync(folder, "1", "Console.Write(\"a\\nb\"); new { A = 1.5 }");
        var manifest = Manifest.Read(document, out _)!;
        foreach (var output in document.Cells[2].Outputs)
        {
            if (output!["text"] is { } lines) output["text"] = string.Concat(lines.AsArray().Select(line => (string)line!));
            if (output["execution_count"] is not null) output["execution_count"] = 17;
            if (output["data"] is JsonObject data) output["data"] = new JsonObject(data.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        }
        Assert.Empty(ManifestCheck.OfCells(document, manifest));
    }

    [Fact]
    public void A_second_run_that_reads_other_data_says_which()
    {
        var kept = new Manifest
        {
            Files = [new("a.csv", 2, "1"), new("b.csv", 2, "1")],
            Seeds = ["1"],
            Parameters = new Dictionary<string, string> { ["people"] = "1" },
            Assemblies = [new("Phm", "Phm.dll", "1", "0.1.0.0"), new("Csv", "Csv.dll", "1", "1.0.0.0")],
            Environment = new("invariant", "linux", "x64", ".NET 10.0.0"),
        };
        var obtained = new Manifest
        {
            Files = [new("a.csv", 3000, "2"), new("c.csv", 2, "1")],
            Seeds = ["2"],
            Parameters = new Dictionary<string, string> { ["people"] = "2" },
            Assemblies = [new("Phm", "Phm.dll", "2", "0.1.0.0"), new("Csv", "Csv.dll", "2", "2.0.0.0")],
            Environment = new("invariant", "windows", "x64", ".NET 10.0.1"),
        };
        Assert.Equal(
        [
            "The data file a.csv has other content than when the outputs were kept: 3,000 rows instead of 2.",
            "The data file b.csv was read when the outputs were kept and is not now.",
            "The data file c.csv is read now and was not when the outputs were kept.",
            "The parameter people has another value.",
            "The seeds of random numbers are others.",
            "The library Csv is version 2.0.0.0 instead of 1.0.0.0.",
            "The library Phm is another build of version 0.1.0.0.",
            "The runtime is .NET 10.0.1 instead of .NET 10.0.0.",
            "The system is windows instead of linux.",
        ], ManifestCheck.Between(kept, obtained).Select(change => change.Message));
        Assert.Empty(ManifestCheck.Between(kept, kept));
    }

    [Theory]
    [InlineData("{}", "broken")]
    [InlineData("{\"version\": 9}", "not of version 2")]
    [InlineData("7", "broken")]
    [InlineData("\"text\"", "broken")]
    [InlineData("{\"version\": 2, \"cells\": null}", "broken")]
    [InlineData("{\"version\": 2, \"cells\": [null]}", "broken")]
    [InlineData("{\"version\": 2, \"cells\": [{}]}", "broken")]
    [InlineData("{\"version\": 2, \"cells\": [{\"id\": 3}]}", "broken")]
    [InlineData("{\"version\": 2, \"files\": {\"a\": 1}}", "broken")]
    [InlineData("{\"version\": 2, \"parameters\": [1]}", "broken")]
    [InlineData("{\"version\": 2, \"parameters\": {\"a\": null}}", "broken")]
    [InlineData("{\"version\": 2, \"seeds\": [null]}", "broken")]
    [InlineData("null", "no audit manifest")]
    public void A_broken_manifest_is_a_sentence(string json, string problem)
    {
        var document = NotebookDocument.Create();
        document.Metadata["phm"] = new JsonObject { ["manifest"] = JsonNode.Parse(json) };
        Assert.Null(Manifest.Read(document, out var found));
        Assert.Contains(problem, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_paths_of_a_manifest_are_never_opened()
    {
        var manifest = new Manifest { Files = [new("/dev/zero", 1, "00"), new("../../../../../../../../dev/stdin", 1, "00"), new(new string('a', 5000), 1, "00"), new("a\0b", 1, "00"), new("", 1, "00")] };
        Assert.Equal(5, ManifestCheck.OfFiles(manifest, AppContext.BaseDirectory).Count(change => change.Kind == ChangeKind.Data));
    }

    [Fact]
    public async Task A_file_that_the_notebook_has_written_itself_is_no_data()
    {
        using var folder = new TemporaryFolder();
        var document = await RunAsync(folder, "1", """
            var source = new System.Diagnostics.ActivitySource("Phm");
            void Tell(string what, string path) { using (var told = source.StartActivity(what)) told?.SetTag("phm.file.path", System.IO.Path.GetFullPath(path)); }
            Tell("phm.file.read", "own/before.csv");
            Tell("phm.file.write", "own");
            Tell("phm.file.read", "own/after.csv");
            Tell("phm.file.read", "own.csv");
            """);
        Assert.Equal(["own.csv", "own/before.csv"], Manifest.Read(document, out _)!.Files.Select(file => file.Path));
    }

    [Fact]
    public async Task What_other_sessions_read_is_not_written_down()
    {
        using var folder = new TemporaryFolder();
        using var source = new ActivitySource("Phm");
        var run = RunAsync(folder, "1", "System.Threading.Thread.Sleep(300);");
        while (!run.IsCompleted)
        {
            using (var read = source.StartActivity("phm.file.read")) read?.SetTag("phm.file.path", "other.csv");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        Assert.Empty(Manifest.Read(await run, out _)!.Files);
    }

    private static void AssertSorted(JsonNode node)
    {
        if (node is JsonObject members) Assert.Equal(members.Select(member => member.Key).Order(StringComparer.Ordinal), members.Select(member => member.Key));
        foreach (var child in node is JsonObject inner ? inner.Select(member => member.Value) : node is JsonArray items ? items : [])
            if (child is not null) AssertSorted(child);
    }
}
