using System.Text.Json.Nodes;
using Phm.Notebook.Auditing;
using Phm.Notebook.Documents;
using Phm.Notebook.Running;
using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

/// <summary>Whatever somebody alters in a notebook that keeps its outputs, or beside it, is caught and named.</summary>
public sealed class TamperingTests : IDisposable
{
    private const int Prose = 0, Number = 1, Chart = 2, Image = 3;

    private static readonly string[] Cells =
    [
        "var share = 0.1234; display(HTML(\"<table><tr><th>Segment</th><th>People</th></tr><tr><td>Frail</td><td>1,205</td></tr></table>\")); Console.WriteLine($\"share {share}\");",
        """
        using System.Text.Json.Nodes;
        display(new { data = new[] { new { x = new[] { 1, 2, 3 }, y = new[] { 10.5, 20.25, 30 } } } }, "application/json");
        display("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"20\"><path d=\"M 0 0 L 10 12.5\"/></svg>", "image/svg+xml");
        """,
        "display(Convert.ToBase64String(new byte[] { 137, 80, 78, 71, 1, 2, 3 }), \"image/png\");",
        """
        var path = System.IO.Path.GetFullPath("data.csv");
        var source = new System.Diagnostics.ActivitySource("Phm");
        using (var read = source.StartActivity("phm.file.read"))
        {
            read?.SetTag("phm.file.path", path);
            read?.SetTag("phm.file.sha256", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.IO.File.ReadAllBytes(path))));
            read?.SetTag("phm.file.rows", (long)System.IO.File.ReadAllLines(path).Length - 1);
        }
        System.IO.File.ReadAllLines(path).Length
        """,
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_nobody_altered_is_identical()
    {
        var verification = await VerifyAsync(static _ => { });
        Assert.Equal((Verdict.Identical, true), (verification.Verdict, verification.Passes));
        Assert.Empty(verification.Notes);
        Assert.Equal(5, verification.Cells.Count);
    }

    [Fact]
    public async Task A_number_in_an_output_is_caught()
    {
        var verification = await VerifyAsync(notebook => Replace(notebook.Cells[Number].Outputs[0]!, "text/html", "1,205", "1,250"));
        var difference = Only(verification, Number, Verdict.Changed);
        Assert.Contains("row 1 'Frail', column 'People'", difference.Where, StringComparison.Ordinal);
        Assert.Equal(("»1,250«", "»1,205«"), (Marked(difference.Kept), Marked(difference.Obtained)));
        Assert.Equal(["The outputs of cell 2 are not those that the run wrote."], verification.Notes);
    }

    [Fact]
    public async Task The_data_of_a_chart_are_caught()
    {
        var verification = await VerifyAsync(notebook => notebook.Cells[Chart].Outputs[0]!["data"]!["application/json"]!["data"]![0]!["y"]![1] = 20.26);
        var difference = Only(verification, Chart, Verdict.Changed);
        Assert.Equal(("application/json", "$.data[0].y[1]"), (difference.MimeType, difference.Where));
    }

    [Fact]
    public async Task A_picture_is_caught()
    {
        var svg = await VerifyAsync(notebook => Replace(notebook.Cells[Chart].Outputs[1]!, "image/svg+xml", "12.5", "13.5"));
        Assert.Contains("path", Only(svg, Chart, Verdict.Changed).Where, StringComparison.Ordinal);
        var png = await VerifyAsync(notebook => notebook.Cells[Image].Outputs[0]!["data"]!["image/png"] = Convert.ToBase64String([137, 80, 78, 71, 1, 2, 4]));
        Assert.Equal("image/png", Only(png, Image, Verdict.Changed).MimeType);
    }

    [Fact]
    public async Task A_deleted_output_is_caught()
    {
        var verification = await VerifyAsync(notebook => notebook.Cells[Chart].Outputs.RemoveAt(1));
        Only(verification, Chart, Verdict.Missing);
        Assert.Equal(["The outputs of cell 3 are not those that the run wrote."], verification.Notes);
    }

    [Fact]
    public async Task An_edited_source_is_caught_even_where_the_outputs_stay_the_same()
    {
        var verification = await VerifyAsync(notebook => notebook.Cells[Number].Source += " // edited");
        Assert.Equal((Verdict.Changed, false), (verification.Verdict, verification.Passes));
        Assert.Equal((ChangeKind.Source, 1), (Assert.Single(verification.Changes).Kind, verification.Changes[0].CellIndex));
        Assert.Equal(["The source of cell 2 was edited after its outputs were kept."], verification.Notes);
    }

    [Fact]
    public async Task An_edited_data_file_is_caught_even_where_the_outputs_stay_the_same()
    {
        var verification = await VerifyAsync(_ => File.WriteAllText(DataFile, "a\n1\n3\n"));
        Assert.All(verification.Cells, cell => Assert.Equal(Verdict.Identical, cell.Verdict.Verdict));
        Assert.Equal((Verdict.Changed, false), (verification.Verdict, verification.Passes));
        Assert.Equal(["The data file data.csv has other content than when the outputs were kept."], verification.Notes);
    }

    [Fact]
    public async Task A_number_in_the_prose_is_caught()
    {
        var verification = await VerifyAsync(notebook => notebook.Cells[Prose].Source = notebook.Cells[Prose].Source.Replace("12.3%", "21.3%", StringComparison.Ordinal));
        var difference = Only(verification, Prose, Verdict.Changed);
        Assert.Equal(("prose, line 3, share", "»21.3%«", "»12.3%«"), (difference.Where, difference.Kept, difference.Obtained));
    }

    [Fact]
    public async Task A_quick_verification_names_each_of_them_without_running()
    {
        await KeepAsync();
        Assert.True(Quick(static _ => { }).Passes);
        foreach (var (tamper, note) in new (Action<NotebookDocument>, string)[]
        {
            (notebook => Replace(notebook.Cells[Number].Outputs[0]!, "text/html", "1,205", "1,250"), "The outputs of cell 2 are not those that the run wrote."),
            (notebook => notebook.Cells[Chart].Outputs[0]!["data"]!["application/json"]!["data"]![0]!["y"]![1] = 20.26, "The outputs of cell 3 are not those that the run wrote."),
            (notebook => notebook.Cells[Image].Outputs[0]!["data"]!["image/png"] = "AAAA", "The outputs of cell 4 are not those that the run wrote."),
            (notebook => notebook.Cells[Chart].Outputs.RemoveAt(1), "The outputs of cell 3 are not those that the run wrote."),
            (notebook => notebook.Cells[Number].Source += " ", "The source of cell 2 was edited after its outputs were kept."),
            (notebook => notebook.Cells[Prose].Source += " ", "The source of cell 1 was edited after its outputs were kept."),
            (_ => File.WriteAllText(DataFile, "a\n1\n3\n"), "The data file data.csv has other content than when the outputs were kept."),
        })
        {
            var verification = Quick(tamper);
            Assert.Equal((false, Verdict.Changed), (verification.Passes, verification.Verdict));
            Assert.Equal([note], verification.Notes);
        }
    }

    [Fact]
    public async Task A_cell_may_ask_not_to_be_compared_if_it_says_why_but_not_after_the_run()
    {
        var silent = await VerifyAsync(notebook => Tag(notebook, "phm-skip-verify", null));
        Assert.Contains("without a reason", silent.Cells[Number].Verdict.Reason, StringComparison.Ordinal);
        Assert.Equal((Verdict.Unverifiable, false), (silent.Cells[Number].Verdict.Verdict, silent.Cells[Number].Skipped));
        var told = await VerifyAsync(notebook => Tag(notebook, "phm-skip-verify", new JsonObject { ["skip-verify"] = "it shows the time" }));
        Assert.Equal(["The kind, the language, the tags or the phm metadata of cell 2 were changed after its outputs were kept."], told.Changes.Select(change => change.Message));
        Assert.False(told.Passes);
        Assert.Equal((true, "it shows the time"), (told.Cells[Number].Skipped, told.Cells[Number].SkipReason));
    }

    [Theory]
    [InlineData("phm-tolerance:0.01", Verdict.WithinTolerance)]
    [InlineData("phm-tolerance:1e-6", Verdict.Changed)]
    [InlineData("phm-tolerance:2", Verdict.Unverifiable)]
    [InlineData("phm-tolerance:wide", Verdict.Unverifiable)]
    public async Task A_cell_may_have_a_tolerance_of_its_own(string tag, Verdict verdict)
    {
        var verification = await VerifyAsync(notebook =>
        {
            Tag(notebook, tag, null);
            notebook.Cells[Number].Outputs[1]!["text"] = "share 0.1235\n";
        });
        Assert.Equal(verdict, verification.Cells[Number].Verdict.Verdict);
    }

    [Fact]
    public async Task A_notebook_whose_run_fails_does_not_pass()
    {
        var verification = await VerifyAsync(notebook => notebook.Cells[Chart].Source = "throw new InvalidOperationException(\"no\");");
        Assert.Equal((Verdict.Error, false), (verification.Verdict, verification.Passes));
        Assert.Contains("System.InvalidOperationException: no", verification.Notes[0], StringComparison.Ordinal);
        Assert.Equal("The run ended before this cell.", verification.Cells[^1].Verdict.Reason);
    }

    [Fact]
    public async Task A_notebook_without_a_manifest_is_compared_all_the_same()
    {
        var verification = await VerifyAsync(notebook => notebook.Metadata.Remove("phm"));
        Assert.True(verification.Passes);
        Assert.Equal(["The notebook has no audit manifest. 'phm run --update' writes one."], verification.Notes);
        Assert.Equal(Verdict.Unverifiable, Quick(notebook => notebook.Metadata.Remove("phm")).Verdict);
    }

    private string DataFile => Path.Combine(folder.Path, "data.csv");

    private string NotebookFile => Path.Combine(folder.Path, "kept.ipynb");

    private async Task KeepAsync()
    {
        File.WriteAllText(DataFile, "a\n1\n2\n");
        var document = NotebookDocument.Create();
        document.AddMarkdown("# A study\n\nOf all people **0.0%**<!-- phm: share --> are frail.");
        foreach (var cell in Cells) document.AddCode(cell);
        document.Save(NotebookFile);
        (await RunAsync(NotebookDocument.Load(NotebookFile), NotebookFile)).EnsureSucceeded();
    }

    private async Task<NotebookVerification> VerifyAsync(Action<NotebookDocument> tamper)
    {
        await KeepAsync();
        var notebook = NotebookDocument.Load(NotebookFile);
        tamper(notebook);
        notebook.Save(NotebookFile);
        notebook = NotebookDocument.Load(NotebookFile);
        return NotebookVerifier.Verify(notebook, "kept.ipynb", await RunAsync(notebook, Path.Combine(folder.Path, "copy.ipynb")), Tolerance.Default);
    }

    private NotebookVerification Quick(Action<NotebookDocument> tamper)
    {
        File.WriteAllText(DataFile, "a\n1\n2\n");
        var notebook = NotebookDocument.Load(NotebookFile);
        tamper(notebook);
        return NotebookVerifier.VerifyQuickly(notebook, "kept.ipynb");
    }

    private static Task<RunReport> RunAsync(NotebookDocument notebook, string output) =>
        NotebookRunner.RunAsync(notebook, new RunOptions { OutputPath = output }, cancellationToken: TestContext.Current.CancellationToken);

    private static void Replace(JsonNode output, string mimeType, string what, string with)
    {
        var text = string.Concat(output["data"]![mimeType]!.AsArray().Select(line => (string)line!));
        Assert.Contains(what, text, StringComparison.Ordinal);
        output["data"]![mimeType] = text.Replace(what, with, StringComparison.Ordinal);
    }

    private static void Tag(NotebookDocument notebook, string tag, JsonObject? phm)
    {
        var metadata = notebook.Cells[Number].Metadata;
        metadata["tags"] = new JsonArray(tag);
        if (phm is not null) metadata["phm"] = phm;
    }

    private static Difference Only(NotebookVerification verification, int cell, Verdict verdict)
    {
        Assert.False(verification.Passes);
        var changed = Assert.Single(verification.Cells, compared => compared.Verdict.Verdict != Verdict.Identical);
        Assert.Equal((cell, verdict), (changed.Verdict.CellIndex, changed.Verdict.Verdict));
        return Assert.Single(changed.Verdict.Differences);
    }

    private static string Marked(string excerpt) => excerpt[excerpt.IndexOf(Difference.MarkStart, StringComparison.Ordinal)..(excerpt.IndexOf(Difference.MarkEnd, StringComparison.Ordinal) + 1)];
}
