using System.CommandLine;
using Phm.Ingest;
using Phm.Ingest.Omop;

namespace Phm.Cli;

/// <summary><c>phm data import</c>: reads data in another form and writes native linked data.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Source = new("source") { Description = "Folder with the data." };
    private static readonly Option<string> From = new("--from") { Description = "Form of the data: native (linked CSV, version 1) or omop (OMOP CDM v5.4).", DefaultValueFactory = _ => "native" };
    private static readonly Option<string> Out = new("--out") { Description = "New folder for the native linked data.", Required = true };
    private static readonly Option<string?> QuarantineFolder = new("--quarantine") { Description = "Import the good rows and keep every rejected row, with its reason, in this folder. It then holds patient data." };

    public static Command Create()
    {
        From.AcceptOnlyFromAmong("native", "omop");
        var command = new Command("import",
            """
            Reads a folder of data and writes it as native linked data. Strict: a single bad row, and nothing is imported.

            Examples:
              phm data import --from omop path/to/omop --out my-data
              phm data import extract --out my-data --quarantine rejected
            """)
        { Source, From, Out, QuarantineFolder };
        command.SetAction(result => Run(result.GetValue(Source)!, result.GetValue(From)!, result.GetValue(Out)!, result.GetValue(QuarantineFolder)));
        return command;
    }

    private static int Run(string source, string from, string folder, string? quarantine)
    {
        var options = new ImportOptions { Quarantine = quarantine };
        var data = from == "omop" ? OmopData.Load(source, new OmopOptions { Quarantine = quarantine }) : LinkedData.Load(source, options);
        LinkedData.Save(data.Population, folder);
        QualityReport.PrintFiles(data.Quality);
        QualityReport.Print(data.Quality);
        Console.WriteLine(FormattableString.Invariant($"{data.Population.Count:N0} people imported into '{folder}'."));
        return ExitCode.Success;
    }
}
