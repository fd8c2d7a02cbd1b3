using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace Phm.Notebook.Guarding;

/// <summary>
/// Takes HTML or SVG apart: text, the inside of tags and comments, and tables. It reads every character once, whatever is wrong with the
/// markup, and what it cannot tell apart it takes for text.
/// </summary>
internal sealed class MarkupReader
{
    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        ["a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "tt", "u", "var", "wbr"], StringComparer.OrdinalIgnoreCase);

    private readonly string markup;
    private readonly StringBuilder apart = new();
    private readonly StringBuilder joined = new();
    private readonly MarkupTables tables = new();
    private readonly List<string> blocks = [];
    private bool hasJoint;

    private MarkupReader(string markup) => this.markup = markup;

    /// <summary>Text nodes, one a line, then the inside of tags and comments.</summary>
    public string Text => apart.ToString();

    /// <summary>Text as a reader sees it, where elements such as bold lie inside a word; otherwise null.</summary>
    public string? JoinedText => hasJoint ? joined.ToString() : null;

    public IEnumerable<DataGrid> Grids => tables.Grids;

    /// <summary>Texts that are laid out by themselves: of several lines, or lists in square brackets.</summary>
    public IEnumerable<string> Blocks => blocks;

    public static MarkupReader Read(string markup)
    {
        var reader = new MarkupReader(markup);
        reader.Run();
        return reader;
    }

    private void Run()
    {
        var at = 0;
        while (at < markup.Length)
        {
            var tag = FindTag(at);
            AppendText(markup.AsSpan(at, tag - at));
            if (tag == markup.Length) break;
            at = markup.AsSpan(tag).StartsWith("<!--") ? ReadComment(tag) : ReadTag(tag);
        }
        tables.End();
    }

    /// <summary>A &lt; begins a tag only where a letter, a slash or an exclamation or question mark follows.</summary>
    private int FindTag(int at)
    {
        for (var tag = markup.IndexOf('<', at); tag >= 0; tag = markup.IndexOf('<', tag + 1))
        {
            if (tag + 1 < markup.Length && (char.IsAsciiLetter(markup[tag + 1]) || markup[tag + 1] is '/' or '!' or '?')) return tag;
        }
        return markup.Length;
    }

    private int ReadComment(int tag)
    {
        var end = markup.IndexOf("-->", tag + 4, StringComparison.Ordinal);
        AppendInside(markup.AsSpan()[(tag + 4)..(end < 0 ? markup.Length : end)]);
        return end < 0 ? markup.Length : end + 3;
    }

    private int ReadTag(int tag)
    {
        var end = EndOfTag(tag);
        var inside = markup.AsSpan()[(tag + 1)..end];
        var isEnd = inside.StartsWith("/");
        var name = NameOf(isEnd ? inside[1..] : inside);
        AppendInside(inside[(name.Length + (isEnd ? 1 : 0))..]);
        if (Inline.Contains(name)) Joint();
        else
        {
            joined.Append('\n');
            tables.Tag(name, isEnd);
        }
        return Math.Min(markup.Length, end + 1);
    }

    private int EndOfTag(int tag)
    {
        var quote = '\0';
        for (var i = tag + 1; i < markup.Length; i++)
        {
            var c = markup[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c == '>') return i;
            else if (c is '"' or '\'' && markup[i - 1] == '=') quote = c;
        }
        return markup.Length;
    }

    private static string NameOf(ReadOnlySpan<char> inside)
    {
        var length = 0;
        while (length < inside.Length && length < 40 && (char.IsAsciiLetterOrDigit(inside[length]) || inside[length] is '-' or ':')) length++;
        return inside[..length].ToString();
    }

    private void Joint()
    {
        if (joined.Length > 0 && IdentifierShape.IsWord(joined[^1])) hasJoint = true;
    }

    private void AppendText(ReadOnlySpan<char> raw)
    {
        if (raw.IsWhiteSpace()) return;
        var text = Decode(raw);
        apart.Append(text).Append('\n');
        joined.Append(text);
        tables.Text(text);
        if (text.AsSpan().Trim() is var block && (block.Contains('\n') || block.StartsWith("["))) blocks.Add(text);
    }

    private void AppendInside(ReadOnlySpan<char> raw)
    {
        if (!raw.IsWhiteSpace()) apart.Append(Decode(raw)).Append('\n');
        if (raw.Contains('%')) apart.Append(Uri.UnescapeDataString(Decode(raw))).Append('\n');
    }

    private static string Decode(ReadOnlySpan<char> raw) => raw.Contains('&') ? WebUtility.HtmlDecode(raw.ToString()) : raw.ToString();
}
