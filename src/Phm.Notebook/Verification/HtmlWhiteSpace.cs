using System.Text;

namespace Phm.Notebook.Verification;

/// <summary>White space between and within elements as HTML shows it: runs are one space, and none stands at the edge of a block.</summary>
internal static class HtmlWhiteSpace
{
    private static readonly HashSet<string> Inline = new(
        ["a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "input", "ins", "kbd", "label", "mark",
         "math", "q", "s", "samp", "select", "small", "span", "strike", "strong", "sub", "sup", "svg", "text", "time", "tspan", "tt", "u", "var", "wbr"], StringComparer.Ordinal);

    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\n' or '\r' or '\f')) collapsed.Append(c);
            else if (collapsed.Length == 0 || collapsed[^1] != ' ') collapsed.Append(' ');
        }
        return collapsed.ToString();
    }

    public static void Normalise(MarkupNode node)
    {
        if (node.Name is "pre" or "textarea" or "script" or "style" or "listing") return;
        var isBlock = !Inline.Contains(node.Name);
        for (var i = 0; i < node.Children.Count; i++)
        {
            var child = node.Children[i];
            if (child.Text is null)
            {
                Normalise(child);
                continue;
            }
            if (i == 0 ? isBlock : IsBlock(node.Children[i - 1])) child.Text = child.Text.TrimStart(' ');
            if (i == node.Children.Count - 1 ? isBlock : IsBlock(node.Children[i + 1])) child.Text = child.Text.TrimEnd(' ');
        }
        node.Children.RemoveAll(child => child.Text is { Length: 0 });
    }

    private static bool IsBlock(MarkupNode node) => node.Text is null && !Inline.Contains(node.Name);
}
