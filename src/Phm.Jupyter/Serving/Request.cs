using System.Text.Json;
using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Serving;

/// <summary>A message that asks for something, and the way back to its sender.</summary>
/// <param name="Message">The message.</param>
/// <param name="Identity">The peer that sent it.</param>
/// <param name="Channel">The channel on which it came.</param>
/// <param name="IsAborted">Whether it was waiting when a request before it failed and asked for the end of all that wait.</param>
internal sealed record Request(Message Message, ReadOnlyMemory<byte> Identity, RequestChannel Channel, bool IsAborted)
{
    public MessageHeader Header => Message.Header;

    public JsonElement Content => Message.Content;

    /// <summary>Answers. The type is the request's own, with <c>reply</c> for <c>request</c>.</summary>
    /// <param name="content">Writes the fields of the content.</param>
    public void Reply(Action<Utf8JsonWriter> content)
    {
        var type = Header.Type.EndsWith(RequestSuffix, StringComparison.Ordinal) ? Header.Type[..^RequestSuffix.Length] + "_reply" : Header.Type;
        Channel.Send(Identity, Message.Route, type, Header, json =>
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        });
    }

    /// <summary>Answers that the request failed.</summary>
    public void ReplyError(string name, string message) => Reply(json =>
    {
        json.WriteString("status"u8, "error"u8);
        json.WriteString("ename"u8, name);
        json.WriteString("evalue"u8, message);
        json.WriteStartArray("traceback"u8);
        json.WriteEndArray();
    });

    private const string RequestSuffix = "_request";
}
