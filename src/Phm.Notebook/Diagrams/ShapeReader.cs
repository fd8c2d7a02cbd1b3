namespace Phm.Notebook.Diagrams;

/// <summary>Reads the brackets after a box's id, and its label between them.</summary>
internal static class ShapeReader
{
    /// <summary>Longer brackets come before those that they start with.</summary>
    private static readonly (string Open, string Close, NodeShape Shape)[] Shapes =
    [
        ("(((", ")))", NodeShape.DoubleCircle), ("((", "))", NodeShape.Circle), ("([", "])", NodeShape.Stadium), ("(", ")", NodeShape.Rounded),
        ("[[", "]]", NodeShape.Subroutine), ("[(", ")]", NodeShape.Cylinder), ("[/", "/]", NodeShape.LeaningRight), ("[/", "\\]", NodeShape.Trapezoid),
        ("[\\", "\\]", NodeShape.LeaningLeft), ("[\\", "/]", NodeShape.TurnedTrapezoid), ("[", "]", NodeShape.Rectangle),
        ("{{", "}}", NodeShape.Hexagon), ("{", "}", NodeShape.Diamond), (">", "]", NodeShape.Flag),
    ];

    /// <returns>The shape, the label as written and where it ends, or null where no bracket opens.</returns>
    public static (NodeShape Shape, string Text, int End)? TryRead(string text, int at, int line)
    {
        var isOpen = false;
        foreach (var (open, close, shape) in Shapes)
        {
            if (string.CompareOrdinal(text, at, open, 0, open.Length) != 0) continue;
            isOpen = true;
            if (Label(text, at + open.Length, close) is { } label) return (shape, label.Text, label.End);
        }
        return isOpen ? throw new DiagramException($"the bracket '{text[at]}' is not closed", line) : null;
    }

    private static (string Text, int End)? Label(string text, int start, string close)
    {
        var at = start;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at < text.Length && text[at] == '"')
        {
            var quote = text.IndexOf('"', at + 1);
            if (quote < 0) return null;
            var end = quote + 1;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            return string.CompareOrdinal(text, end, close, 0, close.Length) == 0 ? (text[(at + 1)..quote], end + close.Length) : null;
        }
        var found = text.IndexOf(close, start, StringComparison.Ordinal);
        return found < 0 ? null : (text[start..found], found + close.Length);
    }
}
