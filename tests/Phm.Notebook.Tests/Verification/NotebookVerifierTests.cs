using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Guarding;
using Phm.Notebook.Running;
using Phm.Notebook.Verification;

namespace Phm.Notebook.Tests.Verification;

public sealed class NotebookVerifierTests
{
    private const string NhsNumber = "943 476 5919";

    private static async Task<NotebookVerification> VerifyAsync(NotebookDocument kept, Func<RunReport, RunReport>? then = null)
    {
        var run = await NotebookRunner.RunAsync(kept, new RunOptions { Directory = AppContext.BaseDirectory }, cancellationToken: TestContext.Current.CancellationToken);
        return NotebookVerifier.Verify(kept, "a.ipynb", then?.Invoke(run) ?? run, Tolerance.Default);
    }

    private static string Reports(NotebookVerification verification) =>
        VerificationPage.Write("x", [verification]) + VerificationJson.Write([verification]) + string.Join(' ', VerificationSummary.Lines([verification]));

    private static async Task<NotebookDocument> KeptAsync(params string[] cells)
    {
        var document = NotebookDocument.Create();
        foreach (var cell in cells) document.AddCode(cell);
        var run = await NotebookRunner.RunAsync(document, new RunOptions { Directory = AppContext.BaseDirectory }, cancellationToken: TestContext.Current.CancellationToken);
        run.EnsureSucceeded();
        return run.Document;
    }

    [Theory]
    [InlineData("Console.WriteLine(\"943 476 5919\");")]
    [InlineData("display(HTML(\"<table><tr><th>Patient</th><th>Age</th></tr><tr><td>943 476 5919</td><td>4</td></tr></table>\"));")]
    [InlineData("throw new Exception(\"943 476 5919 is odd\");")]
    [InlineData("display(1); // 943 476 5919\nConsole.WriteLine(\"943 476 5919\");")]
    public async Task What_a_cell_says_about_people_is_in_no_report(string source)
    {
        var kept = NotebookDocument.Create();
        kept.AddMarkdown("# Title");
        kept.AddCode(source);

        var verification = await VerifyAsync(kept);

        Assert.NotEmpty(verification.Leaks);
        Assert.False(verification.Passes);
        Assert.DoesNotContain(NhsNumber, Reports(verification), StringComparison.Ordinal);
        Assert.Contains("nothing of it is shown here", Reports(verification), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_kept_side_says_about_people_is_in_no_report()
    {
        var kept = await KeptAsync("Console.WriteLine(\"all well\");", "2");
        kept.Cells[0].Outputs[0]!["text"] = NhsNumber;
        var verification = await VerifyAsync(kept);
        Assert.DoesNotContain(NhsNumber, Reports(verification), StringComparison.Ordinal);
        Assert.Equal([Verdict.Changed, Verdict.Identical], verification.Cells.Select(cell => cell.Verdict.Verdict));
    }

    [Fact]
    public async Task What_prose_fails_with_is_in_no_report()
    {
        var kept = NotebookDocument.Create();
        kept.AddMarkdown("**1**<!-- phm: Fail() -->");
        kept.AddCode("int Fail() => throw new Exception(\"943 476 5919 is odd\");");
        var verification = await VerifyAsync(kept);
        Assert.Equal((Verdict.Error, LeakKind.NhsNumber), (verification.Verdict, Assert.Single(verification.Leaks).Kind));
        Assert.DoesNotContain(NhsNumber, Reports(verification), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_searched_for_people_is_in_no_report()
    {
        var kept = await KeptAsync("\"usual\"", "2");
        kept.Cells[0].Outputs[0]!["data"]!["text/plain"] = "another";
        var verification = await VerifyAsync(kept, run => run with { IsSearched = false });
        Assert.DoesNotContain("usual", Reports(verification), StringComparison.Ordinal);
        Assert.Equal([1, 0], verification.Cells.Select(cell => cell.Verdict.DifferenceCount));
    }

    [Fact]
    public async Task A_tolerance_of_its_own_and_a_skip_are_told()
    {
        var kept = await KeptAsync("1", "2");
        kept.Cells[0].Metadata["tags"] = new JsonArray("phm-tolerance:0.01");
        kept.Cells[1].Metadata["tags"] = new JsonArray("phm-skip-verify");
        kept.Cells[1].Metadata["phm"] = new JsonObject { ["skip-verify"] = "It takes long." };
        var verification = await VerifyAsync(kept);
        Assert.Contains("Cell 1 is compared with a tolerance of its own: numbers may be 0.01 apart in relation to their size.", verification.Notes);
        Assert.Contains(VerificationSummary.Lines([verification]), line => line.EndsWith($"cell 2 ({kept.Cells[1].Id}): skipped: It takes long.", StringComparison.Ordinal));
        Assert.Equal((Verdict.Changed, false), (verification.Verdict, verification.Passes));
    }

    [Fact]
    public async Task A_skipped_cell_without_a_manifest_is_vouched_for_by_nothing()
    {
        var kept = NotebookDocument.Create();
        kept.AddCode("1");
        kept.Cells[0].Metadata["tags"] = new JsonArray("phm-skip-verify");
        kept.Cells[0].Metadata["phm"] = new JsonObject { ["skip-verify"] = "It takes long." };
        var run = (await NotebookRunner.RunAsync(kept, new RunOptions { Directory = AppContext.BaseDirectory }, cancellationToken: TestContext.Current.CancellationToken)).Document;
        Assert.True((await VerifyAsync(run)).Passes);
        run.Metadata.Remove("phm");
        var verification = await VerifyAsync(run);
        Assert.Equal((Verdict.Unverifiable, false), (verification.Verdict, verification.Passes));
        Assert.Contains("Cells are skipped, and no manifest of a clean run vouches for what they keep.", verification.Notes);
    }

    [Fact]
    public async Task Digests_vouch_for_nothing_if_the_run_that_was_kept_was_not_clean()
    {
        var kept = await KeptAsync("1");
        Assert.True(NotebookVerifier.VerifyQuickly(kept, "a.ipynb").Passes);
        kept.Metadata["phm"]!["manifest"]!["clean"] = false;
        Assert.Equal(Verdict.Unverifiable, NotebookVerifier.VerifyQuickly(kept, "a.ipynb").Verdict);
    }
}
