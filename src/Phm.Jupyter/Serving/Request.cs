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
    private const string RequestSuffix = "_request";

    public MessageHeader Header => Message.Header;

    public JsonElement Content => Message.Content;

    /// <summary>Whether an answer has been sent, or none is expected.</summary>
    public bool IsAnswered { get; private set; } = !Message.Header.Type.EndsWith(RequestSuffix, StringComparison.Ordinal);

    /// <summary>The number that the answer to an execution carries even where it failed; null for other requests.</summary>
    public int? ExecutionCount { get; set; }

    /// <summary>Answers. The type is the request's own, with <c>reply</c> for <c>request</c>.</summary>
    /// <param name="content">Writes the fields of the content.</param>
    public void Reply(Action<Utf8JsonWriter> content)
    {
        IsAnswered = true;
        Channel.Send(Identity, Message.Route, Header.Type[..^RequestSuffix.Length] + "_reply", Header, json =>
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        });
    }

    /// <summary>Answers that the request failed, unless it is answered already.</summary>
    public void ReplyError(string name, string message)
    {
        if (IsAnswered) return;
        Reply(json =>
        {
            json.WriteString("status"u8, "error"u8);
            if (ExecutionCount is { } number) json.WriteNumber("execution_count"u8, number);
            ErrorFields.Write(json, name, message, []);
        });
    }
}
