using System.Globalization;
using System.Text.Json.Nodes;
using Phm.Notebook.Auditing;
using Phm.Notebook.Documents;
using Phm.Notebook.Running;
using Phm.Notebook.Verification;

namespace Phm.Cli.Tests;

/// <summary>
/// The analysis that notebook 03 checks: an honest notebook in which one number was altered, in every place where it stands. It is made
/// anew by <c>PHM_UPDATE_EXPECTATIONS=1</c>.
/// </summary>
public sealed class AnalysisToCheckTests
{
    private const int Prose = 0, Table = 2;
    private const double Surcharge = 200;

    private static readonly string File = Path.Combine(Repository.Root, "data-samples", "analysis-to-check", "diabetes.ipynb");

    [Fact]
    public async Task Verification_finds_the_altered_number_and_nothing_else()
    {
        if (Environment.GetEnvironmentVariable("PHM_UPDATE_EXPECTATIONS") == "1") await MakeAsync();
        var kept = NotebookDocument.Load(File);
        var verification = NotebookVerifier.Verify(kept, "diabetes.ipynb", await NotebookRunner.RunAsync(kept, cancellationToken: TestContext.Current.CancellationToken), Tolerance.Default);

        Assert.Equal((Verdict.Changed, false), (verification.Verdict, verification.Passes));
        Assert.Equal([Prose, Table], verification.Cells.Where(cell => cell.Verdict.Verdict == Verdict.Changed).Select(cell => cell.Verdict.CellIndex));
        var differences = verification.Cells.SelectMany(cell => cell.Verdict.Differences).ToList();
        Assert.Equal([null, "text/html", "text/plain"], differences.Select(difference => difference.MimeType));
        Assert.All(differences, difference => Assert.Equal(Surcharge, Amount(difference.Kept) - Amount(difference.Obtained)));
        Assert.Equal(
            [(ChangeKind.Source, Prose), (ChangeKind.Output, Table)],
            verification.Changes.Where(change => change.Breaks).Select(change => (change.Kind, change.CellIndex ?? -1)));
        Assert.Equal(verification.Changes.Where(change => change.Breaks), NotebookVerifier.VerifyQuickly(kept, "diabetes.ipynb").Changes.Where(change => change.Breaks));
    }

    /// <summary>Runs the notebook with its honest numbers, keeps them, and then alters one as somebody would by hand.</summary>
    private static async Task MakeAsync()
    {
        (await NotebookRunner.RunAsync(NotebookDocument.Load(File), new RunOptions { OutputPath = File }, cancellationToken: TestContext.Current.CancellationToken)).EnsureSucceeded();
        var notebook = NotebookDocument.Load(File);
        var prose = notebook.Cells[Prose].Source;
        var start = prose.IndexOf('£', StringComparison.Ordinal) + 1;
        var honest = prose[start..prose.IndexOf('*', start)];
        var altered = (Amount(honest) + Surcharge).ToString("#,##0", CultureInfo.InvariantCulture);
        notebook.Cells[Prose].Source = prose.Replace(honest, altered, StringComparison.Ordinal);
        var data = (JsonObject)notebook.Cells[Table].Outputs[0]!["data"]!;
        foreach (var mimeType in new[] { "text/html", "text/plain" })
        {
            foreach (var line in ((JsonArray)data[mimeType]!).ToList())
                if ((string)line! is var text && text.Contains(honest, StringComparison.Ordinal)) line!.ReplaceWith(text.Replace(honest, altered, StringComparison.Ordinal));
        }
        notebook.Save(File);
    }

    private static double Amount(string text) =>
        double.Parse(text.Trim(Difference.MarkStart, Difference.MarkEnd)[^5..], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
