using System.CommandLine;

namespace Phm.Cli.Kernels;

/// <summary><c>phm kernel</c>: installs, lists, checks, removes and starts kernels of Jupyter.</summary>
internal static class KernelCommand
{
    public const string Name = "kernel";

    public static Command Create() => new(Name,
        """
        Makes notebooks open in Jupyter: installs, lists, checks and removes its kernel for C#.

        Examples:
          phm kernel install                           for this account
          phm kernel list                              every kernel that Jupyter finds here, and whose it is
          phm kernel check                             start the installed kernel as Jupyter would, and report
          phm kernel uninstall
        """)
    {
        KernelInstallCommand.Create(),
        KernelListCommand.Create(),
        KernelUninstallCommand.Create(),
        KernelCheckCommand.Create(),
        KernelStartCommand.Create(),
    };
}
