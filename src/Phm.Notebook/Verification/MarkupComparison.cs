using System.Text;

namespace Phm.Notebook.Verification;

/// <summary>Compares two trees of markup: elements in order, attributes as sets, text by tokens.</summary>
internal sealed class MarkupComparison(DifferenceList differences, TextComparison texts)
{
    private readonly AttributeComparison attributes = new(differences, texts);

    public void Compare(MarkupNode kept, MarkupNode obtained)
    {
        MarkupIdentifiers.Unify(kept, obtained);
        MarkupKeys.Set(kept);
        MarkupKeys.Set(obtained);
        CompareNodes(kept, obtained);
    }

    private void CompareNodes(MarkupNode kept, MarkupNode obtained)
    {
        if (kept.Text is { } text)
        {
            texts.ComparePart(text, obtained.Text!, () => MarkupPlace.Of(kept));
            return;
        }
        attributes.Compare(kept, obtained);
        if (kept.Children.Count == 0 && obtained.Children.Count == 0) return;
        foreach (var (k, o) in Alignment.Of([.. kept.Children.Select(child => child.Key)], [.. obtained.Children.Select(child => child.Key)]))
        {
            if (k is { } left && o is { } right) CompareNodes(kept.Children[left], obtained.Children[right]);
            else if (k is { } lost) AddLost(kept.Children[lost]);
            else if (o is { } added) AddAdded(obtained.Children[added]);
        }
    }

    private void AddLost(MarkupNode node) =>
        differences.Add(Verdict.Changed, () => new($"The run does not give this {Kind(node)}.", MarkupPlace.Of(node), Excerpt(node)));

    private void AddAdded(MarkupNode node) =>
        differences.Add(Verdict.Changed, () => new($"The run gives {(node.Text is null ? "an" : "a")} {Kind(node)} that the notebook has not kept.", MarkupPlace.Of(node), "", Excerpt(node)));

    private static string Kind(MarkupNode node) => node.Text is null ? "element" : "text";

    private static string Excerpt(MarkupNode node)
    {
        if (node.Text is not null) return MarkedExcerpt.Of(node.Text);
        var words = new StringBuilder();
        Write(node, words);
        return MarkedExcerpt.Of(words.ToString());
    }

    private static void Write(MarkupNode node, StringBuilder words)
    {
        if (words.Length > MarkedExcerpt.Longest) return;
        if (node.Text is not null)
        {
            words.Append(node.Text);
            return;
        }
        words.Append('<').Append(node.Name);
        foreach (var (name, value) in node.Attributes.Where(attribute => attribute.Key != "style")) words.Append(' ').Append(name).Append("=\"").Append(value, 0, Math.Min(value.Length, MarkedExcerpt.Longest)).Append('"');
        words.Append('>');
        foreach (var child in node.Children) Write(child, words);
    }
}
