using Microsoft.CodeAnalysis;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Assistance;

/// <summary>The public types of assemblies by name, imported or not.</summary>
/// <param name="index">The types of the session.</param>
internal sealed class TypeNames(TypeIndex index)
{
    /// <summary>The types outside of some namespaces, as candidates that insert their full names.</summary>
    /// <param name="references">The assemblies.</param>
    /// <param name="imported">The namespaces whose types are in scope.</param>
    /// <param name="typed">What the names have to fit.</param>
    /// <param name="attributesOnly">Whether only names of attributes' classes count.</param>
    public IEnumerable<Candidate> Afar(IEnumerable<MetadataReference> references, IReadOnlySet<string> imported, string typed, bool attributesOnly)
    {
        foreach (var entry in references.SelectMany(reference => index.Of(reference).All))
        {
            if (entry.IsHidden || imported.Contains(entry.Namespace) || NameMatch.Of(entry.Name, typed) > 1) continue;
            if (attributesOnly && !entry.Name.EndsWith(nameof(Attribute), StringComparison.Ordinal)) continue;
            var name = attributesOnly ? CandidateSymbols.AttributeName(entry.Name) : entry.Name;
            yield return new Candidate(name, Kind(entry.Kind)) { Insertion = $"{entry.Namespace}.{name}", Detail = entry.Namespace, Rank = CandidateRank.Afar };
        }
    }

    private static string Kind(TypeKind kind) => kind switch
    {
        TypeKind.Interface => CompletionKinds.Interface,
        TypeKind.Enum => CompletionKinds.Enum,
        TypeKind.Struct => CompletionKinds.Struct,
        TypeKind.Delegate => CompletionKinds.Delegate,
        _ => CompletionKinds.Class,
    };
}
