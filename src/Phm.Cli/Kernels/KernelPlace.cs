using System.CommandLine;
using Phm.Jupyter.Installation;

namespace Phm.Cli.Kernels;

/// <summary>The options by which a verb says which folder of kernels it means.</summary>
internal sealed class KernelPlace
{
    public KernelPlace(string what)
    {
        Prefix = new("--prefix") { Description = $"{what} below this folder, DIR/share/jupyter/kernels: an environment of Python, or /usr/local for every account.", HelpName = "DIR" };
        User = new("--user") { Description = $"{what} of this account. This is the default." };
    }

    public Option<string?> Prefix { get; }

    public Option<bool> User { get; }

    /// <summary>The folder of kernels that is meant.</summary>
    /// <exception cref="ArgumentException">Both places are asked for, or a prefix without a name.</exception>
    public string Of(ParseResult result)
    {
        if (result.GetValue(Prefix) is not { } prefix) return JupyterPaths.Current.UserKernels;
        if (result.GetValue(User)) throw new ArgumentException("--user and --prefix name two places. Choose one of them.");
        return KernelsBelow(prefix);
    }

    /// <summary>The folders in which Jupyter looks: that below a prefix first, where one is given.</summary>
    public static IReadOnlyList<string> Searched(string? prefix) => prefix is null ? JupyterPaths.Current.Kernels() : [.. JupyterPaths.Current.Kernels().Prepend(KernelsBelow(prefix)).Distinct(StringComparer.Ordinal)];

    private static string KernelsBelow(string prefix) => prefix.Length > 0 ? JupyterPaths.KernelsBelow(prefix) : throw new ArgumentException("--prefix needs the name of a folder.");
}
