using System.CommandLine;
using Phm.Jupyter.Installation;
using Phm.Presentation;

namespace Phm.Cli.Kernels;

/// <summary><c>phm kernel list</c>: the kernels that Jupyter finds.</summary>
internal static class KernelListCommand
{
    private static readonly Option<string?> Prefix = new("--prefix") { Description = "Look below this folder first, in DIR/share/jupyter/kernels.", HelpName = "DIR" };

    public static Command Create()
    {
        var command = new Command("list",
            """
            Lists the kernels that Jupyter finds on this machine, in the order in which it looks: their names, whose they are, and whether
            their programs are still there.

            Examples:
              phm kernel list
              phm kernel list --prefix ~/venvs/analysis
            """)
        { Prefix };
        command.SetAction(result => List(KernelPlace.Searched(result.GetValue(Prefix))));
        return command;
    }

    private static int List(IReadOnlyList<string> folders)
    {
        var specs = KernelSpecs.In(folders);
        if (specs.Count == 0)
        {
            Console.WriteLine(PhmCommand.Printable($"There is no kernel in any of these folders:\n{string.Join('\n', folders.Select(folder => "  " + folder))}"));
            return ExitCode.Success;
        }
        var first = specs.DistinctBy(spec => spec.Name).ToHashSet();
        var table = new ResultTable
        {
            Title = "Kernels",
            Columns = [new("Name"), new("In menus"), new("Installed by"), new("Program"), new("Folder")],
            Rows = [.. specs.Select(spec => Row(spec, first.Contains(spec)))],
        };
        Console.WriteLine(PhmCommand.Printable(table.ToString()!));
        return ExitCode.Success;
    }

    private static TableCell[] Row(KernelSpec spec, bool counts) =>
    [
        counts ? spec.Name : $"{spec.Name} (hidden by the one above)",
        spec.DisplayName,
        spec.PhmVersion is { } version ? $"phm {version}" : "another",
        spec.Problem ?? (spec.MissingProgram() is { } missing ? $"is no longer there: {missing}" : "is there"),
        spec.Folder,
    ];
}
