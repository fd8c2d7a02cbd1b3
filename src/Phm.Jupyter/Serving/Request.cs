using System.Text.Json;
using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Serving;

/// <summary>A message that asks for something, and the way back to its sender.</summary>
/// <param name="message">The message.</param>
/// <param name="identity">The peer that sent it.</param>
/// <param name="channel">The channel on which it came.</param>
/// <param name="number">How many messages the channel had taken with it.</param>
internal sealed class Request(Message message, ReadOnlyMemory<byte> identity, RequestChannel channel, long number)
{
    private const string RequestSuffix = "_request";

    public Message Message => message;

    public MessageHeader Header => message.Header;

    public JsonElement Content => message.Content;

    public ReadOnlyMemory<byte> Identity => identity;

    public RequestChannel Channel => channel;

    public long Number => number;

    /// <summary>Whether it was waiting when those that waited were aborted: a request before it failed, or somebody interrupted.</summary>
    public bool IsAborted { get; set; }

    /// <summary>Whether an answer has been sent, or none is expected.</summary>
    public bool IsAnswered { get; private set; } = !message.Header.Type.EndsWith(RequestSuffix, StringComparison.Ordinal);

    /// <summary>The number that the answer to an execution carries even where it failed; null for other requests.</summary>
    public int? ExecutionCount { get; set; }

    /// <summary>Answers. The type is the request's own, with <c>reply</c> for <c>request</c>.</summary>
    /// <param name="content">Writes the fields of the content.</param>
    public void Reply(Action<Utf8JsonWriter> content)
    {
        channel.Send(identity, message.Route, Header.Type[..^RequestSuffix.Length] + "_reply", Header, json =>
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        });
        IsAnswered = true;
    }

    /// <summary>Answers that the request failed, unless it is answered already.</summary>
    public void ReplyError(string name, string problem)
    {
        if (IsAnswered) return;
        Reply(json =>
        {
            json.WriteString("status"u8, "error"u8);
            if (ExecutionCount is { } number) json.WriteNumber("execution_count"u8, number);
            ErrorFields.Write(json, name, problem, []);
        });
    }
}
