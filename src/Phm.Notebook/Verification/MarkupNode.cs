namespace Phm.Notebook.Verification;

/// <summary>An element of HTML or XML with its attributes and children, or a run of text.</summary>
internal sealed class MarkupNode
{
    private MarkupNode(string name, string? text)
    {
        Name = name;
        Text = text;
    }

    /// <summary>The element's name; empty for text.</summary>
    public string Name { get; }

    /// <summary>The text, or null for an element.</summary>
    public string? Text { get; set; }

    public MarkupNode? Parent { get; private set; }

    public List<MarkupNode> Children { get; } = [];

    public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>By what the node is matched; set by <see cref="MarkupKeys"/> when the tree is whole.</summary>
    public AlignmentKey Key { get; set; }

    public static MarkupNode Element(string name) => new(name, null);

    public static MarkupNode OfText(string text) => new("", text);

    public MarkupNode Add(MarkupNode child)
    {
        child.Parent = this;
        Children.Add(child);
        return child;
    }

    /// <summary>Adds text to the text that ends the children, if one does.</summary>
    public void AddText(string text)
    {
        if (Children.Count > 0 && Children[^1].Text is { } before) Children[^1].Text = before + text;
        else Add(OfText(text));
    }

    /// <summary>The nearest element of a name, this one included.</summary>
    public MarkupNode? Nearest(params ReadOnlySpan<string> names)
    {
        for (var at = this; at is not null; at = at.Parent)
            if (names.Contains(at.Name)) return at;
        return null;
    }

    /// <summary>All elements beneath of a name, in order of the document.</summary>
    public IEnumerable<MarkupNode> Descendants(string name) =>
        Children.SelectMany(child => child.Name == name ? child.Descendants(name).Prepend(child) : child.Descendants(name));
}
