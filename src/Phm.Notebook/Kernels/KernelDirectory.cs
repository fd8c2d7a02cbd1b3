using Phm.Notebook.CSharp;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Kernels;

/// <summary>The kernels of a session, by name.</summary>
internal sealed class KernelDirectory
{
    private readonly Dictionary<string, Kernel> kernels;

    public KernelDirectory(CSharpKernel csharp)
    {
        Kernel[] available = [csharp, new ShownKernel("markdown", MimeTypes.Markdown), new ShownKernel("html", MimeTypes.Html)];
        kernels = available.Concat(LaterKernels.Select(name => new UnavailableKernel(name))).ToDictionary(kernel => kernel.Name, StringComparer.Ordinal);
    }

    /// <summary>Directives that the dialect names and this version refuses.</summary>
    public static IReadOnlyList<string> LaterDirectives { get; } = ["connect", "import", "set", "share"];

    private static readonly string[] LaterKernels = ["fsharp", "javascript", "mermaid", "pwsh", "sql", "value"];

    public IEnumerable<string> Names => kernels.Values.Where(kernel => kernel is not UnavailableKernel).Select(kernel => kernel.Name);

    public bool IsKernel(string name) => kernels.ContainsKey(name) || IsDatabase(name);

    public Kernel Find(string name, int line) => kernels.TryGetValue(name, out var kernel) ? kernel
        : IsDatabase(name) ? new UnavailableKernel(name)
        : throw CellFailedException.Directive($"There is no kernel '{name}' here.", line);

    private static bool IsDatabase(string name) => name.StartsWith("sql-", StringComparison.Ordinal);
}
