using System.Collections.Concurrent;
using System.Diagnostics;
using Phm.Disclosure;
using Phm.Notebook.Documents;
using Phm.Notebook.Guarding;
using Phm.Notebook.Running;

namespace Phm.Cli.Tests;

/// <summary>A list that is shown as counts may be kept; one that was revealed is found in the outputs.</summary>
public sealed class RevealedNotebookTests
{
    [Fact]
    public async Task A_cell_that_reveals_a_list_keeps_what_the_scan_finds()
    {
        using var folder = new TemporaryFolder();
        var (report, identifiers) = await RunAsync(folder);

        var leaks = LeakScan.Find(report.Document, identifiers);
        Assert.All(leaks, leak => Assert.InRange(leak.CellIndex, 3, 5));
        Assert.Equal(2, leaks.Count(leak => leak.CellIndex == 5 && leak.Kind == LeakKind.PersonLevelTable && leak.Message.Contains("revealed for a purpose", StringComparison.Ordinal)));
        foreach (var cell in (int[])[3, 4])
        {
            Assert.Contains(leaks, leak => leak.CellIndex == cell && leak.Kind == LeakKind.PatientIdentifier && leak.Message.Contains("text/html", StringComparison.Ordinal) && leak.Message.Contains("column 'Patient'", StringComparison.Ordinal));
            Assert.Contains(leaks, leak => leak.CellIndex == cell && leak.Kind == LeakKind.PersonLevelTable && leak.Message.Contains("text/plain", StringComparison.Ordinal));
        }
        Assert.Equal(3, AuditLog.Check(folder["audit.jsonl"]).Entries.Count);
    }

    [Fact]
    public async Task Revealing_twice_keeps_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var (first, _) = await RunAsync(folder);
        var (second, _) = await RunAsync(folder);
        Assert.Equal(first.Document.ToString(), second.Document.ToString());
    }

    private static async Task<(RunReport, Func<string, bool>[])> RunAsync(TemporaryFolder folder)
    {
        var identifiers = new ConcurrentBag<Func<string, bool>>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Phm",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("phm.population.identifiers") is Func<string, bool> isIdentifier) identifiers.Add(isIdentifier);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var report = await NotebookRunner.RunAsync(Notebook(), new RunOptions { Directory = folder.Path }, cancellationToken: TestContext.Current.CancellationToken);
        report.EnsureSucceeded();
        return (report, [.. identifiers]);
    }

    private static NotebookDocument Notebook()
    {
        var document = NotebookDocument.Create();
        document.AddCode($"""
            #r "{Path.Combine(Repository.Root, "artifacts", "phm", "Phm.dll").Replace('\\', '/')}"
            using Phm.CaseFinding;
            using Phm.Disclosure;
            using Phm.Ingest;
            using Phm.Populations;

            var year = Period.FinancialYear(2024);
            var kent = LinkedData.Load("{Path.Combine(Repository.Root, "data-samples", "kent-10k").Replace('\\', '/')}").Population;
            var list = kent.Where(year, p => p.Has(Condition.Copd), name: "people with COPD").CaseList(year);
            var log = new AuditLog("audit.jsonl");
            """);
        document.AddCode("list");
        document.AddCode("display(new[] { list }); display(new { list }); display(list.ToString()); display(kent); list.ToTable()");
        document.AddCode("list.Reveal(Purpose.DirectCare(\"community respiratory service\"), most: 20, log)");
        document.AddCode("display(new { cases = list.Reveal(Purpose.TeachingWithSyntheticData(\"lesson on lists\"), most: 5, log) }); Console.WriteLine(list.Reveal(Purpose.DirectCare(\"community respiratory service\"), most: 20, new AuditLog(\"other.jsonl\")));");
        document.AddCode("kent.Where(year, p => p.Has(Condition.Copd)).CaseList(year, CaseColumn.Age, CaseColumn.Spend).Reveal(Purpose.ClinicalAudit(\"spend on people with COPD\"), most: 20, log)");
        return document;
    }
}
