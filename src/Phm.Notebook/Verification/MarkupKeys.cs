namespace Phm.Notebook.Verification;

/// <summary>Gives every node of a tree the keys by which it is aligned, from the leaves up.</summary>
internal static class MarkupKeys
{
    public static void Set(MarkupNode node)
    {
        var (exact, shape, kind) = (new AlignmentDigest(), new AlignmentDigest(), new AlignmentDigest());
        kind.Add(node.Name);
        exact.Add(node.Name);
        shape.Add(node.Name);
        if (node.Text is { } text) AddText(text, ref exact, ref shape);
        foreach (var (name, value) in node.Attributes)
        {
            exact.Add(name);
            exact.Add(value);
            shape.Add(name);
        }
        foreach (var child in node.Children)
        {
            Set(child);
            exact.Add(child.Key.Exact);
            shape.Add(child.Key.Shape);
        }
        node.Key = new AlignmentKey(exact.Value, shape.Value, kind.Value);
    }

    private static void AddText(string text, ref AlignmentDigest exact, ref AlignmentDigest shape)
    {
        exact.Add(text);
        foreach (var token in TextTokens.Read(text, 0, text.Length, NumberNotation.Prose))
        {
            if (token.Kind == TokenKind.Number) shape.Add(1);
            else if (token.Kind != TokenKind.Space) shape.Add(token.In(text));
        }
    }
}
