using System.Collections.Concurrent;
using Phm.Notebook.CSharp;
using Phm.Notebook.Databases;
using Phm.Notebook.Directives;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Kernels;

/// <summary>The kernels of a session, by name. Databases join while the notebook runs.</summary>
internal sealed class KernelDirectory
{
    /// <summary>Languages of the dialect that a C# notebook engine does not speak.</summary>
    private static readonly string[] Foreign = ["fsharp", "http", "kql", "pwsh", "sql"];

    private readonly CSharpKernel csharp;
    /// <summary>Read while a cell connects a database: a front end asks what a line may start with.</summary>
    private readonly ConcurrentDictionary<string, Kernel> kernels;

    public KernelDirectory(CSharpKernel csharp)
    {
        this.csharp = csharp;
        Kernel[] available =
        [
            csharp, new ShownKernel("markdown", MimeTypes.Markdown), new ShownKernel("html", MimeTypes.Html), new JavaScriptKernel(), new MermaidKernel(), new ValueKernel(),
        ];
        kernels = new ConcurrentDictionary<string, Kernel>(available.Select(kernel => KeyValuePair.Create(kernel.Name, kernel)), StringComparer.Ordinal);
    }

    public IEnumerable<DirectiveUsage> Usages => kernels.Values.Select(kernel => kernel.Usage);

    /// <summary>The kernel of that name, or null.</summary>
    public Kernel? TryFind(string name) => kernels.GetValueOrDefault(name);

    public bool IsKernel(string name) => kernels.ContainsKey(name) || Foreign.Contains(name) || IsDatabase(name);

    public Kernel Find(string name, int line) => kernels.TryGetValue(name, out var kernel) ? kernel
        : throw CellFailedException.Directive(
            IsDatabase(name) ? SqlKernel.NotConnected(name, kernels.Keys)
            : Foreign.Contains(name) ? $"The kernel '{name}' is not available: this engine runs C#, SQL on SQLite databases, HTML, Markdown and Mermaid."
            : $"There is no kernel '{name}' here.", line);

    /// <summary>Adds a kernel, or puts it in the place of one of its name: a notebook's cell may run again.</summary>
    public void Register(Kernel kernel) => kernels[kernel.Name] = kernel;

    /// <summary>Makes a C# variable of a value that a kernel holds.</summary>
    public async Task ShareAsync(string from, string name, string variable, int line, CellRun run)
    {
        var kernel = Find(from, line);
        if (!kernel.TryGetValue(name, out var value)) throw CellFailedException.Directive($"The kernel '{from}' has no value '{name}'.", line);
        if (kernel != csharp) await csharp.DeclareAsync(variable, value, line, run).ConfigureAwait(false);
        else if (variable != name) await csharp.CopyAsync(name, variable, line, run).ConfigureAwait(false);
    }

    private static bool IsDatabase(string name) => name == "sql" || name.StartsWith(SqlKernel.Prefix, StringComparison.Ordinal);
}
