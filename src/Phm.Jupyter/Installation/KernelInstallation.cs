namespace Phm.Jupyter.Installation;

/// <summary>What is to be installed, and where.</summary>
public sealed record KernelInstallation
{
    /// <summary>The folder of kernels that gets it, <c>kernels</c> below one of Jupyter's folders.</summary>
    public required string Kernels { get; init; }

    /// <summary>The other folders in which Jupyter looks, where a name may be taken.</summary>
    public IReadOnlyList<string> Searched { get; init; } = [];

    /// <summary>The program and its arguments, to which the path of the connection file is added.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The version that installs it.</summary>
    public required string Version { get; init; }

    /// <summary>The name; null for <see cref="KernelName.Default"/>, or <see cref="KernelName.Second"/> where another kernel holds that.</summary>
    public string? Name { get; init; }

    /// <summary>What menus call it; null for a name that tells it apart from other kernels for C#.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What is added to the kernel's environment. By default nothing.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
