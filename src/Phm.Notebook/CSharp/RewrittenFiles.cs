using System.Text;
using Microsoft.CodeAnalysis;

namespace Phm.Notebook.CSharp;

/// <summary>The files of <c>#load</c> with the engine's additions; their names and places are those of the files as written.</summary>
internal sealed class RewrittenFiles(SourceReferenceResolver files, IReadOnlyDictionary<string, string> codes) : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => files.NormalizePath(path, baseFilePath);

    public override string? ResolveReference(string path, string? baseFilePath) => files.ResolveReference(path, baseFilePath);

    public override Stream OpenRead(string resolvedPath) =>
        codes.TryGetValue(resolvedPath, out var code) ? new MemoryStream(Encoding.UTF8.GetBytes(code)) : files.OpenRead(resolvedPath);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => files.GetHashCode();
}
