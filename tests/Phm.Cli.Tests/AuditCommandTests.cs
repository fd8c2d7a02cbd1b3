using Phm.CaseFinding;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Synthetic;

namespace Phm.Cli.Tests;

/// <summary>What was revealed can be read by anyone who may read the log, and a log that was changed is told.</summary>
public sealed class AuditCommandTests
{
    [Fact]
    public async Task The_log_is_printed_as_a_table_and_said_to_be_whole()
    {
        using var folder = new TemporaryFolder();
        var log = Reveal(folder);

        var result = await PhmProcess.RunAsync(folder.Path, "audit", log);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("When (UTC)", result.Output, StringComparison.Ordinal);
        Assert.Contains("direct care: community respiratory service", result.Output, StringComparison.Ordinal);
        Assert.Contains("p => p.Age > 80", result.Output, StringComparison.Ordinal);
        Assert.Contains("The chain is whole.", result.Output, StringComparison.Ordinal);
        Assert.Contains(AuditLog.Check(log).LastDigest, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_was_changed_ends_with_an_exit_code_of_its_own()
    {
        using var folder = new TemporaryFolder();
        var log = Reveal(folder);
        var lines = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(log, [lines[1]], TestContext.Current.CancellationToken);

        var result = await PhmProcess.RunAsync(folder.Path, "audit", log);

        Assert.Equal(ExitCode.Disclosure, result.ExitCode);
        Assert.Contains("Line 1: found an entry that does not follow", result.Output, StringComparison.Ordinal);
        Assert.Contains("THE CHAIN IS BROKEN", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_log_is_not_said_to_be_whole()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["audit.jsonl"], "");
        var result = await PhmProcess.RunAsync(folder.Path, "audit", "audit.jsonl");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("The log has no entry", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The chain is whole", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_is_not_there_is_said_so()
    {
        using var folder = new TemporaryFolder();
        var result = await PhmProcess.RunAsync(folder.Path, "audit", "none.jsonl");
        Assert.Equal(ExitCode.Files, result.ExitCode);
        Assert.Contains("There is no audit log at 'none.jsonl'", result.Error, StringComparison.Ordinal);
    }

    private static string Reveal(TemporaryFolder folder)
    {
        var log = new AuditLog(Path.Combine(folder.Path, "audit.jsonl"));
        var year = Period.FinancialYear(2022);
        var list = SyntheticPopulation.Generate(new() { People = 300, Years = 1 }).Where(year, p => p.Age > 80).CaseList(year);
        list.Reveal(Purpose.DirectCare("community respiratory service"), log: log);
        list.Export(Path.Combine(folder.Path, "list.csv"), Purpose.TeachingWithSyntheticData("lesson on exports"), log);
        return log.Path;
    }
}
