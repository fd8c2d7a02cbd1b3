using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Phm.Jupyter.Installation;

namespace Phm.Jupyter.Checking;

/// <summary>The command line and the environment that Jupyter would make of a kernelspec.</summary>
internal static partial class KernelStart
{
    private const string Parent = "JPY_PARENT_PID";

    /// <summary>What starts the kernel for a connection file.</summary>
    public static ProcessStartInfo StartInfo(KernelSpec spec, string connectionFile)
    {
        var command = spec.Arguments.Select(argument => argument
            .Replace(KernelPlaces.ConnectionFile, connectionFile, StringComparison.Ordinal)
            .Replace(KernelPlaces.ResourceFolder, spec.Folder, StringComparison.Ordinal)).ToArray();
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in command.Skip(1)) start.ArgumentList.Add(argument);
        foreach (var (name, value) in spec.Environment) start.Environment[name] = Substitute(value, Environment.GetEnvironmentVariable);
        // On Windows it is a handle: none is handed over from here, and that of a Jupyter around this process means nothing to the kernel.
        if (OperatingSystem.IsWindows()) start.Environment.Remove(Parent);
        else start.Environment[Parent] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        return start;
    }

    /// <summary>Puts values in place of <c>$NAME</c> and <c>${NAME}</c>, and one sign for two. A name without a value stays as it is.</summary>
    internal static string Substitute(string text, Func<string, string?> variable) =>
        Place().Replace(text, match => match.Value == "$$" ? "$" : variable(match.Groups["name"].Value) ?? match.Value);

    [GeneratedRegex(@"\$(?:\$|(?<name>[A-Za-z_][A-Za-z0-9_]*)|\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\})", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
