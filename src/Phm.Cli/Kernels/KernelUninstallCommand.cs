using System.CommandLine;
using Phm.Jupyter.Installation;

namespace Phm.Cli.Kernels;

/// <summary><c>phm kernel uninstall</c>: removes what <c>phm kernel install</c> has written.</summary>
internal static class KernelUninstallCommand
{
    private static readonly KernelPlace Place = new("Remove from the kernels");
    private static readonly Option<string?> Name = new("--name") { Description = $"The kernel's name. Default: {KernelName.Default} or {KernelName.Second}, whichever of them is ours." };

    public static Command Create()
    {
        var command = new Command("uninstall",
            """
            Removes what 'phm kernel install' has written, and nothing else. The program itself stays.

            Examples:
              phm kernel uninstall
              phm kernel uninstall --prefix ~/venvs/analysis
              phm kernel uninstall --name phm-next
            """)
        { Place.Prefix, Place.User, Name };
        command.SetAction(result => Uninstall(Place.Of(result), result.GetValue(Name)));
        return command;
    }

    private static int Uninstall(string kernels, string? name)
    {
        var removed = KernelInstaller.Uninstall(kernels, name ?? OwnName(kernels));
        Console.WriteLine(PhmCommand.Printable($"Removed: the kernel '{removed.Name}' in '{removed.Folder}'."));
        if (Directory.Exists(removed.Folder)) Console.WriteLine("The folder stays, because it holds files that phm did not write.");
        return ExitCode.Success;
    }

    private static string OwnName(string kernels)
    {
        var own = KernelSpecs.In([kernels]).Where(spec => spec.IsOwn).Select(spec => spec.Name).ToArray();
        return own.FirstOrDefault(name => name is KernelName.Default or KernelName.Second)
            ?? throw new KernelSpecException($"There is nothing to remove: no kernel in '{kernels}' was installed by phm under a name of its own choice.{(own.Length > 0 ? $" Under a name that was asked for: {string.Join(", ", own)}; remove it with --name." : "")}");
    }
}
