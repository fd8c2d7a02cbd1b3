using System.Buffers.Binary;

namespace Phm.Jupyter.Zmtp;

/// <summary>What stands before the body of a frame: a byte of flags and a length of 1 or 8 bytes.</summary>
/// <param name="Length">The bytes of the body, 0 or more.</param>
/// <param name="HasMore">Whether a further frame of the same message follows.</param>
/// <param name="IsCommand">Whether the body is a command and not part of a message.</param>
internal readonly record struct FrameHeader(long Length, bool HasMore = false, bool IsCommand = false)
{
    public const int LongestSize = 9;

    private const byte More = 1;
    private const byte Long = 2;
    private const byte Command = 4;
    private const byte Reserved = 0xF8;

    /// <summary>The bytes that the header takes: 2 for a body of up to 255 bytes, 9 for a longer one.</summary>
    public int Size => Length > byte.MaxValue ? LongestSize : 2;

    public void WriteTo(Span<byte> bytes)
    {
        bytes[0] = (byte)((HasMore ? More : 0) | (IsCommand ? Command : 0) | (Length > byte.MaxValue ? Long : 0));
        if (Length > byte.MaxValue) BinaryPrimitives.WriteInt64BigEndian(bytes[1..], Length);
        else bytes[1] = (byte)Length;
    }

    public static FrameHeader Read(SocketInput input)
    {
        var flags = input.Peek(1)[0];
        if ((flags & Reserved) != 0) throw new ZmtpException("a frame has flags that ZMTP 3.0 does not know");
        if ((flags & (Command | More)) == (Command | More)) throw new ZmtpException("a command announces a further frame");
        var isLong = (flags & Long) != 0;
        var size = isLong ? LongestSize : 2;
        var bytes = input.Peek(size);
        var length = isLong ? BinaryPrimitives.ReadInt64BigEndian(bytes[1..]) : bytes[1];
        input.Skip(size);
        if (length < 0) throw new ZmtpException("a frame announces more than 2^63 bytes");
        return new FrameHeader(length, (flags & More) != 0, (flags & Command) != 0);
    }
}
