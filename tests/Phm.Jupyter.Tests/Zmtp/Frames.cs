using System.Net;
using System.Text;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>Messages as tests write them down.</summary>
internal static class Frames
{
    public static IPEndPoint AnyPort => new(IPAddress.Loopback, 0);

    public static ReadOnlyMemory<byte>[] Of(params string[] frames) => [.. frames.Select(frame => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(frame))];

    public static string Text(IReadOnlyList<ReadOnlyMemory<byte>> frames) => string.Join('|', frames.Select(frame => Encoding.UTF8.GetString(frame.Span)));

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
