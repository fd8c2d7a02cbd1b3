using Microsoft.CodeAnalysis;

namespace Phm.Notebook.Assistance;

/// <summary>What a name stands for.</summary>
/// <param name="Name">The name in full, without type parameters.</param>
/// <param name="Symbols">What has it: a type, a variable, a member with its overloads.</param>
internal sealed record FoundName(string Name, IReadOnlyList<ISymbol> Symbols)
{
    /// <summary>The name without what it belongs to.</summary>
    public string Last => Symbols[0].Name;
}
