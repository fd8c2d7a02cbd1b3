using System.Text.Json;
using System.Text.Unicode;

namespace Phm.Jupyter.Messages;

/// <summary>
/// Reads messages: frames of the route, the delimiter <c>&lt;IDS|MSG&gt;</c>, the signature, and header, parent header, metadata and
/// content as JSON objects. Raw buffers after them are ignored.
/// </summary>
internal sealed class MessageDecoder(MessageSigner signer, ReplayGuard replays)
{
    private const int LongestRoute = 16;
    private const int LongestHeader = 65_536;
    private const int JsonFrames = 4;

    /// <summary>The frame between the route and the message.</summary>
    public static ReadOnlyMemory<byte> Delimiter { get; } = "<IDS|MSG>"u8.ToArray();

    /// <summary>Reads a message.</summary>
    /// <param name="frames">All its frames, the route first.</param>
    /// <exception cref="MessageException">It is malformed, its signature is wrong, or it has come before.</exception>
    public Message Read(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        var at = FindDelimiter(frames);
        if (frames.Count < at + 2 + JsonFrames) throw new MessageException("it has too few frames");
        ReadOnlyMemory<byte>[] json = [frames[at + 2], frames[at + 3], frames[at + 4], frames[at + 5]];
        CheckSignature(frames[at + 1].Span, json);
        var header = ReadHeader(json[0]);
        var parent = Parse(json[1], "parent header");
        Parse(json[2], "metadata");
        return new Message([.. frames.Take(at)], header, parent.OptionalText("msg_id"), Parse(json[3], "content"));
    }

    private static int FindDelimiter(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        for (var i = 0; i < Math.Min(frames.Count, LongestRoute); i++)
            if (frames[i].Span.SequenceEqual(Delimiter.Span)) return i;
        throw new MessageException("it has no delimiter");
    }

    private void CheckSignature(ReadOnlySpan<byte> signature, ReadOnlySpan<ReadOnlyMemory<byte>> json)
    {
        if (!signer.Signs) return;
        Span<byte> hash = stackalloc byte[MessageSigner.Length];
        if (!signer.IsRight(signature, json, hash)) throw new MessageException("its signature is wrong");
        if (!replays.IsNew(hash)) throw new MessageException("it has come before");
    }

    private static MessageHeader ReadHeader(ReadOnlyMemory<byte> json)
    {
        if (json.Length > LongestHeader) throw new MessageException("its header is too long");
        var header = Parse(json, "header");
        return new MessageHeader(header.Text("msg_id"), header.OptionalText("session") ?? "", header.Text("msg_type"), json);
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> json, string name)
    {
        // The reader of JSON looks at the characters of a string only when it is asked for it, and the header is handed on unread.
        if (!Utf8.IsValid(json.Span)) throw new MessageException($"its {name} is not UTF-8");
        try
        {
            var element = JsonElement.Parse(json.Span);
            return element.ValueKind == JsonValueKind.Object ? element : throw new MessageException($"its {name} is no JSON object");
        }
        catch (JsonException)
        {
            throw new MessageException($"its {name} is no JSON");
        }
    }
}
