using System.Text;
using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Tests.Messages;

/// <summary>Messages as a client writes them.</summary>
internal static class Frames
{
    private static int s_ids;

    public static ReadOnlyMemory<byte> Of(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte> frame) => Encoding.UTF8.GetString(frame.Span);

    /// <summary>A header with an id of its own.</summary>
    public static string Header(string type, string session = "client") => Header(type, $"m{Interlocked.Increment(ref s_ids)}", session);

    public static string Header(string type, string id, string session) =>
        $$"""{"msg_id":"{{id}}","session":"{{session}}","username":"tester","date":"2026-01-01T00:00:00.000000Z","msg_type":"{{type}}","version":"5.3"}""";

    /// <summary>The frames of a message, signed.</summary>
    public static ReadOnlyMemory<byte>[] Signed(MessageSigner signer, string header, string content, string parent = "{}", string metadata = "{}") =>
        [Of("<IDS|MSG>"), signer.Sign(Of(header + parent + metadata + content).Span), Of(header), Of(parent), Of(metadata), Of(content)];
}
