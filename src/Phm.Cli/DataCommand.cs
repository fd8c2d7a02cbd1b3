using System.CommandLine;

namespace Phm.Cli;

/// <summary><c>phm data</c>: generate, import, check and export linked data.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data",
        """
        Generates, imports, checks and exports linked data.

        Examples:
          phm data generate --people 50000 --seed 7 --out my-data
          phm data import --from omop path/to/omop --out my-data
          phm data check my-data
          phm data export my-data --to sqlite --out linked.sqlite
        """)
    {
        GenerateCommand.Create(),
        ImportCommand.Create(),
        CheckCommand.Create(),
        ExportDataCommand.Create(),
    };
}
