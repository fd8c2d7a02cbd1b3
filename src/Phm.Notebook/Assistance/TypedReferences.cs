using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Phm.Notebook.CSharp;
using Phm.Notebook.Packages;

namespace Phm.Notebook.Assistance;

/// <summary>
/// The assemblies that a cell names by <c>#r</c> before it has run. They are read for their names alone, never loaded, and the
/// session does not learn of them.
/// </summary>
internal sealed class TypedReferences(string directory)
{
    private const string Package = "nuget:";
    private const string Ending = ".dll";
    private const int MostAssemblies = 200;

    /// <summary>What was read before, so that the compiler reads an assembly once and not with each key.</summary>
    private readonly Dictionary<(string Path, DateTime Written), (AssemblyFile File, MetadataReference Reference)?> read = [];

    /// <summary>Takes the lines out of a cell and reads what they name.</summary>
    /// <param name="code">The cell; the lines become blank.</param>
    /// <param name="known">What the session references already.</param>
    public (string Code, IReadOnlyList<MetadataReference> Added) Read(string code, IReadOnlyList<MetadataReference> known)
    {
        if (!code.Contains("#r", StringComparison.Ordinal) && !code.Contains("#i", StringComparison.Ordinal)) return (code, []);
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(code, Submission.ParseOptions).GetRoot();
        var names = known.OfType<PortableExecutableReference>().Select(reference => Path.GetFileNameWithoutExtension(reference.FilePath ?? reference.Display) ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var added = new List<MetadataReference>();
        var text = code.ToCharArray();
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (!directive.IsActive || directive is not (ReferenceDirectiveTriviaSyntax or BadDirectiveTriviaSyntax)) continue;
            if (directive is ReferenceDirectiveTriviaSyntax { File.IsMissing: false } line) foreach (var path in Find(line.File.ValueText)) Add(path, names, added);
            for (var i = directive.SpanStart; i < directive.Span.End; i++) if (text[i] != '\n') text[i] = ' ';
        }
        return (new string(text), added);
    }

    private List<string> Find(string reference)
    {
        try
        {
            if (reference.StartsWith(Package, StringComparison.OrdinalIgnoreCase)) return FindPackage(reference[Package.Length..]);
            if (FilePaths.IsRemote(reference)) return [];
            var path = Path.GetFullPath(reference, directory);
            if (File.Exists(path)) return [path];
            var name = reference.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? reference[..^Ending.Length] : reference;
            return FrameworkReferences.Trusted.TryGetValue(name, out var trusted) ? [trusted] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or PackageException)
        {
            return [];
        }
    }

    private static List<string> FindPackage(string package)
    {
        var parts = package.Split(',', 2, StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || PackageVersion.TryParse(parts[1]) is not { } version) return [];
        return [.. PackageFolder.OfUser().Find(parts[0], version).SelectMany(restored => restored.Assemblies)];
    }

    private void Add(string path, HashSet<string> names, List<MetadataReference> added)
    {
        if (added.Count == MostAssemblies || Read(path) is not { } found || !names.Add(found.File.Name)) return;
        added.Add(found.Reference);
        foreach (var name in found.File.References)
            if (!FrameworkReferences.IsFramework(name)) Add(Path.Combine(Path.GetDirectoryName(path)!, name + Ending), names, added);
    }

    private (AssemblyFile File, MetadataReference Reference)? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file is not { Exists: true, Length: > 0 }) return null;
            if (read.TryGetValue((path, file.LastWriteTimeUtc), out var known)) return known;
            if (read.Count > MostAssemblies) read.Clear();
            var assembly = AssemblyFile.TryRead(path);
            return read[(path, file.LastWriteTimeUtc)] = assembly is null ? null : (assembly, MetadataReference.CreateFromFile(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
