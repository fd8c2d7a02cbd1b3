using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Phm.Notebook.Assistance;

/// <summary>Reads the XML of one documentation comment. The text is a stranger's: no DTD, no files, bounded in size and depth.</summary>
internal static partial class DocumentationReader
{
    private const int MostCharacters = 200_000;
    private const int MostEntries = 100;
    private const int Deepest = 16;
    private const int DeepestElement = 100;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters };

    private static readonly Dictionary<string, string> SpecialTypes = new(StringComparer.Ordinal)
    {
        ["T:System.Boolean"] = "bool", ["T:System.Char"] = "char", ["T:System.Int32"] = "int", ["T:System.Int64"] = "long", ["T:System.Double"] = "double",
        ["T:System.Decimal"] = "decimal", ["T:System.String"] = "string", ["T:System.Object"] = "object",
    };

    /// <summary>The element of the comment, or null where it is no XML.</summary>
    public static XElement? Parse(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            return IsTooDeep(xml) ? null : XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The text of an element is put together by recursion; the process would not survive many thousand levels.</summary>
    private static bool IsTooDeep(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        while (reader.Read())
            if (reader.Depth > DeepestElement) return true;
        return false;
    }

    public static Documentation Read(XElement comment) => new()
    {
        Summary = Blocks(comment.Element("summary")),
        TypeParameters = Entries(comment, "typeparam", "name"),
        Parameters = Entries(comment, "param", "name"),
        Returns = Blocks(comment.Element("returns")),
        Value = Blocks(comment.Element("value")),
        Exceptions = Entries(comment, "exception", "cref"),
        Remarks = Blocks(comment.Element("remarks")),
        Example = Blocks(comment.Element("example")),
    };

    /// <summary>A name as readers write it, of the compiler's identifier such as <c>M:A.B.C(System.Int32)</c>.</summary>
    public static string NameOf(string cref)
    {
        if (SpecialTypes.TryGetValue(cref, out var keyword)) return keyword;
        var kind = cref.Length > 1 && cref[1] == ':' ? cref[0] : ' ';
        var name = (kind == ' ' ? cref : cref[2..]).Split('(', 2)[0].Replace('{', '<').Replace('}', '>');
        name = Arity().Replace(name, match => match.Groups["count"].Value == "1" ? "<T>" : "<…>");
        var parts = name.Split('.').Where(part => part.Length > 0).ToArray();
        if (parts.Length == 0) return cref;
        if (parts[^1] == "#ctor" && parts.Length > 1) return parts[^2];
        return kind is 'M' or 'P' or 'F' or 'E' && parts.Length > 1 ? $"{parts[^2]}.{parts[^1]}" : parts[^1];
    }

    private static List<DocEntry> Entries(XElement comment, string element, string attribute) =>
        [.. comment.Elements(element).Take(MostEntries).Select(found => new DocEntry(NameOf((string?)found.Attribute(attribute) ?? ""), Blocks(found)))];

    private static List<DocBlock> Blocks(XElement? element)
    {
        var page = new Page();
        if (element is not null) Write(element, page, DocBlockKind.Paragraph, 0);
        page.End(DocBlockKind.Paragraph);
        return page.Blocks;
    }

    private static void Write(XElement element, Page page, DocBlockKind kind, int depth)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text) page.Add(WhiteSpace().Replace(text.Value, " "), isCode: false);
            else if (node is XElement inner && depth < Deepest) WriteElement(inner, page, kind, depth);
        }
    }

    private static void WriteElement(XElement element, Page page, DocBlockKind kind, int depth)
    {
        switch (element.Name.LocalName)
        {
            case "para" or "p":
                page.End(kind);
                Write(element, page, kind, depth + 1);
                page.End(kind);
                break;
            case "br":
                page.End(kind);
                break;
            case "item" or "listheader" or "li":
                page.End(kind);
                Write(element, page, DocBlockKind.Item, depth + 1);
                page.End(DocBlockKind.Item);
                break;
            case "term" when element.ElementsAfterSelf("description").Any():
                Write(element, page, kind, depth + 1);
                page.Add(": ", isCode: false);
                break;
            case "code":
                page.End(kind);
                page.Add(Unindented(element.Value), isCode: true);
                page.End(DocBlockKind.Code);
                break;
            case "c" or "tt":
                page.Add(WhiteSpace().Replace(element.Value, " "), isCode: true);
                break;
            case "see" or "seealso" or "paramref" or "typeparamref" when element.IsEmpty || element.Value.Length == 0:
                page.Add(Reference(element), isCode: true);
                break;
            default:
                Write(element, page, kind, depth + 1);
                break;
        }
    }

    private static string Reference(XElement element) =>
        (string?)element.Attribute("langword") ?? (string?)element.Attribute("name") ?? (string?)element.Attribute("href")
        ?? ((string?)element.Attribute("cref") is { } cref ? NameOf(cref) : "");

    private static string Unindented(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..].TrimEnd() : "")).TrimEnd();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"``?(?<count>\d+)")]
    private static partial Regex Arity();

    /// <summary>Blocks that are being filled.</summary>
    private sealed class Page
    {
        private readonly List<DocText> texts = [];

        public List<DocBlock> Blocks { get; } = [];

        public void Add(string text, bool isCode)
        {
            if (text.Length > 0) texts.Add(new DocText(text, isCode));
        }

        public void End(DocBlockKind kind)
        {
            while (kind != DocBlockKind.Code && texts is [{ IsCode: false, Text: var first }, ..] && first.TrimStart() is var rest && rest.Length < first.Length)
            {
                if (rest.Length == 0) texts.RemoveAt(0);
                else texts[0] = new DocText(rest, false);
            }
            while (kind != DocBlockKind.Code && texts is [.., { IsCode: false, Text: var last }] && last.TrimEnd() is var start && start.Length < last.Length)
            {
                if (start.Length == 0) texts.RemoveAt(texts.Count - 1);
                else texts[^1] = new DocText(start, false);
            }
            if (texts.Count > 0) Blocks.Add(new DocBlock(kind, [.. texts]));
            texts.Clear();
        }
    }
}
