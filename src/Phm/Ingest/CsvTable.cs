using System.IO.Compression;
using System.Text.Unicode;
using CsvHelper;

namespace Phm.Ingest;

/// <summary>
/// A CSV or CSV.gz file with a header, read row by row as UTF-8 bytes. A cell that is not as its schema says makes the row a
/// rejected one: it is counted, told and, where there is a quarantine, kept there whole.
/// </summary>
internal sealed partial class CsvTable : IDisposable
{
    /// <summary>A longer record is not linked data; the bound keeps a quote that is never closed from filling memory.</summary>
    private const int MaxRecordBytes = 1 << 20;

    private readonly Stream? _stream;
    private readonly string[] _header;
    private readonly long[] _filled;
    private readonly Quarantine? _quarantine;
    private readonly bool _isPart;
    private CsvReader _reader;
    private bool _rejected;

    private CsvTable(string path, Quarantine? quarantine)
    {
        File = Path.GetFileName(path);
        _quarantine = quarantine;
        _stream = Open(path);
        _reader = CsvReader.Create(_stream, new CsvReaderOptions
        {
            Separator = ',',
            MaxRecordSize = MaxRecordBytes,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            BufferSize = 1 << 18,
        }, leaveOpen: false);
        _header = ReadHeader();
        _filled = new long[_header.Length];
    }

    /// <summary>The file's name, without its folder.</summary>
    public string File { get; }

    public ProblemLog Problems { get; } = new();

    public long RowsRead { get; private set; }

    public long RowsKept { get; private set; }

    /// <summary>For each column of the file, how many of the kept rows have a value in it.</summary>
    public IEnumerable<(string Column, long Filled)> Completeness => _header.Zip(_filled);

    public static CsvTable OpenRead(string path, Quarantine? quarantine) => new(path, quarantine);

    /// <summary>The position of a column, or -1 where the file has none and none is required.</summary>
    public int Column(ColumnSchema schema)
    {
        var index = Array.IndexOf(_header, schema.Name);
        if (index < 0 && schema.Required) throw Fatal(1, $"a header without {schema.Name}", $"the column {schema.Name}", "Add the column; the data dictionary says what it holds.");
        return index;
    }

    /// <summary>Moves to the next row that has as many cells as the header and is text.</summary>
    public bool Read()
    {
        while (Advance())
        {
            RowsRead++;
            if (IsRow()) return true;
        }
        return false;
    }

    /// <summary>The text of a cell as UTF-8; empty where the file has no such column.</summary>
    public ReadOnlySpan<byte> Cell(int column) => column < 0 ? default : _reader.GetSpan(column);

    /// <summary>Counts the row as kept.</summary>
    public void Keep()
    {
        RowsKept++;
        for (var c = 0; c < _filled.Length; c++)
        {
            if (!_reader.IsEmpty(c)) _filled[c]++;
        }
    }

    /// <summary>Rejects the current row with a reason; the first reason stands.</summary>
    public bool Reject(string? column, string found, string expected, string remedy)
    {
        if (_rejected) return false;
        _rejected = true;
        var problem = new DataProblem(File, _reader.LineNumber, column, found, expected, remedy);
        Tell(problem, _reader.RawRecord);
        return false;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream?.Dispose();
    }

    /// <summary>Whether the current row is text and has as many cells as the header.</summary>
    private bool IsRow()
    {
        _rejected = false;
        if (!Utf8.IsValid(_reader.RawRecord)) throw Fatal(_reader.LineNumber, "bytes that are not UTF-8", "a file in UTF-8", "Save the file as UTF-8 (in Excel: CSV UTF-8).");
        return _reader.FieldCount == _header.Length
            || Reject(null, $"a row with {_reader.FieldCount} cells", $"{_header.Length} cells, as in the header", "Look for a stray comma, quote or line break.");
    }

    private static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private string[] ReadHeader()
    {
        string[] header;
        try
        {
            header = [.. _reader.Headers.Select(name => name.Trim().ToLowerInvariant())];
        }
        catch (Exception e) when (Unreadable(e) is { } problem)
        {
            throw problem;
        }
        if (header.Length == 0) throw Fatal(0, "an empty file", "a header with column names", "Export the table again, with its header.");
        if (header.Any(name => name.Contains('\0'))) throw Fatal(1, "zero bytes in the header", "a file in UTF-8", "Save the file as UTF-8 (in Excel: CSV UTF-8).");
        if (header.GroupBy(name => name).Any(group => group.Count() > 1)) throw Fatal(1, "a column name that stands twice", "each column once", "Remove or rename one of the two.");
        return header;
    }

    private bool Advance()
    {
        try
        {
            return _reader.Read();
        }
        catch (Exception e) when (Unreadable(e) is { } problem)
        {
            throw problem;
        }
    }

    /// <summary>What to tell of an error of the parser or the decompressor; null where the error is none of theirs.</summary>
    private DataException? Unreadable(Exception error) => error switch
    {
        CsvFormatException e => Fatal(e.LineNumber, "quotes that do not match, or a record of more than 1 MB", "CSV as of RFC 4180", "Look for a quote that is never closed."),
        InvalidDataException => Fatal(0, "a damaged gzip file", "a whole .gz file", "Copy or export the file again."),
        _ => null,
    };

    private DataException Fatal(long line, string found, string expected, string remedy) =>
        new(new DataProblem(File, line, null, found, expected, remedy).ToString());
}
