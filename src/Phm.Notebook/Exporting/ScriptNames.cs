using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Exporting;

/// <summary>
/// The names of a script. A notebook may declare a name again in a later cell, and may use a variable's name for another one inside a
/// loop; the statements of a script are one method, in which a name is declared once. Later ones are numbered, and everything that
/// means them follows, as the compiler binds it.
/// </summary>
internal sealed class ScriptNames
{
    private readonly string notebook;
    private readonly HashSet<string> taken;
    private readonly Dictionary<ISymbol, string> renamed = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, int> cellOf = new(SymbolEqualityComparer.Default);

    public ScriptNames(IReadOnlyList<ScriptPart> parts, string notebook)
    {
        this.notebook = notebook;
        taken = [.. parts.SelectMany(part => part.Root.DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)];
        // 'args' is the script's own.
        var declared = new HashSet<string>(StringComparer.Ordinal) { "args" };
        var types = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            foreach (var symbol in TopLevel(part))
            {
                cellOf[symbol] = part.Cell;
                if (symbol is INamedTypeSymbol) RequireOnce(symbol, part.Cell, types);
                else if (!declared.Add(symbol.Name)) renamed[symbol] = Unique(symbol.Name);
            }
        }
        foreach (var part in parts)
            foreach (var symbol in Nested(part).Where(symbol => declared.Contains(symbol.Name))) renamed[symbol] = Unique(symbol.Name);
        foreach (var part in parts) RequireInReach(parts, part);
    }

    /// <summary>A name that nothing in the notebook has: this one if it is free, else numbered.</summary>
    public string Free(string name) => taken.Contains(name) ? Unique(name) : name;

    private string Unique(string name)
    {
        for (var n = 2; ; n++)
            if (taken.Add(FormattableString.Invariant($"{name}_{n}"))) return FormattableString.Invariant($"{name}_{n}");
    }

    /// <summary>The new names in a part, each where the old one stands.</summary>
    public IEnumerable<CodeEdit> Edits(ScriptPart part)
    {
        foreach (var node in part.Root.DescendantNodes())
        {
            if (part.Model.GetDeclaredSymbol(node) is { } declared && renamed.TryGetValue(declared, out var name) && Identifier(node) is { } token)
                yield return new CodeEdit(token.SpanStart, token.Span.Length, name);
            else if (node is SimpleNameSyntax used && Meaning(part, used) is { } symbol && renamed.TryGetValue(symbol, out var other))
            {
                // A property or an element that takes its name from the variable keeps its own.
                if (node.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null }) yield return new CodeEdit(used.SpanStart, 0, $"{symbol.Name} = ");
                if (node.Parent is ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax }) yield return new CodeEdit(used.SpanStart, 0, $"{symbol.Name}: ");
                yield return new CodeEdit(used.Identifier.SpanStart, used.Identifier.Span.Length, other);
            }
        }
    }

    private static ISymbol? Meaning(ScriptPart part, SimpleNameSyntax name)
    {
        var info = part.Model.GetSymbolInfo(name);
        return (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())?.OriginalDefinition;
    }

    private static SyntaxToken? Identifier(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax designation => designation.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        CatchDeclarationSyntax caught => caught.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        FromClauseSyntax from => from.Identifier,
        LetClauseSyntax let => let.Identifier,
        JoinClauseSyntax join => join.Identifier,
        JoinIntoClauseSyntax into => into.Identifier,
        QueryContinuationSyntax continuation => continuation.Identifier,
        _ => null,
    };

    /// <summary>What later cells see: variables, methods, types.</summary>
    private static IEnumerable<ISymbol> TopLevel(ScriptPart part) => part.Root.DescendantNodes()
        .Where(node => Identifier(node) is not null || node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
        .Select(node => part.Model.GetDeclaredSymbol(node)).OfType<ISymbol>()
        .Where(symbol => symbol.ContainingType is { IsScriptClass: true } && symbol is IFieldSymbol or INamedTypeSymbol { ContainingType.IsScriptClass: true } or IMethodSymbol { ContainingType.IsScriptClass: true });

    /// <summary>Variables inside the statements of a cell. Those of lambdas and methods may hide others in a script too, those of queries may not.</summary>
    private static IEnumerable<ISymbol> Nested(ScriptPart part) => part.Root.DescendantNodes()
        .Where(node => Identifier(node) is not null)
        .Select(node => (Node: node, Symbol: part.Model.GetDeclaredSymbol(node)))
        .Where(at => at.Symbol is IRangeVariableSymbol || (at.Symbol is ILocalSymbol && !at.Node.Ancestors().Any(IsFunction)))
        .Select(at => at.Symbol!);

    public static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or AccessorDeclarationSyntax;

    private void RequireOnce(ISymbol type, int cell, Dictionary<string, int> types)
    {
        if (!types.TryAdd(type.Name, cell))
            throw ScriptReader.Refuse(notebook, cell, $"the type '{type.Name}' is declared in cell {types[type.Name]} already, and a script has each type once. Rename one of them.");
    }

    /// <summary>A cell that may fail becomes a block of its own, whose variables end with it.</summary>
    private void RequireInReach(IReadOnlyList<ScriptPart> parts, ScriptPart part)
    {
        var failing = parts.Where(other => other.MayFail && other.Cell != part.Cell).Select(other => other.Cell).ToHashSet();
        if (failing.Count == 0) return;
        foreach (var name in part.Root.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (Meaning(part, name) is { } symbol && symbol is not INamedTypeSymbol && cellOf.TryGetValue(symbol, out var cell) && failing.Contains(cell))
                throw ScriptReader.Refuse(notebook, part.Cell, $"'{symbol.Name}' is declared in cell {cell}, which may fail (raises-exception), so a script cannot count on it. Declare it in a cell of its own.");
        }
    }
}
