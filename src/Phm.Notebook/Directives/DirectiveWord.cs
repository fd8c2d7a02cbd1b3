using System.Text.RegularExpressions;

namespace Phm.Notebook.Directives;

/// <summary>A word of a directive's line.</summary>
/// <param name="Text">The word, without its quotes.</param>
/// <param name="IsQuoted">Whether it stood in double quotes.</param>
internal readonly partial record struct DirectiveWord(string Text, bool IsQuoted)
{
    public bool IsOption => !IsQuoted && Text.StartsWith("--", StringComparison.Ordinal);

    /// <summary>
    /// Splits a line at spaces; double quotes hold words together. Inside them <c>\"</c> is a quote, so backslashes right before a quote
    /// count by pairs, as in a command line of Windows: <c>"C:\data\\"</c> is <c>C:\data\</c>. Elsewhere a backslash is itself.
    /// </summary>
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
                words.Add(new DirectiveWord(BeforeQuote().Replace(line[(at + 1)..end], run => new string('\\', run.Groups["slashes"].Length / 2) + run.Groups["quote"].Value), true));
                at = end + 1;
            }
        }
        return words;
    }

    private static int ClosingQuote(string line, int start)
    {
        var backslashes = 0;
        for (var at = start; at < line.Length; at++)
        {
            if (line[at] == '"' && backslashes % 2 == 0) return at;
            backslashes = line[at] == '\\' ? backslashes + 1 : 0;
        }
        return -1;
    }

    /// <summary>The backslashes before a quote inside the text and before the one that closes it, each with that quote.</summary>
    [GeneratedRegex("""(?<!\\)(?<slashes>\\+)(?<quote>"|\z)""")]
    private static partial Regex BeforeQuote();
}
