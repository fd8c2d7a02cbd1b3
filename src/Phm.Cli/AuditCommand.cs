using System.CommandLine;
using System.Globalization;
using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Cli;

/// <summary><c>phm audit</c>: prints the audit log and says whether it is as it was written.</summary>
internal static class AuditCommand
{
    private static readonly Argument<string?> LogFile = new("file")
    {
        Description = $"The log; by default the file that {AuditLog.Variable} names, otherwise phm/audit.jsonl in this account's folder for local application data.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var command = new Command("audit",
            """
            Prints who revealed or exported people's records, when and why, and says whether the log is as it was written. It ends with exit
            code 5 where a line was altered, removed or cut off.

            Examples:
              phm audit
              phm audit /var/log/phm/audit.jsonl
            """)
        { LogFile };
        command.SetAction(result => Print(result.GetValue(LogFile) ?? AuditLog.Default.Path));
        return command;
    }

    private static int Print(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no audit log at '{path}'. Either nothing was ever revealed or exported, or the file was moved or removed.");
        var check = AuditLog.Check(path);
        Console.WriteLine(Table(path, check));
        foreach (var line in check.TornLines) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Line {line}: cut off by a crash while it was written; the chain passes over it."));
        foreach (var found in check.Breaks) Console.WriteLine(found);
        Console.WriteLine(check is { IsWhole: true, Entries.Count: 0 }
            ? "The log has no entry: nothing was noted, or everything was removed. Compare with the newest digest that was kept elsewhere."
            : check.IsWhole ? $"The chain is whole. Newest digest, to be kept elsewhere: {check.LastDigest}"
            : check.Entries.Count == 0 ? "No line is an entry of an audit log: either this is another file, or every line was altered."
            : "THE CHAIN IS BROKEN: the log is not as it was written.");
        return check.IsWhole ? ExitCode.Success : ExitCode.Disclosure;
    }

    private static ResultTable Table(string path, AuditCheck check) => new()
    {
        Title = $"Audit log '{Path.GetFileName(path)}'",
        Columns = [new("When (UTC)"), new("Who"), new("Did"), new("People", ColumnFormat.Count), new("Of"), new("Chosen by"), new("Columns"), new("Purpose"), new("File")],
        Rows = [.. check.Entries.Select(Row)],
    };

    private static TableCell[] Row(AuditEntry entry) =>
    [
        entry.When.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        $"{entry.User} on {entry.Machine}",
        entry.Action == AuditAction.Export ? "exported" : "revealed",
        (double)entry.Rows,
        entry.Population,
        entry.Criterion,
        string.Join(", ", entry.Columns),
        $"{entry.Purpose}: {entry.Why}",
        entry.File ?? "",
    ];
}
