using Phm.Notebook.Auditing;
using Phm.Notebook.Documents;
using Phm.Notebook.Running;
using Phm.Notebook.Verification;

namespace Phm.Cli.Tests;

/// <summary>The walkthroughs run from top to bottom, and what they keep is what they give.</summary>
public sealed class WalkthroughTests
{
    public static TheoryData<string> Notebooks => [.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task A_walkthrough_keeps_the_outputs_that_running_it_gives(string name)
    {
        var document = NotebookDocument.Load(Path.Combine(Repository.Root, "notebooks", name));

        var report = await NotebookRunner.RunAsync(document, cancellationToken: TestContext.Current.CancellationToken);

        report.EnsureSucceeded();
        Assert.Empty(report.Leaks);
        var verification = NotebookVerifier.Verify(document, name, report, new Tolerance(0));
        Assert.Equal(Verdict.Identical, verification.Verdict);
        // Another build of the library or another machine is another manifest, and nothing else.
        Assert.DoesNotContain(verification.Changes, change => change.Kind == ChangeKind.Manifest);
        Assert.Equal(WithoutManifest(document), WithoutManifest(report.Document));
    }

    private static string WithoutManifest(NotebookDocument document)
    {
        document.Metadata.Remove("phm");
        return document.ToString();
    }
}
