using System.Buffers.Binary;
using System.Text;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>Bytes of ZMTP 3.0, put together from RFC 23 and not from the code under test.</summary>
internal static class Wire
{
    public const byte More = 1;
    public const byte Long = 2;
    public const byte Command = 4;

    public static byte[] Greeting { get; } = Join([0xFF], new byte[8], [0x7F, 3, 0], "NULL"u8.ToArray(), new byte[16], new byte[32]);

    public static byte[] Frame(byte flags, params byte[] body)
    {
        if (body.Length < 256 && (flags & Long) == 0) return Join([flags, (byte)body.Length], body);
        return Join(LongHeader((byte)(flags | Long), (ulong)body.Length), body);
    }

    public static byte[] LongHeader(byte flags, ulong length)
    {
        var bytes = new byte[9];
        bytes[0] = flags;
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(1), length);
        return bytes;
    }

    public static byte[] CommandFrame(string name, params byte[] data) => Frame(Command, Join([(byte)name.Length], Text(name), data));

    public static byte[] Ready(string socketType, string identity = "") =>
        CommandFrame("READY", Join(Property("Socket-Type", Text(socketType)), Property("Identity", Text(identity))));

    public static byte[] Property(string name, byte[] value)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return Join([(byte)name.Length], Text(name), length, value);
    }

    public static byte[] Message(params string[] frames) =>
        Join([.. frames.Select((frame, i) => Frame(i < frames.Length - 1 ? More : (byte)0, Text(frame)))]);

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];
}
