using Microsoft.CodeAnalysis.CSharp;

namespace Phm.Notebook.Assistance;

/// <summary>The identifier at the cursor, or the empty place where one would start.</summary>
/// <param name="Start">Its first unit, that of an <c>@</c> included.</param>
/// <param name="End">The unit after its last one, which may be after the cursor.</param>
/// <param name="Typed">What of it stands before the cursor, without an <c>@</c>.</param>
internal readonly record struct TypedWord(int Start, int End, string Typed)
{
    /// <summary>Whether it starts like a number, after which no name comes.</summary>
    public bool IsNumber => Typed.Length > 0 && char.IsDigit(Typed[0]);

    public static TypedWord At(string text, int cursor)
    {
        var (start, end) = (cursor, cursor);
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1])) start--;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end])) end++;
        var typed = text[start..cursor];
        return new TypedWord(start > 0 && text[start - 1] == '@' ? start - 1 : start, end, typed);
    }

    /// <summary>The whole word as it stands in the text, without an <c>@</c>.</summary>
    public string Whole(string text) => text[Start..End].TrimStart('@');
}
