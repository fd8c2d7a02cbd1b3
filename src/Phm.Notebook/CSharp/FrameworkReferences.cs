using System.Reflection;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Phm.Notebook.Interactive;

namespace Phm.Notebook.CSharp;

/// <summary>
/// What cells see of the framework without asking: a chosen list, so that a notebook does not come to rest on assemblies that
/// another engine or a later framework lacks. Read once a process; references never change.
/// </summary>
internal static class FrameworkReferences
{
    private static readonly string[] Names =
    [
        "System.Private.CoreLib", "System.Private.Uri", "System.Private.Xml", "System.Private.Xml.Linq", "System.Runtime", "mscorlib",
        "netstandard", "System", "System.Core", "Microsoft.CSharp", "System.Collections", "System.Collections.Concurrent",
        "System.Collections.Immutable", "System.Collections.NonGeneric", "System.Collections.Specialized", "System.ComponentModel",
        "System.ComponentModel.EventBasedAsync", "System.ComponentModel.Primitives", "System.ComponentModel.TypeConverter",
        "System.Console", "System.Data", "System.Data.Common", "System.Diagnostics.Debug", "System.Diagnostics.DiagnosticSource",
        "System.Diagnostics.Process", "System.Diagnostics.StackTrace", "System.Diagnostics.TraceSource", "System.Diagnostics.Tools",
        "System.Diagnostics.Tracing", "System.Drawing.Primitives", "System.Dynamic.Runtime", "System.Globalization", "System.IO",
        "System.IO.Compression", "System.IO.Compression.ZipFile", "System.IO.FileSystem", "System.IO.MemoryMappedFiles",
        "System.IO.Pipelines", "System.Linq", "System.Linq.AsyncEnumerable", "System.Linq.Expressions", "System.Linq.Parallel",
        "System.Linq.Queryable", "System.Memory", "System.Net.Http", "System.Net.Http.Json", "System.Net.Primitives",
        "System.Net.Requests", "System.Net.WebClient", "System.Net.Security", "System.Net.Sockets", "System.Numerics",
        "System.Numerics.Vectors", "System.ObjectModel", "System.Reflection", "System.Reflection.Emit",
        "System.Reflection.Emit.ILGeneration", "System.Reflection.Emit.Lightweight", "System.Reflection.Extensions",
        "System.Reflection.Metadata", "System.Reflection.Primitives", "System.Reflection.TypeExtensions",
        "System.Resources.ResourceManager", "System.Runtime.Extensions", "System.Runtime.InteropServices",
        "System.Runtime.InteropServices.RuntimeInformation", "System.Runtime.Intrinsics", "System.Runtime.Loader",
        "System.Runtime.Numerics", "System.Runtime.Serialization.Primitives", "System.Security.Cryptography",
        "System.Security.Principal", "System.Text.Encoding", "System.Text.Encoding.CodePages", "System.Text.Encoding.Extensions",
        "System.Text.Encodings.Web", "System.Text.Json", "System.Text.RegularExpressions", "System.Threading",
        "System.Threading.Channels", "System.Threading.Overlapped", "System.Threading.Tasks", "System.Threading.Tasks.Dataflow",
        "System.Threading.Tasks.Extensions", "System.Threading.Tasks.Parallel", "System.Threading.Thread",
        "System.Threading.ThreadPool", "System.Threading.Timer", "System.ValueTuple", "System.Web.HttpUtility",
        "System.Xml.Linq", "System.Xml.ReaderWriter", "System.Xml.XDocument", "System.Xml.XmlDocument", "System.Xml.XmlSerializer",
        "System.Xml.XPath", "System.Xml.XPath.XDocument",
    ];

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(Read);

    public static IReadOnlyList<MetadataReference> All => References.Value;

    /// <summary>The assemblies of the framework and of the program, by simple name.</summary>
    public static IReadOnlyDictionary<string, string> Trusted { get; } = ReadTrusted();

    /// <summary>Whether cells see the assembly of that file without asking.</summary>
    public static bool Has(string path) => All.Any(reference => reference.Display == path);

    public static bool IsFramework(string name) =>
        Trusted.TryGetValue(name, out var path) && Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location);

    private static List<MetadataReference> Read()
    {
        var references = new List<MetadataReference>(Names.Length + 1);
        foreach (var name in Names)
        {
            if (Trusted.TryGetValue(name, out var path)) references.Add(OfFile(path));
            else if (name is "System.Private.CoreLib") references.Add(OfLoaded(typeof(object).Assembly));
        }
        references.Add(OfLoaded(typeof(CellHelpers).Assembly));
        return references;
    }

    /// <summary>
    /// A reference that shows its path but has none: the compiler would write what it knows of the file into the symbols of every
    /// cell. Nor does it need the code in there.
    /// </summary>
    private static PortableExecutableReference OfFile(string path)
    {
        using var file = File.OpenRead(path);
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromStream(file, PEStreamOptions.PrefetchMetadata)).GetReference(display: path);
    }

    /// <summary>An assembly of a single-file program has no file of its own, only its image in memory.</summary>
    private static unsafe PortableExecutableReference OfLoaded(Assembly assembly)
    {
        if (Trusted.TryGetValue(assembly.GetName().Name!, out var path)) return OfFile(path);
        return System.Reflection.Metadata.AssemblyExtensions.TryGetRawMetadata(assembly, out var start, out var length)
            ? AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)start, length)).GetReference()
            : throw new NotebookException($"The compiler cannot read the assembly {assembly.GetName().Name}.");
    }

    private static Dictionary<string, string> ReadTrusted()
    {
        var paths = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var trusted = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths) trusted.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        return trusted;
    }
}
