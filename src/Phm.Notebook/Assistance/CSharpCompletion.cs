using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Assistance;

/// <summary>What may stand at a place in C#.</summary>
internal sealed class CSharpCompletion(SketchBook book, TypeNames types, FilePaths paths)
{
    /// <summary>Types from afar are offered once a word is begun.</summary>
    private const int ShortestAfar = 2;

    public CompletionList Complete(string code, int cursor, CancellationToken stop)
    {
        var word = TypedWord.At(code, cursor);
        var root = CSharpSyntaxTree.ParseText(code, Submission.ParseOptions, cancellationToken: stop).GetRoot(stop);
        if (SilentPlaces.LiteralAt(root, cursor) is { } literal) return paths.InLiteral(code, literal, cursor);
        if (word.IsNumber || SilentPlaces.IsInTrivia(root, cursor) || SilentPlaces.IsInInterpolatedText(root, cursor) || SilentPlaces.IsTooDeep(root)) return new CompletionList(cursor, cursor, []);
        var sketch = CellSketch.Of(code, word, book);
        var candidates = Candidates(sketch, () => CellSketch.Cut(code, word, book), stop);
        return new CompletionList(word.Start, word.End, CompletionRanking.Rank(candidates, word.Typed));
    }

    private IEnumerable<Candidate> Candidates(CellSketch sketch, Func<CellSketch> cut, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (LeftSide.Expression(sketch.Token) is { } left)
        {
            if (MemberCandidates.Of(sketch, left) is { } members) return members;
            var other = cut();
            return LeftSide.Expression(other.Token) is { } again ? MemberCandidates.Of(other, again) ?? [] : [];
        }
        // A dot before something that is no member access: a number, a directive, an error.
        if (sketch.Token.GetPreviousToken() is { RawKind: (int)SyntaxKind.DotToken } dot && dot.Span.End <= sketch.Position) return [];
        return Names(sketch);
    }

    private IEnumerable<Candidate> Names(CellSketch sketch)
    {
        if (InitializerCandidates.Of(sketch) is { } members)
            return InitializerCandidates.IsOnlyMembers(sketch) ? members : members.Concat(Everything(sketch, KeywordCandidates.Expressions));
        return PlaceInCode.Of(sketch) switch
        {
            PlaceKind.Nothing => [],
            PlaceKind.Operator => KeywordCandidates.Operators,
            PlaceKind.Using => NameCandidates.Types(sketch).Where(candidate => candidate.Kind == CompletionKinds.Namespace).Append(new Candidate("static", CompletionKinds.Keyword)),
            PlaceKind.Attribute => NameCandidates.Attributes(sketch).Concat(Afar(sketch, NameCandidates.Types(sketch), attributesOnly: true)),
            PlaceKind.Creation => Created(sketch),
            PlaceKind.Type => WithAfar(sketch, NameCandidates.Types(sketch), KeywordCandidates.Types),
            PlaceKind.Member => WithAfar(sketch, NameCandidates.Types(sketch), KeywordCandidates.Members),
            PlaceKind.Statement => Everything(sketch, KeywordCandidates.Statements),
            _ => Everything(sketch, KeywordCandidates.Expressions),
        };
    }

    private IEnumerable<Candidate> Created(CellSketch sketch)
    {
        var creation = sketch.Token.Parent!.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>();
        var expected = creation is null ? [] : NameCandidates.Expected(sketch, creation, isCreation: true);
        return expected.Concat(WithAfar(sketch, NameCandidates.Types(sketch), KeywordCandidates.Types));
    }

    private IEnumerable<Candidate> Everything(CellSketch sketch, IEnumerable<Candidate> keywords)
    {
        var expected = sketch.Token.Parent is ExpressionSyntax place ? NameCandidates.Expected(sketch, place, isCreation: false) : [];
        return expected.Concat(ArgumentCandidates.Of(sketch)).Concat(WithAfar(sketch, NameCandidates.InScope(sketch), keywords));
    }

    private IEnumerable<Candidate> WithAfar(CellSketch sketch, IEnumerable<Candidate> names, IEnumerable<Candidate> keywords)
    {
        var near = names.ToList();
        return near.Concat(keywords).Concat(Afar(sketch, near, attributesOnly: false));
    }

    private IEnumerable<Candidate> Afar(CellSketch sketch, IEnumerable<Candidate> near, bool attributesOnly)
    {
        if (sketch.Word.Typed.Length < ShortestAfar) return [];
        var imported = near.Select(candidate => candidate.Symbol).OfType<INamedTypeSymbol>().Select(type => type.ContainingNamespace).OfType<INamespaceSymbol>()
            .Distinct<INamespaceSymbol>(SymbolEqualityComparer.Default).Select(space => space.ToDisplayString()).ToHashSet(StringComparer.Ordinal);
        return types.Afar(book.References, imported, sketch.Word.Typed, attributesOnly);
    }
}
