using System.Text;
using System.Text.RegularExpressions;

namespace Phm.Notebook.Diagrams;

/// <summary>The lines of a diagram: front matter, comments and accessible words apart, statements one by one.</summary>
internal sealed partial class FlowchartLines
{
    private readonly string[] lines;
    private readonly int first;

    public FlowchartLines(string source)
    {
        lines = source.ReplaceLineEndings("\n").Split('\n');
        (first, Heading) = ReadFrontMatter();
        while (first < lines.Length && IsBlank(lines[first])) first++;
        var header = first < lines.Length ? Comment().Replace(lines[first], "") : "";
        var semicolon = header.IndexOf(';', StringComparison.Ordinal);
        Header = (semicolon < 0 ? header : header[..semicolon]).Trim();
        if (semicolon >= 0) lines[first] = header[(semicolon + 1)..];
        else if (first < lines.Length) lines[first] = "";
    }

    /// <summary>The line that names the kind of diagram.</summary>
    public string Header { get; }

    public int HeaderLine => Math.Min(first, lines.Length - 1) + 1;

    public string? Heading { get; }

    public string? Title { get; private set; }

    public string? Description { get; private set; }

    public IEnumerable<(string Text, int Line)> Statements()
    {
        for (var i = first; i < lines.Length; i++)
        {
            var line = i + 1;
            if (ReadWords(ref i)) continue;
            var text = lines[i];
            // A label in quotes may go over lines.
            while (text.Count(c => c == '"') % 2 == 1 && i + 1 < lines.Length && !IsBlank(lines[i + 1])) text += "\n" + lines[++i];
            if (IsBlank(text)) continue;
            foreach (var statement in Split(Comment().Replace(text, ""))) yield return (statement, line);
        }
    }

    private (int First, string? Title) ReadFrontMatter()
    {
        var start = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (start < 0 || lines[start].Trim() != "---") return (Math.Max(start, 0), null);
        var end = Array.FindIndex(lines, start + 1, line => line.Trim() == "---");
        if (end < 0) throw new DiagramException("the front matter that '---' opens is not closed by '---'", start + 1);
        var title = lines[(start + 1)..end].Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("title:", StringComparison.Ordinal));
        return (end + 1, title is null ? null : LabelText.Clean(title["title:".Length..], start + 1));
    }

    /// <summary>Title and description for those who do not see the picture.</summary>
    private bool ReadWords(ref int i)
    {
        var match = Accessible().Match(lines[i]);
        if (!match.Success) return false;
        var text = match.Groups["text"].Value;
        if (match.Groups["mark"].Value == "{")
        {
            while (!text.Contains('}') && i + 1 < lines.Length) text += " " + lines[++i].Trim();
            text = text.Split('}')[0];
        }
        if (match.Groups["kind"].Value == "Title") Title = LabelText.Clean(text, i + 1);
        else Description = LabelText.Clean(text, i + 1);
        return true;
    }

    private static bool IsBlank(string line) => string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith("%%", StringComparison.Ordinal);

    /// <summary>Splits at semicolons outside of quotes and of mermaid's escapes such as <c>#quot;</c>.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var (statement, isQuoted) = (new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') isQuoted = !isQuoted;
            if (text[i] != ';' || isQuoted || Escape().IsMatch(statement.ToString()))
            {
                statement.Append(text[i]);
                continue;
            }
            if (!string.IsNullOrWhiteSpace(statement.ToString())) yield return statement.ToString().Trim();
            statement.Clear();
        }
        if (!string.IsNullOrWhiteSpace(statement.ToString())) yield return statement.ToString().Trim();
    }

    [GeneratedRegex(@"(?<=^|\s)%%(?!\{).*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*acc(?<kind>Title|Descr)\s*(?<mark>[:{])\s*(?<text>.*)$")]
    private static partial Regex Accessible();

    [GeneratedRegex(@"[#&]\w{1,8}$")]
    private static partial Regex Escape();
}
