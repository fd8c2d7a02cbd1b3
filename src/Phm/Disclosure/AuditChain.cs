using System.Text;

namespace Phm.Disclosure;

/// <summary>Reads an audit log from its first line to its last and follows the chain.</summary>
internal sealed class AuditChain
{
    private readonly List<AuditEntry> _entries = [];
    private readonly List<string> _breaks = [];
    private readonly List<int> _torn = [];
    private readonly List<int> _doubtful = [];
    private string _last = AuditLine.NoPrevious;
    private int _line;

    public static AuditCheck Read(Stream log)
    {
        var chain = new AuditChain();
        foreach (var line in Lines(log)) chain.Add(line);
        chain.End();
        return new(chain._entries, chain._breaks, chain._torn, chain._last);
    }

    /// <summary>The digest of the last entry of a log, looked for in its last bytes.</summary>
    public static string LastDigest(Stream log)
    {
        log.Seek(-Math.Min(log.Length, 8 * AuditLine.MaxBytes), SeekOrigin.End);
        var last = AuditLine.NoPrevious;
        foreach (var line in Lines(log))
        {
            if (line is not null && AuditLine.TryRead(line, out _, out _, out var digest)) last = digest;
        }
        return last;
    }

    private void Add(string? line)
    {
        _line++;
        if (line is null || !AuditLine.TryRead(line, out var entry, out var previous, out var digest))
        {
            _doubtful.Add(_line);
            return;
        }
        // What lies between two entries that follow each other was never an entry.
        if (previous == _last) _torn.AddRange(_doubtful);
        else if (_doubtful.Count > 0) _breaks.Add(FormattableString.Invariant($"Line {_doubtful[0]}: found a line that is not as it was written."));
        else _breaks.Add(FormattableString.Invariant($"Line {_line}: found an entry that does not follow the one before it; lines between them were removed, moved or added."));
        _doubtful.Clear();
        _entries.Add(entry);
        _last = digest;
    }

    private void End()
    {
        if (_doubtful.Count > 0)
            _breaks.Add(FormattableString.Invariant($"Line {_doubtful[0]}: found a last line that is not whole; a crash cut it off, or it was altered. The next entry will tell: it follows the last whole one."));
    }

    /// <summary>The lines, without their ends; null for one that is longer than any entry.</summary>
    private static IEnumerable<string?> Lines(Stream log)
    {
        using var reader = new StreamReader(log, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var line = new StringBuilder();
        var buffer = new char[1 << 14];
        var isTooLong = false;
        for (int read; (read = reader.Read(buffer, 0, buffer.Length)) > 0;)
        {
            for (int at = 0, end; at < read; at = end + 1)
            {
                end = Array.IndexOf(buffer, '\n', at, read - at);
                var stop = end < 0 ? read : end;
                isTooLong |= line.Length + stop - at > AuditLine.MaxBytes;
                if (!isTooLong) line.Append(buffer, at, stop - at);
                if (end < 0) break;
                yield return isTooLong ? null : line.ToString();
                line.Clear();
                isTooLong = false;
            }
        }
        if (line.Length > 0 || isTooLong) yield return isTooLong ? null : line.ToString();
    }
}
