using System.Text.RegularExpressions;

namespace Phm.Notebook.Diagrams;

/// <summary>Reads a flowchart in mermaid's language.</summary>
internal sealed partial class FlowchartReader
{
    private const int MostNodes = 500;
    private const int MostEdges = 1_000;
    private const int MostGroups = 100;
    private const int LongestSource = 100_000;

    /// <summary>Statements that style or wire what a static picture does not have; they are passed over.</summary>
    private static readonly string[] PassedOver = ["click", "linkStyle", "direction"];

    private readonly Flowchart chart;
    private readonly Dictionary<string, FlowNode> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowGroup> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowStyle> classes = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Class)> classed = [];
    private readonly List<(string Name, FlowStyle Style)> styled = [];
    private readonly List<(string From, string To, FlowLink Link)> links = [];
    private readonly Stack<(FlowGroup Group, int Line)> open = new();

    private FlowchartReader(FlowDirection direction) => chart = new Flowchart(direction);

    /// <exception cref="DiagramException">The text is not a flowchart, or too large a one.</exception>
    public static Flowchart Read(string source)
    {
        if (source.Length > LongestSource) throw new DiagramException("the diagram has more than 100,000 characters", 1);
        var statements = new FlowchartLines(source);
        var header = Header().Match(statements.Header);
        if (!header.Success) throw new DiagramException("expected 'flowchart' or 'graph' with a direction: TD, TB, BT, LR or RL", statements.HeaderLine);
        var reader = new FlowchartReader(header.Groups["direction"].Value switch { "BT" => FlowDirection.Up, "LR" => FlowDirection.Right, "RL" => FlowDirection.Left, _ => FlowDirection.Down });
        foreach (var (text, line) in statements.Statements()) reader.ReadStatement(text, line);
        return reader.Finish(statements);
    }

    private void ReadStatement(string text, int line)
    {
        var word = FirstWord().Match(text).Value;
        var rest = text[word.Length..].Trim();
        if (PassedOver.Contains(word) && rest.Length > 0) return;
        if (word == "subgraph") Open(rest, line);
        else if (word == "end" && rest.Length == 0) Close(line);
        else if (word == "classDef" && rest.IndexOf(' ') is var space and > 0)
        {
            foreach (var name in rest[..space].Split(',')) classes[name.Trim()] = StyleReader.Read(rest[space..]);
        }
        else if (word == "class" && rest.LastIndexOf(' ') is var last and > 0)
            classed.AddRange(rest[..last].Split(',').Select(name => (name.Trim(), rest[(last + 1)..].Trim())));
        else if (word == "style" && rest.IndexOf(' ') is var gap and > 0)
            styled.AddRange(rest[..gap].Split(',').Select(name => (name.Trim(), StyleReader.Read(rest[gap..]))));
        else ReadChain(text, line);
    }

    private void Open(string rest, int line)
    {
        var match = SubgraphHead().Match(rest);
        var id = match.Success ? match.Groups["id"].Value : rest.Trim().Trim('"');
        if (id.Length == 0) id = $"subgraph {groups.Count + 1}";
        var title = LabelText.Clean(match.Success && match.Groups["title"].Success ? match.Groups["title"].Value : id, line);
        var group = new FlowGroup(id, title, open.TryPeek(out var around) ? around.Group : null);
        if (!groups.TryAdd(id, group)) throw new DiagramException($"there are two subgraphs '{LabelText.Clean(id, line)}'", line);
        if (groups.Count > MostGroups) throw new DiagramException($"the diagram has more than {MostGroups} subgraphs", line);
        chart.Groups.Add(group);
        open.Push((group, line));
    }

    private void Close(int line)
    {
        if (!open.TryPop(out _)) throw new DiagramException("'end' without a 'subgraph'", line);
    }

    /// <summary>Boxes and the links between them: <c>A &amp; B --&gt; C --&gt; D</c>.</summary>
    private void ReadChain(string text, int line)
    {
        var from = ReadSide(text, 0, line, out var at);
        while (SkipSpace(text, at) < text.Length)
        {
            if (LinkReader.TryRead(text, at) is not { } read) throw Unexpected(text, SkipSpace(text, at), line);
            var link = read.Link with { Text = LabelText.Clean(read.Link.Text, line) };
            var to = ReadSide(text, read.End, line, out at);
            foreach (var start in from) links.AddRange(to.Select(end => (start, end, link)));
            if (links.Count > MostEdges) throw new DiagramException("the diagram has more than 1,000 links", line);
            from = to;
        }
    }

    private List<string> ReadSide(string text, int start, int line, out int at)
    {
        var ids = new List<string>();
        at = start;
        do
        {
            ids.Add(ReadNode(text, ref at, line));
        }
        while (Ampersand().Match(text, at) is { Success: true } and && (at += and.Length) > 0);
        return ids;
    }

    private string ReadNode(string text, ref int at, int line)
    {
        at = SkipSpace(text, at);
        var id = Identifier().Match(text, at);
        if (!id.Success) throw at < text.Length ? Unexpected(text, at, line) : new DiagramException("a link leads nowhere: expected a box after it", line);
        at += id.Length;
        if (ShapeReader.TryRead(text, at, line) is { } shape)
        {
            var node = Node(id.Value, line);
            (node.Shape, node.Text) = (shape.Shape, LabelText.Clean(shape.Text, line));
            at = shape.End;
        }
        else if (!groups.ContainsKey(id.Value)) Node(id.Value, line);
        if (ClassMark().Match(text, at) is { Success: true } mark)
        {
            classed.Add((id.Value, mark.Groups["name"].Value));
            at += mark.Length;
        }
        return id.Value;
    }

    private FlowNode Node(string id, int line)
    {
        if (!nodes.TryGetValue(id, out var node))
        {
            nodes[id] = node = new FlowNode(id);
            chart.Nodes.Add(node);
            if (nodes.Count > MostNodes) throw new DiagramException($"the diagram has more than {MostNodes} boxes", line);
        }
        if (node.Group is null && open.TryPeek(out var around)) node.Group = around.Group;
        return node;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static DiagramException Unexpected(string text, int at, int line)
    {
        var found = text.Substring(at, Math.Min(20, text.Length - at));
        return new DiagramException($"'{found}' is not understood here: expected a box such as A[Text] or a link such as -->", line);
    }

    [GeneratedRegex(@"^(flowchart(-elk)?|graph)(\s+(?<direction>TD|TB|BT|LR|RL))?\s*$")]
    private static partial Regex Header();

    [GeneratedRegex(@"^[A-Za-z]+(?=\s|$)")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^(?<id>[\w\-.]+)\s*(\[(?<title>.*)\])?$")]
    private static partial Regex SubgraphHead();

    [GeneratedRegex(@"\G\w+([-.]\w+)*")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\G\s*&\s*")]
    private static partial Regex Ampersand();

    [GeneratedRegex(@"\G:::(?<name>[\w\-]+)")]
    private static partial Regex ClassMark();
}
