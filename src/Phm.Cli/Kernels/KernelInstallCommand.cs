using System.CommandLine;
using System.Runtime.InteropServices;
using Phm.Jupyter.Installation;

namespace Phm.Cli.Kernels;

/// <summary><c>phm kernel install</c>: tells Jupyter of this program.</summary>
internal static class KernelInstallCommand
{
    private static readonly KernelPlace Place = new("Install into the kernels");
    private static readonly Option<string?> Name = new("--name") { Description = $"The kernel's name. Default: {KernelName.Default}, which notebooks in C# ask for, or {KernelName.Second} where another kernel holds that." };
    private static readonly Option<string?> DisplayName = new("--display-name") { Description = "What menus call it." };

    public static Command Create()
    {
        var command = new Command("install",
            """
            Tells Jupyter of this program, so that its notebooks in C# open in JupyterLab, Notebook, VS Code and whatever else starts
            kernels. A kernel that it has installed before is brought up to date; those of others stay as they are.

            Examples:
              phm kernel install
              phm kernel install --prefix ~/venvs/analysis                   for the Jupyter of that environment
              phm kernel install --name phm-next --display-name "C# (next)"  beside another version
            """)
        { Place.Prefix, Place.User, Name, DisplayName };
        command.SetAction(result => Install(Place.Of(result), result.GetValue(Name), result.GetValue(DisplayName)));
        return command;
    }

    private static int Install(string kernels, string? name, string? displayName)
    {
        if (displayName is not null && string.IsNullOrWhiteSpace(displayName)) throw new ArgumentException("--display-name needs a name: menus would show an empty line.");
        var searched = JupyterPaths.Current.Kernels();
        var installed = KernelInstaller.Install(new()
        {
            Kernels = kernels,
            Searched = searched,
            Command = [.. PhmProgram.Command(), KernelCommand.Name, KernelStartCommand.Name],
            Version = PhmProgram.Version,
            Name = name,
            DisplayName = displayName,
            Environment = KernelSurroundings.ToInstall(),
        });
        if (installed.Holder is { } holder)
            Tell($"Another kernel holds the name '{holder.Name}', in '{holder.Folder}'. Notebooks that ask for it open in that one; choose \"{installed.Spec.DisplayName}\" in the menu of kernels.");
        Tell($"{(installed.IsUpdate ? "Brought up to date" : "Installed")}: the kernel '{installed.Spec.Name}', in menus \"{installed.Spec.DisplayName}\", in '{installed.Spec.Folder}'.");
        if (!searched.Contains(kernels, StringComparer.Ordinal)) Tell($"A Jupyter finds it that runs from there, or for which JUPYTER_PATH names '{Path.GetDirectoryName(kernels)}'.");
        if (!PhmProgram.IsCompiledAhead())
            Tell($"This build starts slowly. The fast one: dotnet publish src/Phm.Cli -c Release -r {RuntimeInformation.RuntimeIdentifier}, and then 'kernel install' of the program that this makes.");
        return ExitCode.Success;
    }

    /// <summary>What another's kernel says of itself must not steer the terminal.</summary>
    private static void Tell(string line) => Console.WriteLine(PhmCommand.Printable(line));
}
