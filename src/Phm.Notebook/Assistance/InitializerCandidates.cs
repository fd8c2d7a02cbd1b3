using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phm.Notebook.Assistance;

/// <summary>Members that braces after <c>new</c> or <c>with</c> may set.</summary>
internal static class InitializerCandidates
{
    /// <summary>Null outside of such braces.</summary>
    public static IEnumerable<Candidate>? Of(CellSketch sketch)
    {
        if (OfCopy(sketch) is { } copied) return Settable(copied, [], sketch);
        if (sketch.Token.Parent is not IdentifierNameSyntax name) return null;
        var element = name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name ? (ExpressionSyntax)assignment : name;
        if (element.Parent is not InitializerExpressionSyntax braces || Type(braces, sketch.Model) is not { } type) return null;
        var used = braces.Expressions.Where(other => other != element).OfType<AssignmentExpressionSyntax>().Select(other => other.Left.ToString()).ToHashSet(StringComparer.Ordinal);
        return Settable(type, used, sketch);
    }

    /// <summary>Whether nothing but members may stand in the braces: a collection's may hold any expression.</summary>
    public static bool IsOnlyMembers(CellSketch sketch) =>
        sketch.Token.Parent?.FirstAncestorOrSelf<InitializerExpressionSyntax>() is not { } braces
        || Type(braces, sketch.Model) is not { } type || !type.AllInterfaces.Any(found => found.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static IEnumerable<Candidate> Settable(ITypeSymbol type, HashSet<string> used, CellSketch sketch) =>
        CandidateSymbols.Of(sketch.Model.LookupSymbols(sketch.Position, type).Where(member => !member.IsStatic && IsSet(member) && !used.Contains(member.Name)), _ => 0)
            .Select(candidate => candidate with { Rank = CandidateRank.Expected });

    /// <summary>At the start of a line <c>x with { Name }</c> is read as a property named <c>with</c>, until it has an assignment.</summary>
    private static ITypeSymbol? OfCopy(CellSketch sketch)
    {
        if (sketch.Token.Parent?.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { Identifier.ValueText: "with", AccessorList: not null } property) return null;
        var copied = SyntaxFactory.ParseExpression(property.Type.ToString(), options: CSharp.Submission.ParseOptions);
        return sketch.Model.GetSpeculativeTypeInfo(property.SpanStart, copied, SpeculativeBindingOption.BindAsExpression).Type is { TypeKind: not TypeKind.Error } type ? type : null;
    }

    private static ITypeSymbol? Type(InitializerExpressionSyntax braces, SemanticModel model)
    {
        var type = braces.Parent switch
        {
            BaseObjectCreationExpressionSyntax creation => Created(creation, model),
            WithExpressionSyntax copy => model.GetTypeInfo(copy.Expression).Type,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } nested when nested.Right == braces => model.GetTypeInfo(nested.Left).Type,
            _ => null,
        };
        return type is IErrorTypeSymbol ? null : type;
    }

    private static ITypeSymbol? Created(BaseObjectCreationExpressionSyntax creation, SemanticModel model) =>
        creation is ObjectCreationExpressionSyntax { Type: { } written } ? model.GetTypeInfo(written).Type ?? model.GetTypeInfo(creation).Type
        : model.GetTypeInfo(creation) is var info && info.Type is not (null or IErrorTypeSymbol) ? info.Type
        : TargetTypes.Of(creation, model) is [var first, ..] ? first : null;

    private static bool IsSet(ISymbol member) => member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public, IsIndexer: false } or IFieldSymbol { IsReadOnly: false, IsConst: false };
}
