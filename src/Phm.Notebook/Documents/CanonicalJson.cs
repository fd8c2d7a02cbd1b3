using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phm.Notebook.Documents;

/// <summary>
/// JSON as Jupyter writes it (Python's <c>json.dump(ensure_ascii=False, indent=1)</c>): one member a line, nothing escaped that
/// need not be, empty containers closed at once, numbers spelled as they were read.
/// </summary>
internal static class CanonicalJson
{
    public static string Write(JsonNode? node, JsonLayout layout)
    {
        var text = new StringBuilder();
        Append(text, node, layout.Indent, 0);
        if (layout.EndsWithNewline) text.Append('\n');
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, string indent, int level)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                AppendObject(text, members, indent, level + 1);
                break;
            case JsonArray items:
                AppendArray(text, items, indent, level + 1);
                break;
            default:
                AppendValue(text, node.AsValue());
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonObject members, string indent, int level)
    {
        if (members.Count == 0)
        {
            text.Append("{}");
            return;
        }
        var separator = '{';
        foreach (var (key, value) in members)
        {
            StartLine(text.Append(separator), indent, level);
            AppendString(text, key);
            text.Append(": ");
            Append(text, value, indent, level);
            separator = ',';
        }
        StartLine(text, indent, level - 1);
        text.Append('}');
    }

    private static void AppendArray(StringBuilder text, JsonArray items, string indent, int level)
    {
        if (items.Count == 0)
        {
            text.Append("[]");
            return;
        }
        var separator = '[';
        foreach (var item in items)
        {
            StartLine(text.Append(separator), indent, level);
            Append(text, item, indent, level);
            separator = ',';
        }
        StartLine(text, indent, level - 1);
        text.Append(']');
    }

    private static void StartLine(StringBuilder text, string indent, int level)
    {
        text.Append('\n');
        for (var i = 0; i < level; i++) text.Append(indent);
    }

    private static void AppendValue(StringBuilder text, JsonValue value)
    {
        if (value.GetValueKind() != JsonValueKind.String) text.Append(value.ToJsonString());
        else if (MultilineText.TryRead(value) is { } characters) AppendString(text, characters);
        // What no .NET string may hold is written back as it was.
        else text.Append(value.GetValue<JsonElement>().GetRawText());
    }

    private static void AppendString(StringBuilder text, string characters)
    {
        text.Append('"');
        var start = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var c = characters[i];
            if (c >= ' ' && c != '"' && c != '\\') continue;
            text.Append(characters, start, i - start).Append(Escape(c));
            start = i + 1;
        }
        text.Append(characters, start, characters.Length - start).Append('"');
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
    };
}
