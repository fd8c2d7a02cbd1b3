using System.CommandLine;
using Phm.Ingest;
using Phm.Populations;

namespace Phm.Cli;

/// <summary><c>phm data check</c>: reports how good linked data are.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> Folder = new("folder") { Description = "Folder with native linked data." };
    private static readonly Option<string?> From = new("--from") { Description = "First day that the data should cover, as YYYY-MM-DD." };
    private static readonly Option<string?> To = new("--to") { Description = "Last day that the data should cover, as YYYY-MM-DD." };

    public static Command Create()
    {
        var command = new Command("check",
            """
            Reads linked data without writing anything, and reports rows read, kept and rejected, completeness, and what looks wrong.

            Examples:
              phm data check data-samples/kent-10k
              phm data check my-data --from 2022-04-01 --to 2025-03-31
            """)
        { Folder, From, To };
        command.SetAction(result =>
        {
            var period = PeriodOf(result.GetValue(From), result.GetValue(To));
            QualityReport.Print(LinkedData.Load(result.GetValue(Folder)!, new ImportOptions { Period = period }).Quality);
            return ExitCode.Success;
        });
        return command;
    }

    private static Period? PeriodOf(string? from, string? to)
    {
        if (from is null && to is null) return null;
        if (from is null || to is null) throw new ArgumentException("Say both --from and --to, or neither.");
        try
        {
            return Period.Between(from, to);
        }
        catch (FormatException)
        {
            throw new ArgumentException("--from and --to are dates as YYYY-MM-DD, such as 2022-04-01.");
        }
    }
}
