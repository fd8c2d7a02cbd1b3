using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Phm.Notebook.Interactive;

namespace Phm.Notebook.CSharp;

/// <summary>
/// What the author of a cell may do about an error of the compiler: a namespace to import, a name that was perhaps meant. Worked out
/// only for a cell that does not compile.
/// </summary>
internal sealed class CompilerHints(CSharpCompilation compilation, TypeIndex index, IReadOnlyList<MetadataReference> references)
{
    private const int MostCandidates = 3;
    private const int LongestValue = 40;

    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private readonly Lazy<bool> isReadable = new(() => !compilation.SyntaxTrees.SelectMany(tree => tree.GetDiagnostics()).Any(found => found.Severity == DiagnosticSeverity.Error));

    /// <summary>The hint for an error, or null where there is none or it was given already.</summary>
    public string? For(Diagnostic error)
    {
        if (error.Location.SourceTree is not { } tree || !compilation.ContainsSyntaxTree(tree)) return null;
        var node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var hint = IsBareHelp(node) ? "help() shows what there is to ask for" : error.Id switch
        {
            "CS0103" or "CS0246" => NameOf(node) is { } name ? ForName(name, compilation.GetSemanticModel(tree)) : null,
            "CS0234" => NameOf(node) is { } name ? ForNameIn(name, compilation.GetSemanticModel(tree)) : null,
            "CS0117" or "CS1061" => NameOf(node) is { } name ? ForMember(name, compilation.GetSemanticModel(tree)) : null,
            "CS0019" or "CS0023" => OtherLanguages.ForArrow(node) ?? ValueHints.ForComparison(node, compilation.GetSemanticModel(tree)),
            "CS0029" => ForCondition(node) ?? ValueHints.ForConversion(node, compilation.GetSemanticModel(tree)),
            "CS0131" or "CS0200" => ForCondition(node),
            "CS0119" => ForType(node),
            "CS1012" => "a text stands between double quotes: \"abc\"",
            "CS0201" => OtherLanguages.ForArrow(node) ?? (isReadable.Value ? ForUnusedValue(node) : null),
            "CS1503" => ForHelp(node) ?? ValueHints.ForArgument(node, compilation.GetSemanticModel(tree)),
            _ => null,
        };
        return hint is not null && given.Add(hint) ? hint : null;
    }

    private static SimpleNameSyntax? NameOf(SyntaxNode node) => node as SimpleNameSyntax ?? node.DescendantNodes().OfType<SimpleNameSyntax>().LastOrDefault();

    private string? ForName(SimpleNameSyntax name, SemanticModel model)
    {
        var written = name.Identifier.ValueText;
        var isImport = name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null;
        if (!isImport && Imports(Types(name).Select(type => type.Namespace)) is { } import) return import;
        if (!isImport && (OtherLanguages.For(name, model) ?? OtherLanguages.ForArrow(name)) is { } other) return other;
        var isType = isImport || name.Parent is not (ExpressionSyntax or ArgumentSyntax or StatementSyntax or EqualsValueClauseSyntax) || name.Parent is ObjectCreationExpressionSyntax;
        var names = model.LookupSymbols(name.SpanStart).Where(symbol => symbol.CanBeReferencedByName && (!isType || symbol is INamespaceOrTypeSymbol)).Select(symbol => symbol.Name);
        if (Meant(written, isImport ? names : names.Concat(Keywords(written))) is { } meant) return Declared(name) is { } own ? $"{meant} {own}" : meant;
        if (isImport) return "is the assembly that has this namespace referenced? #r \"FILE.dll\" references one";
        // Where the compiler cannot read the code, what it takes for names may be none.
        if (!isReadable.Value) return null;
        if (Declared(name) is { } declared) return $"{declared}; or has the cell that declares '{written}' been run?";
        if (OtherLanguages.ForCall(name, model) is { } call) return call;
        var library = char.IsUpper(written, 0) ? ", and the one that references its library (#r \"FILE.dll\")" : "";
        return $"has the cell that declares '{written}'{library} been run?";
    }

