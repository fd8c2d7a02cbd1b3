using System.IO.Compression;

namespace Phm.Ingest;

/// <summary>
/// The content of a gzip file, which must be whole. The framework ends quietly where a file was cut off, and half of the patients
/// would be taken for all of them; so a last member with a mark is added behind the file, and must come out of it.
/// </summary>
internal sealed class WholeGzipStream : ReadOnlyStream
{
    private static readonly byte[] Mark = "\0end of file\0"u8.ToArray();
    private static readonly byte[] MarkMember = Compress(Mark);

    private readonly GZipStream _content;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;

    public WholeGzipStream(Stream file) => _content = new GZipStream(new FollowedStream(file, new MemoryStream(MarkMember)), CompressionMode.Decompress);

    /// <exception cref="InvalidDataException">The file is damaged or was cut off, or something else follows it.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_end - _start <= Mark.Length && !_ended) Fill();
        var available = _end - _start - Mark.Length;
        if (available <= 0)
        {
            if (!_buffer.AsSpan(_start.._end).SequenceEqual(Mark)) throw new InvalidDataException("The gzip file was cut off.");
            return 0;
        }
        var count = Math.Min(available, buffer.Length);
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _content.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = _content.Read(_buffer.AsSpan(_end));
        _ended = read == 0;
        _end += read;
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.NoCompression)) gzip.Write(bytes);
        return member.ToArray();
    }

    /// <summary>One stream, then another.</summary>
    private sealed class FollowedStream(Stream first, Stream second) : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer) => first.Read(buffer) is > 0 and var read ? read : second.Read(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing) first.Dispose();
            base.Dispose(disposing);
        }
    }
}
