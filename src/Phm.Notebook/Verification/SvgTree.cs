using System.Xml;

namespace Phm.Notebook.Verification;

/// <summary>An SVG picture as a tree: no document type, no entities, nothing loaded; comments and instructions do not count.</summary>
internal static class SvgTree
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string Namespaces = "http://www.w3.org/2000/xmlns/";
    private const string Links = "http://www.w3.org/1999/xlink";

    /// <exception cref="MarkupException">It is not well formed, or too long or too deep to be read.</exception>
    public static MarkupNode Read(string svg)
    {
        if (svg.Length > MarkupLimits.Characters) throw new MarkupException(MarkupLimits.TooLong);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersFromEntities = 1,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg.TrimStart()), settings);
            return Read(reader);
        }
        catch (XmlException e)
        {
            throw new MarkupException("It is not well-formed XML and was compared as exact text.", e);
        }
    }

    private static MarkupNode Read(XmlReader reader)
    {
        var root = MarkupNode.Element("");
        var at = root;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.Depth > MarkupLimits.Depth) throw new MarkupException(MarkupLimits.TooDeep);
                var isEmpty = reader.IsEmptyElement;
                var node = at.Add(MarkupNode.Element(Name(reader)));
                ReadAttributes(reader, node);
                if (!isEmpty) at = node;
            }
            else if (reader.NodeType == XmlNodeType.EndElement) at = at.Parent!;
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA || (IsSpace(reader.NodeType) && HoldsText(at))) at.AddText(reader.Value);
        }
        Trim(root);
        return root;
    }

    private static void ReadAttributes(XmlReader reader, MarkupNode node)
    {
        while (reader.MoveToNextAttribute())
            if (reader.NamespaceURI != Namespaces) node.Attributes[Name(reader)] = reader.Value;
        reader.MoveToElement();
    }

    /// <summary>The prefix is a matter of spelling; the namespace is not.</summary>
    private static string Name(XmlReader reader) => reader.NamespaceURI switch
    {
        "" or Svg => reader.LocalName,
        Links => "xlink:" + reader.LocalName,
        var other => $"{{{other}}}{reader.LocalName}",
    };

    private static bool IsSpace(XmlNodeType type) => type is XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    private static bool HoldsText(MarkupNode node) => node.Name is "text" or "tspan" or "textPath";

    /// <summary>White space between the words of a text is drawn; around the text and between shapes it is not.</summary>
    private static void Trim(MarkupNode node)
    {
        for (var i = 0; i < node.Children.Count; i++)
        {
            var child = node.Children[i];
            if (child.Text is null)
            {
                Trim(child);
                continue;
            }
            child.Text = HtmlWhiteSpace.Collapse(child.Text);
            var isInner = HoldsText(node);
            if (!isInner || (node.Name == "text" && i == 0)) child.Text = child.Text.TrimStart(' ');
            if (!isInner || (node.Name == "text" && i == node.Children.Count - 1)) child.Text = child.Text.TrimEnd(' ');
        }
        node.Children.RemoveAll(child => child.Text is { Length: 0 });
    }
}
