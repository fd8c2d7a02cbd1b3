using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Phm.Notebook.Diagrams;

/// <summary>A label as lines of plain text: markup and mermaid's own escapes are read, long lines are broken between words.</summary>
internal static partial class LabelText
{
    private const int Longest = 1_000;
    private const double WidestLine = 200;

    /// <param name="written">The label as it is written.</param>
    /// <param name="line">Its line, for errors.</param>
    public static string Clean(string written, int line)
    {
        if (written.Length > Longest) throw new DiagramException("a label has more than 1,000 characters", line);
        var text = written.Trim();
        if (text.Length > 1 && text[0] == '"' && text[^1] == '"') text = text[1..^1].Trim();
        if (text.Length > 1 && text[0] == '`' && text[^1] == '`') text = text[1..^1].Replace("**", "", StringComparison.Ordinal);
        text = Break().Replace(text.Replace("\\n", "\n", StringComparison.Ordinal), "\n");
        text = WebUtility.HtmlDecode(Entity().Replace(Tag().Replace(text, ""), EntityOfHtml));
        return string.Join('\n', text.Split('\n').Select(part => Space().Replace(part, " ").Trim()));
    }

    /// <summary>The lines to draw.</summary>
    public static IReadOnlyList<string> Lines(string text, double size)
    {
        var lines = new List<string>();
        foreach (var part in text.Split('\n')) AddWrapped(lines, part, size);
        return lines;
    }

    /// <summary>Mermaid writes <c>#quot;</c> and <c>#35;</c> where HTML has an ampersand.</summary>
    private static string EntityOfHtml(Match match) =>
        int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? $"&#{code};" : $"&{match.Groups[1].Value};";

    private static void AddWrapped(List<string> lines, string part, double size)
    {
        var line = "";
        foreach (var word in part.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && TextWidth.Of(longer, size) > WidestLine)
            {
                lines.Add(line);
                line = word;
            }
            else line = longer;
        }
        lines.Add(line);
    }

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("</?[A-Za-z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"#(\w{1,8});")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
