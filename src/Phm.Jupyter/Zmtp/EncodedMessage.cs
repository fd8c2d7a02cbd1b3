using System.Runtime.InteropServices;

namespace Phm.Jupyter.Zmtp;

/// <summary>
/// A message as it goes out: made once, sent to any number of peers. Headers and short frames are copied into one block, so that a message
/// of short frames is one piece; a long frame stays where it is and must not be changed any more.
/// </summary>
internal sealed class EncodedMessage
{
    private const int LongestCopy = 16 * 1024;

    private EncodedMessage(ArraySegment<byte>[] pieces)
    {
        Pieces = pieces;
        foreach (var piece in pieces) Bytes += piece.Count;
    }

    public IReadOnlyList<ArraySegment<byte>> Pieces { get; }

    public long Bytes { get; }

    /// <summary>Bytes that are no frames: the greeting.</summary>
    public static EncodedMessage Raw(byte[] bytes) => new([bytes]);

    public static EncodedMessage Command(ReadOnlyMemory<byte> body) => Encode([body], isCommand: true);

    public static EncodedMessage Encode(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if (frames.Count == 0) throw new ArgumentException("A message has at least one frame.", nameof(frames));
        return Encode(frames, isCommand: false);
    }

    private static EncodedMessage Encode(IReadOnlyList<ReadOnlyMemory<byte>> frames, bool isCommand)
    {
        var blockBytes = 0;
        foreach (var frame in frames) blockBytes += FrameHeader.LongestSize + (frame.Length <= LongestCopy ? frame.Length : 0);
        var block = new byte[blockBytes];
        var pieces = new List<ArraySegment<byte>>(1);
        var (start, end) = (0, 0);
        for (var i = 0; i < frames.Count; i++)
        {
            var frame = frames[i];
            var header = new FrameHeader(frame.Length, HasMore: i < frames.Count - 1, isCommand);
            header.WriteTo(block.AsSpan(end));
            end += header.Size;
            if (frame.Length <= LongestCopy)
            {
                frame.Span.CopyTo(block.AsSpan(end));
                end += frame.Length;
                continue;
            }
            pieces.Add(new ArraySegment<byte>(block, start, end - start));
            pieces.Add(MemoryMarshal.TryGetArray(frame, out var piece) ? piece : frame.ToArray());
            start = end;
        }
        if (end > start) pieces.Add(new ArraySegment<byte>(block, start, end - start));
        return new EncodedMessage([.. pieces]);
    }
}
