namespace Phm.Notebook.Verification;

/// <summary>A token by its place in the text that holds it.</summary>
internal readonly record struct TextToken(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
