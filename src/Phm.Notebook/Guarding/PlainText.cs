using System.Buffers;
using System.Text;

namespace Phm.Notebook.Guarding;

/// <summary>Text as a reader sees it: without terminal colours and characters of no width, with one kind of space and of hyphen.</summary>
internal static class PlainText
{
    private static readonly SearchValues<char> Unseen = SearchValues.Create("\u001b\u00AD\u200B\u200C\u200D\u2060\uFEFF\u00A0\u202F\u2007\u2010\u2011");

    /// <summary>The text, which is the same object where nothing was to be done.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Unseen)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\u00A0' or '\u202F' or '\u2007':
                    plain.Append(' ');
                    break;
                case '\u2010' or '\u2011':
                    plain.Append('-');
                    break;
                case '\u001b':
                    i = EndOfEscape(text, i);
                    break;
                case var c when !Unseen.Contains(c):
                    plain.Append(c);
                    break;
            }
        }
        return plain.ToString();
    }

    /// <summary>The last character of a control sequence: ESC [, parameters, one letter or sign from @ to ~.</summary>
    private static int EndOfEscape(string text, int at)
    {
        if (at + 1 >= text.Length || text[at + 1] != '[') return at;
        var end = at + 2;
        while (end < text.Length && text[end] is >= ' ' and < '@') end++;
        return end < text.Length && text[end] is >= '@' and <= '~' ? end : end - 1;
    }
}
