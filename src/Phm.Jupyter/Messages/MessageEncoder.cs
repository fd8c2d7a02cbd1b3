using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Phm.Jupyter.Messages;

/// <summary>Writes and signs messages of the kernel. The JSON frames lie in one piece of memory, so that one pass of the hash signs them.</summary>
/// <param name="signer">Signs them.</param>
/// <param name="session">The kernel's session, from which the ids of its messages are made.</param>
internal sealed class MessageEncoder(MessageSigner signer, string session)
{
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    // Relaxed: front ends escape what they put into a page themselves, and a chart's JSON is shorter by a third.
    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private long written;

    /// <summary>The version of the protocol.</summary>
    public const string ProtocolVersion = "5.3";

    /// <summary>The kernel's session.</summary>
    public string Session => session;

    /// <summary>The frames of a message.</summary>
    /// <param name="route">The frames before the delimiter.</param>
    /// <param name="type">The kind of message.</param>
    /// <param name="parent">The message that it answers or belongs to, or null.</param>
    /// <param name="content">Writes the content, one JSON object.</param>
    /// <returns>The frames, and the id of the message.</returns>
    public WrittenMessage Write(IReadOnlyList<ReadOnlyMemory<byte>> route, string type, MessageHeader? parent, Action<Utf8JsonWriter> content)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{session}_{Interlocked.Increment(ref written)}");
        var memory = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(memory, Layout);
        WriteHeader(json, id, type);
        var header = End(json, memory);
        memory.Write(parent is null ? "{}"u8 : parent.Json.Span);
        var parentHeader = memory.WrittenCount;
        memory.Write("{}"u8);
        var metadata = memory.WrittenCount;
        content(json);
        End(json, memory);
        var all = memory.WrittenMemory;
        return new WrittenMessage(id,
            [.. route, MessageDecoder.Delimiter, signer.Sign(all.Span), all[..header], all[header..parentHeader], all[parentHeader..metadata], all[metadata..]]);
    }

    private static int End(Utf8JsonWriter json, ArrayBufferWriter<byte> memory)
    {
        json.Flush();
        json.Reset();
        return memory.WrittenCount;
    }

    private void WriteHeader(Utf8JsonWriter json, string id, string type)
    {
        Span<byte> date = stackalloc byte[32];
        DateTime.UtcNow.TryFormat(date, out var length, DateFormat, CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteString("msg_id"u8, id);
        json.WriteString("session"u8, session);
        json.WriteString("username"u8, "kernel"u8);
        json.WriteString("date"u8, date[..length]);
        json.WriteString("msg_type"u8, type);
        json.WriteString("version"u8, ProtocolVersion);
        json.WriteEndObject();
    }
}
