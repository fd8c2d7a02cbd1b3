using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Phm.Notebook.Verification;

/// <summary>HTML as the tree that a browser makes of it, with white space as a browser shows it.</summary>
internal static class HtmlTree
{
    private static readonly HashSet<string> Verbatim = new(["pre", "textarea", "script", "style", "listing"], StringComparer.Ordinal);

    /// <exception cref="MarkupException">It is too long or too deep to be read.</exception>
    public static MarkupNode Read(string html)
    {
        if (html.Length > MarkupLimits.Characters) throw new MarkupException(MarkupLimits.TooLong);
        if (HtmlNesting.IsTooDeep(html)) throw new MarkupException(MarkupLimits.TooDeep);
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false, SkipComments = true }).ParseDocument(html);
        var root = MarkupNode.Element("");
        foreach (var part in (IElement?[])[document.Head, document.Body])
            if (part is not null) AddChildren(root, part, 0, isVerbatim: false);
        HtmlWhiteSpace.Normalise(root);
        return root;
    }

    private static void AddChildren(MarkupNode parent, INode source, int depth, bool isVerbatim)
    {
        if (depth > MarkupLimits.Depth * 2) throw new MarkupException(MarkupLimits.TooDeep);
        foreach (var child in source.ChildNodes)
        {
            if (child is IText text) parent.AddText(isVerbatim ? text.Data : HtmlWhiteSpace.Collapse(text.Data));
            else if (child is IElement element) AddElement(parent, element, depth, isVerbatim);
        }
    }

    private static void AddElement(MarkupNode parent, IElement element, int depth, bool isVerbatim)
    {
        var node = parent.Add(MarkupNode.Element(element.LocalName));
        foreach (var attribute in element.Attributes) node.Attributes[attribute.Name] = attribute.Value;
        INode content = element is IHtmlTemplateElement template ? template.Content : element;
        AddChildren(node, content, depth + 1, isVerbatim || Verbatim.Contains(element.LocalName));
    }
}
