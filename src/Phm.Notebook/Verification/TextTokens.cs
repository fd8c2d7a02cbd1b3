namespace Phm.Notebook.Verification;

/// <summary>Splits text into words, numbers, symbols and white space in one pass.</summary>
internal static class TextTokens
{
    public static List<TextToken> Read(string text, int start, int end, NumberNotation notation)
    {
        var tokens = new List<TextToken>();
        var follows = TokenKind.Space;
        for (var at = start; at < end;)
        {
            var token = Next(text, at, start, end, notation, follows);
            tokens.Add(token);
            if (token.Kind != TokenKind.Space) follows = token.Kind;
            at = token.End;
        }
        return tokens;
    }

    private static TextToken Next(string text, int at, int start, int end, NumberNotation notation, TokenKind follows)
    {
        if (char.IsWhiteSpace(text[at])) return new TextToken(TokenKind.Space, at, SpaceLength(text, at, end));
        var number = notation == NumberNotation.Prose ? WrittenNumber.Length(text, at, start, end) : GeometryNumber.Length(text, at, end);
        if (number > 0) return new TextToken(TokenKind.Number, at, number);
        var word = notation == NumberNotation.Prose ? ProseWord(text, at, end) : GeometryWord(text, at, end);
        if (word > 0) return new TextToken(TokenKind.Word, at, word);
        // Between the numbers of a path a comma is as good as a space.
        var isSeparator = notation == NumberNotation.Geometry && follows == TokenKind.Number && text[at] == ',';
        return new TextToken(isSeparator ? TokenKind.Space : TokenKind.Symbol, at, 1);
    }

    private static int SpaceLength(string text, int at, int end)
    {
        var i = at + 1;
        while (i < end && char.IsWhiteSpace(text[i])) i++;
        return i - at;
    }

    private static int ProseWord(string text, int at, int end)
    {
        var i = at;
        while (i < end && (IsWordPart(text[i]) || (i > at && JoinsDigits(text, i, end)))) i++;
        return i - at;
    }

    private static int GeometryWord(string text, int at, int end)
    {
        var i = at;
        if (text[i] == '#')
        {
            for (i++; i < end && char.IsLetterOrDigit(text[i]);) i++;
            return i - at;
        }
        while (i < end && (char.IsLetter(text[i]) || text[i] == '_' || char.IsSurrogate(text[i]))) i++;
        return i - at;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c);

    /// <summary>Holds 2024-03-31, 12:30 and 1.2.3 together.</summary>
    private static bool JoinsDigits(string text, int i, int end) =>
        text[i] is '.' or '-' or '/' or ':' && char.IsAsciiDigit(text[i - 1]) && i + 1 < end && char.IsAsciiDigit(text[i + 1]);
}
