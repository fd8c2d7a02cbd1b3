using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Notebook.Outputs;

/// <summary>One value in the MIME types in which it shows itself, in order of preference.</summary>
public sealed class MimeBundle
{
    /// <summary>The bundle of the given contents.</summary>
    public MimeBundle(IEnumerable<MimeContent> contents) => Contents = [.. contents];

    /// <summary>The contents, one a MIME type.</summary>
    public IReadOnlyList<MimeContent> Contents { get; }

    /// <summary>The content of a MIME type, or null.</summary>
    public string? this[string mimeType] => Contents.FirstOrDefault(content => content.MimeType == mimeType)?.Text;

    /// <summary>A bundle of one text.</summary>
    public static MimeBundle Of(string mimeType, string text) => new([new MimeContent(mimeType, text)]);

    /// <summary>
    /// The bundle as nbformat keeps it: keys in alphabetical order, as Jupyter sorts them; text as lines; JSON types as JSON, whose keys are
    /// sorted as well: a notebook that another tool has read and written is then the same to the byte.
    /// </summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var content in Contents.OrderBy(content => content.MimeType, StringComparer.Ordinal)) json[content.MimeType] = Node(content);
        return json;
    }

    private static JsonNode? Node(MimeContent content) =>
        content.IsJson ? Sorted(JsonNode.Parse(content.Text))
        : MimeTypes.IsKeptAsLines(content.MimeType) ? MultilineText.Write(content.Text)
        : JsonValue.Create(content.Text);

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