    /// <summary>A name that a namespace does not have.</summary>
    private string? ForNameIn(SimpleNameSyntax name, SemanticModel model)
    {
        var left = name.Parent switch
        {
            QualifiedNameSyntax qualified when qualified.Right == name => (ExpressionSyntax)qualified.Left,
            MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
            _ => null,
        };
        if (left is null || model.GetSymbolInfo(left).Symbol is not INamespaceSymbol space) return null;
        if (Meant(name.Identifier.ValueText, space.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public || member is INamespaceSymbol).Select(member => member.Name)) is { } meant) return meant;
        if (name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null) return null;
        var places = Types(name).Select(type => $"'{type.Namespace}.{type.Name}'").Distinct(StringComparer.Ordinal).Take(MostCandidates).ToList();
        return places.Count == 0 ? null : $"did you mean {string.Join(" or ", places)}?";
    }

    /// <summary>A member that a type or a value does not have.</summary>
    private string? ForMember(SimpleNameSyntax name, SemanticModel model)
    {
        var owner = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (owner is null) return null;
        var isStatic = model.GetSymbolInfo(owner).Symbol is ITypeSymbol;
        if ((isStatic ? model.GetSymbolInfo(owner).Symbol as ITypeSymbol : model.GetTypeInfo(owner).Type) is not { } type) return null;
        var written = name.Identifier.ValueText;
        if (!isStatic && Imports(index.Extensions(written, references).Where(method => method.Extends(type)).Select(method => method.Namespace)) is { } import) return import;
        var members = model.LookupSymbols(name.SpanStart, type, includeReducedExtensionMethods: !isStatic)
            .Where(member => member.CanBeReferencedByName && (member is ITypeSymbol || member.IsStatic == isStatic));
        var all = members.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        return Meant(written, all) ?? (OtherLanguages.MemberFor(written) is { } other && all.Contains(other) ? $"did you mean '{other}'?" : null);
    }

    /// <summary>How the variable is declared that an assignment takes for granted.</summary>
    private static string? Declared(SimpleNameSyntax name)
    {
        if (name is not IdentifierNameSyntax || name.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax } assignment || assignment.Left != name) return null;
        var value = assignment.Right.ToString();
        return $"'var {name.Identifier.ValueText} = {(value.Length > LongestValue || value.Contains('\n', StringComparison.Ordinal) ? "…" : value)};' declares a new variable";
    }

    /// <summary>A value that nothing is done with.</summary>
    private static string? ForUnusedValue(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { SemicolonToken.IsMissing: false } statement) return null;
        var isLast = statement.Parent is GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } global && unit.Members[^1] == global;
        return isLast ? "leave out the semicolon of the last line to show its value" : "display(VALUE); shows a value on the way, 'var NAME = VALUE;' keeps it";
    }

    /// <summary>One equals sign where two are meant.</summary>
    private static string? ForCondition(SyntaxNode node)
    {
        var assignment = node.AncestorsAndSelf().TakeWhile(at => at is ExpressionSyntax).OfType<AssignmentExpressionSyntax>().FirstOrDefault(at => at.IsKind(SyntaxKind.SimpleAssignmentExpression));
        return assignment?.Parent is IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or LambdaExpressionSyntax or ConditionalExpressionSyntax or WhereClauseSyntax
            ? "'=' assigns; '==' compares" : null;
    }

    /// <summary>A method with overloads has no value to hand over.</summary>
    private static string? ForHelp(SyntaxNode node) => Explained(node) is MemberAccessExpressionSyntax or IdentifierNameSyntax
        ? $"a method with overloads is asked for by its name: help(\"{Explained(node)}\")" : null;

    /// <summary>Nor has a type.</summary>
    private static string? ForType(SyntaxNode node) => Explained(node) is { } type && type == node ? $"a type is asked for by its name: help(\"{type}\")" : null;

    private static bool IsBareHelp(SyntaxNode node) => node is IdentifierNameSyntax { Identifier.ValueText: nameof(CellHelpers.help), Parent: ExpressionStatementSyntax };

    /// <summary>What <c>help</c> is asked about, if the code is of such a call.</summary>
    private static ExpressionSyntax? Explained(SyntaxNode node) =>
        node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: IdentifierNameSyntax { Identifier.ValueText: nameof(CellHelpers.help) }, ArgumentList.Arguments: [{ Expression: var asked }] } ? asked : null;

    private IEnumerable<IndexedType> Types(SimpleNameSyntax name) => index.Types(name.Identifier.ValueText, references).Where(type => type.Arity == name.Arity && !type.IsHidden);

    private static string? Imports(IEnumerable<string> namespaces)
    {
        var candidates = namespaces.Distinct(StringComparer.Ordinal).Take(MostCandidates).Select(space => $"'using {space};'").ToList();
        return candidates.Count == 0 ? null : $"add {string.Join(" or ", candidates)}";
    }

    private static string? Meant(string written, IEnumerable<string> names) => NearestName.Of(written, names) is { } name ? $"did you mean '{name}'?" : null;

    /// <summary>Words of the language that only capitals keep from being one.</summary>
    private static IEnumerable<string> Keywords(string written)
    {
#pragma warning disable CA1308 // Keywords of C# are in lower case.
        var lower = written.ToLowerInvariant();
#pragma warning restore CA1308
        return SyntaxFacts.GetKeywordKind(lower) == SyntaxKind.None ? [] : [lower];
    }
}
