using System.Text;

namespace Phm.Notebook.Guarding;

/// <summary>Text that markup carries in links of the form <c>data:text/csv;base64,…</c>, as download buttons do.</summary>
internal static class DataUris
{
    private const string Mark = ";base64,";

    public static IEnumerable<string> Decode(string markup)
    {
        for (var at = markup.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = markup.IndexOf(Mark, at, StringComparison.Ordinal))
        {
            var head = markup.AsSpan(Math.Max(0, at - 60), Math.Min(60, at));
            at += Mark.Length;
            var start = at;
            while (at < markup.Length && (char.IsAsciiLetterOrDigit(markup[at]) || markup[at] is '+' or '/' or '=')) at++;
            if (head.LastIndexOf("data:") is var data and >= 0 && !head[data..].StartsWith("data:image/p") && !head[data..].StartsWith("data:image/j")
                && TryDecode(markup.AsSpan(start, at - start)) is { } text) yield return text;
        }
    }

    private static string? TryDecode(ReadOnlySpan<char> base64)
    {
        var bytes = new byte[base64.Length / 4 * 3];
        return base64.Length > 0 && Convert.TryFromBase64Chars(base64, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }
}
