namespace Phm.Notebook.Verification;

/// <summary>What a token of a text is.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Symbol,
    Space,
}
