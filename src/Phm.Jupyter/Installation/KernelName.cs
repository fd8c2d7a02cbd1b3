using System.Text.RegularExpressions;

namespace Phm.Jupyter.Installation;

/// <summary>The name of a kernelspec, which is its folder's name and what a notebook asks for. Jupyter takes no notice of case.</summary>
public static partial class KernelName
{
    /// <summary>The name that notebooks in C# ask for.</summary>
    public const string Default = ".net-csharp";

    /// <summary>The name where another kernel holds <see cref="Default"/>.</summary>
    public const string Second = "phm-csharp";

    private const int Longest = 100;

    /// <summary>A name as Jupyter keeps it: in lower case.</summary>
    /// <exception cref="ArgumentException">Jupyter would not take it, or it is no name of a folder.</exception>
    public static string Check(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length <= Longest && Pattern().IsMatch(name) && name.Trim('.').Length > 0) return name.ToLowerInvariant();
        throw new ArgumentException($"A kernel's name is made of the letters a to z, digits, '.', '-' and '_', and has at most {Longest} of them. '{Shown(name)}' is none.");
    }

    /// <summary>Whether Jupyter takes a name.</summary>
    public static bool IsValid(string name) => Pattern().IsMatch(name);

    private static string Shown(string name) => name.Length <= Longest ? name : name[..Longest] + "…";

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
