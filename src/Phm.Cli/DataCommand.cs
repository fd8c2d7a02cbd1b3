using System.CommandLine;

namespace Phm.Cli;

/// <summary><c>phm data</c>: generate, import and check linked data.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data",
        """
        Generates, imports and checks linked data.

        Examples:
          phm data generate --people 50000 --seed 7 --out my-data
          phm data import --from omop path/to/omop --out my-data
          phm data check my-data
        """)
    {
        GenerateCommand.Create(),
        ImportCommand.Create(),
        CheckCommand.Create(),
    };
}
