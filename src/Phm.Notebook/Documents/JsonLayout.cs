namespace Phm.Notebook.Documents;

/// <summary>How a file lays out its JSON, kept so that saving changes only what has changed.</summary>
/// <param name="Indent">The white space of one level: one space in Jupyter's own files.</param>
/// <param name="EndsWithNewline">Whether the file ends with a line feed.</param>
internal sealed record JsonLayout(string Indent, bool EndsWithNewline)
{
    private const int WidestIndent = 8;

    public static JsonLayout Canonical { get; } = new(" ", true);

    public static JsonLayout Of(string json)
    {
        var endsWithNewline = json.EndsWith('\n');
        var start = json.IndexOf('\n', StringComparison.Ordinal);
        if (start < 0 || json[..start].Trim() != "{") return Canonical;
        var end = ++start;
        while (end < json.Length && json[end] is ' ' or '\t') end++;
        var indent = json[start..end];
        return indent.Length is 0 or > WidestIndent ? Canonical : new JsonLayout(indent, endsWithNewline);
    }
}
