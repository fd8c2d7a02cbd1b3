using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phm.Jupyter.Tests.Serving;

/// <summary>A message of the kernel as a client sees it, its signature checked without the product's own code.</summary>
internal sealed record WireMessage(string Channel, JsonObject Header, JsonObject Parent, JsonObject Metadata, JsonObject Content, string Topic)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, IndentSize = 1, NewLine = "\n" };

    public string Type => (string)Header["msg_type"]!;

    public string? ParentId => (string?)Parent["msg_id"];

    public string Status => (string)Content["status"]!;

    public static WireMessage Read(string channel, IReadOnlyList<ReadOnlyMemory<byte>> frames, string key)
    {
        var at = frames.ToList().FindIndex(frame => frame.Span.SequenceEqual("<IDS|MSG>"u8));
        Assert.Equal(at + 6, frames.Count);
        var json = frames.Skip(at + 2).Select(frame => Encoding.UTF8.GetString(frame.Span)).ToArray();
        var expected = key.Length == 0 ? "" : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(string.Concat(json))));
        Assert.Equal(expected, Encoding.UTF8.GetString(frames[at + 1].Span));
        var objects = json.Select(text => JsonNode.Parse(text)!.AsObject()).ToArray();
        return new WireMessage(channel, objects[0], objects[1], objects[2], objects[3], at > 0 ? Encoding.UTF8.GetString(frames[0].Span) : "");
    }

    public bool IsStatus(string state) => Type == "status" && (string?)Content["execution_state"] == state;

    /// <summary>The message for a kept file: ids and times in words.</summary>
    public JsonObject Normalised()
    {
        var header = Header.DeepClone().AsObject();
        header["msg_id"] = "<id>";
        header["session"] = "<session>";
        header["date"] = "<date>";
        var parent = Parent.DeepClone().AsObject();
        if (parent.ContainsKey("msg_id")) parent["msg_id"] = "<id of the request>";
        return new JsonObject
        {
            ["channel"] = Channel,
            ["topic"] = Topic.Replace((string)Header["session"]!, "<session>", StringComparison.Ordinal),
            ["header"] = header,
            ["parent_header"] = parent,
            ["metadata"] = Metadata.DeepClone(),
            ["content"] = Content.DeepClone(),
        };
    }

    /// <summary>Messages as a document to be kept.</summary>
    public static string Document(IEnumerable<WireMessage> messages, params (string Text, string Word)[] replacements)
    {
        var text = new JsonArray([.. messages.Select(message => message.Normalised())]).ToJsonString(Readable) + "\n";
        return replacements.Aggregate(text, (document, pair) => document.Replace(pair.Text, pair.Word, StringComparison.Ordinal));
    }
}
