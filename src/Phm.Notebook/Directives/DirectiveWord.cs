namespace Phm.Notebook.Directives;

/// <summary>A word of a directive's line.</summary>
/// <param name="Text">The word, without its quotes.</param>
/// <param name="IsQuoted">Whether it stood in double quotes.</param>
internal readonly record struct DirectiveWord(string Text, bool IsQuoted)
{
    public bool IsOption => !IsQuoted && Text.StartsWith("--", StringComparison.Ordinal);

    /// <summary>Splits a line at spaces; double quotes hold words together, and <c>\"</c> is a quote inside them.</summary>
    /// <returns>The words, or null where a quote is not closed.</returns>
    public static List<DirectiveWord>? Split(string line)
    {
        var words = new List<DirectiveWord>();
        for (var at = 0; at < line.Length;)
        {
            if (char.IsWhiteSpace(line[at])) at++;
            else if (line[at] != '"')
            {
                var end = at;
                while (end < line.Length && !char.IsWhiteSpace(line[end])) end++;
                words.Add(new DirectiveWord(line[at..end], false));
                at = end;
            }
            else
            {
                var end = ClosingQuote(line, at + 1);
                if (end < 0) return null;
                words.Add(new DirectiveWord(line[(at + 1)..end].Replace("\\\"", "\"", StringComparison.Ordinal), true));
                at = end + 1;
            }
        }
        return words;
    }

    private static int ClosingQuote(string line, int start)
    {
        for (var at = start; at < line.Length; at++)
        {
            if (line[at] == '"' && line[at - 1] != '\\') return at;
        }
        return -1;
    }
}
