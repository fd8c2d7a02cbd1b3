using System.CommandLine;
using Phm.Ingest;

namespace Phm.Cli;

/// <summary><c>phm data export</c>: writes linked data in a form for other tools.</summary>
internal static class ExportDataCommand
{
    private static readonly Argument<string> Folder = new("folder") { Description = "Folder with native linked data." };
    private static readonly Option<string> To = new("--to") { Description = "Form of the data: sqlite (one database file).", DefaultValueFactory = _ => "sqlite" };
    private static readonly Option<string> Out = new("--out") { Description = "The file to write. It then holds a row for every person.", Required = true };

    public static Command Create()
    {
        To.AcceptOnlyFromAmong("sqlite");
        var command = new Command("export",
            """
            Writes linked data as a SQLite database with the tables and columns of the data dictionary. The file holds a row for every person:
            keep it where the data may be.

            Examples:
              phm data export data-samples/kent-10k --to sqlite --out linked.sqlite
            """)
        { Folder, To, Out };
        command.SetAction(result => Run(result.GetValue(Folder)!, result.GetValue(Out)!));
        return command;
    }

    private static int Run(string folder, string file)
    {
        var population = LinkedData.Load(folder).Population;
        LinkedDatabase.Save(population, file);
        Console.WriteLine(FormattableString.Invariant($"{population.Count:N0} people with their records in '{file}', a row for every person: keep it where the data may be."));
        return ExitCode.Success;
    }
}
