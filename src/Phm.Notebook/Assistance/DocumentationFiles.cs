using System.Security;
using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Assistance;

/// <summary>
/// Finds documentation: of a cell's own code in the cell, of a library in the XML file beside it, of the framework in the reference
/// pack of the SDK, where the machine has one. Files are searched when they are asked for, and only what is found is parsed.
/// </summary>
internal sealed class DocumentationFiles
{
    private const long LongestFile = 64_000_000;
    private const int LongestComment = 200_000;
    private const int MostKept = 2_000;
    private const int LongestInheritance = 6;

    /// <summary>Documents most of what lies in the core library.</summary>
    private const string Core = "System.Runtime.xml";

    private readonly Dictionary<(string File, string Id), XElement?> kept = [];
    private readonly Lazy<IReadOnlyList<string>> framework = new(FindFramework);
    private readonly WeakReference<byte[]> lastBytes = new([]);
    private string lastFile = "";

    /// <summary>The documentation of a symbol, or what it inherits.</summary>
    /// <param name="symbol">A type or member.</param>
    /// <param name="references">The references of the session.</param>
    public Documentation Find(ISymbol symbol, IReadOnlyList<MetadataReference> references) => Find(symbol, references, LongestInheritance);

    private Documentation Find(ISymbol symbol, IReadOnlyList<MetadataReference> references, int left)
    {
        var comment = Comment(symbol.OriginalDefinition, references);
        if (left > 0 && (comment is null || comment.Descendants("inheritdoc").Any()) && Origin(symbol, comment) is { } origin && !SymbolEqualityComparer.Default.Equals(origin, symbol))
        {
            var inherited = Find(origin, references, left - 1);
            return comment is null ? inherited : Merge(DocumentationReader.Read(comment), inherited);
        }
        return comment is null ? Documentation.None : DocumentationReader.Read(comment);
    }

    private static Documentation Merge(Documentation own, Documentation inherited) => new()
    {
        Summary = own.Summary.Count > 0 ? own.Summary : inherited.Summary,
        TypeParameters = own.TypeParameters.Count > 0 ? own.TypeParameters : inherited.TypeParameters,
        Parameters = own.Parameters.Count > 0 ? own.Parameters : inherited.Parameters,
        Returns = own.Returns.Count > 0 ? own.Returns : inherited.Returns,
        Value = own.Value.Count > 0 ? own.Value : inherited.Value,
        Exceptions = own.Exceptions.Count > 0 ? own.Exceptions : inherited.Exceptions,
        Remarks = own.Remarks.Count > 0 ? own.Remarks : inherited.Remarks,
        Example = own.Example.Count > 0 ? own.Example : inherited.Example,
    };

    /// <summary>What a member overrides or implements, or a type derives from.</summary>
    private static ISymbol? Origin(ISymbol symbol, XElement? comment) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        INamedTypeSymbol type => comment is null ? null : type.BaseType is { SpecialType: SpecialType.None } parent ? parent : type.Interfaces.FirstOrDefault(),
        IMethodSymbol or IPropertySymbol or IEventSymbol => symbol.ContainingType?.AllInterfaces.SelectMany(found => found.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)),
        _ => null,
    };

    private XElement? Comment(ISymbol symbol, IReadOnlyList<MetadataReference> references)
    {
        if (symbol.DeclaringSyntaxReferences.Length > 0 || symbol.Locations.Any(place => place.IsInSource))
            return symbol.GetDocumentationCommentXml() is { Length: > 0 and < LongestComment } written ? DocumentationReader.Parse(written) : null;
        if (symbol.ContainingAssembly?.Name is not { } assembly || symbol.GetDocumentationCommentId() is not { } id) return null;
        return Files(assembly, references).Select(file => Kept(file, id)).FirstOrDefault(found => found is not null);
    }

    private IEnumerable<string> Files(string assembly, IReadOnlyList<MetadataReference> references)
    {
        if (FrameworkReferences.IsFramework(assembly))
            return framework.Value.OrderBy(file => Path.GetFileName(file) is var name && name == assembly + ".xml" ? 0 : name == Core ? 1 : 2);
        var path = references.OfType<PortableExecutableReference>().Select(reference => reference.FilePath ?? reference.Display)
            .FirstOrDefault(file => string.Equals(Path.GetFileNameWithoutExtension(file), assembly, StringComparison.OrdinalIgnoreCase));
        return path is null ? [] : [Path.ChangeExtension(path, ".xml")];
    }

    private XElement? Kept(string file, string id)
    {
        if (kept.TryGetValue((file, id), out var known)) return known;
        if (kept.Count >= MostKept) kept.Clear();
        return kept[(file, id)] = Search(file, id);
    }

    /// <summary>Looks for the one member in the bytes of the file: the files of the framework are too large to be parsed for it.</summary>
    private XElement? Search(string file, string id)
    {
        try
        {
            var bytes = Bytes(file).AsSpan();
            var start = bytes.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{SecurityElement.Escape(id)}\""));
            if (start < 0) return null;
            var rest = bytes[start..];
            var end = rest.IndexOf("</member>"u8);
            return end is < 0 or > LongestComment ? null : DocumentationReader.Parse(Encoding.UTF8.GetString(rest[..(end + "</member>".Length)]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The file that is searched for one member is soon searched for the next.</summary>
    private byte[] Bytes(string file)
    {
        if (lastFile == file && lastBytes.TryGetTarget(out var bytes)) return bytes;
        bytes = new FileInfo(file) is { Exists: true, Length: > 0 and < LongestFile } ? File.ReadAllBytes(file) : [];
        lastFile = file;
        lastBytes.SetTarget(bytes);
        return bytes;
    }

    /// <summary>The documentation of the reference pack of the newest patch, if there is one beside the running framework.</summary>
    private static IReadOnlyList<string> FindFramework()
    {
        try
        {
            var root = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
            var versions = new DirectoryInfo(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"));
            if (!versions.Exists) return [];
            var folder = versions.EnumerateDirectories().Select(version => new DirectoryInfo(Path.Combine(version.FullName, "ref", $"net{Environment.Version.Major}.0")))
                .Where(found => found.Exists).OrderByDescending(found => Version.TryParse(found.Parent!.Parent!.Name, out var version) ? version : new Version()).FirstOrDefault();
            return folder is null ? [] : [.. folder.EnumerateFiles("*.xml").Select(file => file.FullName).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
