using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Phm.Notebook.CSharp;

namespace Phm.Notebook.Assistance;

/// <summary>
/// A cell as the compiler understands it while it is being written. Where no identifier stands at the cursor one is put there, and
/// where the rest of the line is empty the statement is closed: else the next line would be read as its continuation.
/// </summary>
internal sealed class CellSketch
{
    /// <summary>Stands where an identifier is expected.</summary>
    private const string Placeholder = "phm_";

    /// <summary>What goes on with the statement of the line before.</summary>
    private const string Continuations = ".,)]}:?=+-*/%&|^<>!";

    private CellSketch(Submission submission, TypedWord word)
    {
        Word = word;
        Compilation = submission.Compilation;
        Root = submission.Tree.GetRoot();
        Model = Compilation.GetSemanticModel(submission.Tree);
        Token = Root.FindToken(word.Start);
    }

    /// <summary>The word at the cursor; its start is a place of the sketch as well.</summary>
    public TypedWord Word { get; }

    public CSharpCompilation Compilation { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    /// <summary>The identifier at the cursor.</summary>
    public SyntaxToken Token { get; }

    /// <summary>Where names are looked up.</summary>
    public int Position => Word.Start;

    /// <summary>The cell with all that comes after the cursor's statement.</summary>
    public static CellSketch Of(string code, TypedWord word, SketchBook book)
    {
        var text = new StringBuilder(code, 0, word.Start, code.Length + 32).Append(Identifier(code, word));
        if (IsEndOfStatement(code, word.End)) text.Append(Closing(code[..word.Start], throughBraces: false));
        text.Append(code, word.End, code.Length - word.End);
        return new CellSketch(book.Sketch(text.ToString()), word);
    }

    /// <summary>The cell as if it ended at the cursor; for code after it that keeps the compiler from understanding what is before.</summary>
    public static CellSketch Cut(string code, TypedWord word, SketchBook book) =>
        new(book.Sketch(code[..word.Start] + Identifier(code, word) + Closing(code[..word.Start], throughBraces: true)), word);

    /// <summary>The cell with the word as it is.</summary>
    public static CellSketch AsWritten(string code, TypedWord word, SketchBook book) => new(book.Sketch(code), word);

    /// <summary>The cell with the word as it is, as if it ended there.</summary>
    public static CellSketch CutAfter(string code, TypedWord word, SketchBook book) =>
        new(book.Sketch(code[..word.End] + Closing(code[..word.Start], throughBraces: true)), word);

    private static string Identifier(string code, TypedWord word)
    {
        var whole = word.Whole(code);
        var isName = SyntaxFacts.IsValidIdentifier(whole) && SyntaxFacts.GetKeywordKind(whole) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(whole) == SyntaxKind.None;
        return isName ? whole : Placeholder;
    }

    private static bool IsEndOfStatement(string code, int at)
    {
        var seesLineEnd = false;
        for (; at < code.Length; at++)
        {
            if (code[at] == '\n') seesLineEnd = true;
            else if (!char.IsWhiteSpace(code[at])) return seesLineEnd && !Continuations.Contains(code[at]) && code[at] != ';';
        }
        return true;
    }

    /// <summary>What closes the brackets that a text leaves open: all, or those since the last open brace; then the statement's end.</summary>
    private static string Closing(string text, bool throughBraces)
    {
        var open = new Stack<string>();
        foreach (var token in CSharpSyntaxTree.ParseText(text, Submission.ParseOptions).GetRoot().DescendantTokens())
        {
            if (token.IsMissing) continue;
            if (Closer(token) is { } closer) open.Push(closer);
            else if (open.Count > 0 && token.Text == open.Peek()) open.Pop();
        }
        return string.Concat(throughBraces ? open : open.TakeWhile(closer => closer != "}")) + ";";
    }

    private static string? Closer(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.OpenParenToken => ")",
        SyntaxKind.OpenBracketToken => "]",
        SyntaxKind.OpenBraceToken => "}",
        _ => null,
    };
}
