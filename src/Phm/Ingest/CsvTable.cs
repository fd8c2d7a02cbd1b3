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

    private readonly Stream _stream;
    private readonly CsvReader _reader;
    private readonly string[] _header;
    private readonly long[] _filled;
    private readonly SortedDictionary<string, long> _leftOut = new(StringComparer.Ordinal);
    private readonly Quarantine? _quarantine;
    private readonly FileRead? _fileRead;
    private CsvMalformedReason? _malformed;
    private bool _rejected;

    private CsvTable(string file, Func<FileRead?, Stream> open, Quarantine? quarantine, FileRead? fileRead)
    {
        File = file;
        _quarantine = quarantine;
        _fileRead = fileRead;
        RequireUtf8(() => open(null));
        _stream = Guard(() => open(fileRead));
        _reader = CsvReader.Create(_stream, new CsvReaderOptions
        {
            Separator = ',',
            MaxRecordSize = MaxRecordBytes,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            // The reader goes on after a stray quote; Read rejects the record, which the reader would have mended by guessing.
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => _malformed = record.Reason,
            BufferSize = 1 << 18,
        }, leaveOpen: false);
        try
        {
            _header = ReadHeader();
        }
        catch (DataException)
        {
            Dispose();
            throw;
        }
        _filled = new long[_header.Length];
    }

    /// <summary>The file's name, without its folder.</summary>
    public string File { get; }

    public ProblemLog Problems { get; } = new();

    public long RowsRead { get; private set; }

    public long RowsKept { get; private set; }

    /// <summary>For each column of the file, how many of the kept rows have a value in it.</summary>
    public IEnumerable<(string Column, long Filled)> Completeness => _header.Zip(_filled);

    /// <summary>Rows that were well formed but have no place in the product, by reason.</summary>
    public IReadOnlyDictionary<string, long> RowsLeftOut => _leftOut;

    /// <summary>Opens a file; a name that ends in .gz is a gzipped one.</summary>
    public static CsvTable OpenRead(string path, Quarantine? quarantine)
    {
        var fileRead = FileRead.Start(path);
        try
        {
            return new(Path.GetFileName(path), watcher => Open(path, watcher), quarantine, fileRead);
        }
        catch
        {
            fileRead.Dispose();
            throw;
        }
    }

    /// <summary>Opens a table that ships inside this assembly.</summary>
    public static CsvTable OpenResource(string name) => new(name, _ => typeof(CsvTable).Assembly.GetManifestResourceStream(name)!, quarantine: null, fileRead: null);

    /// <summary>The names of the columns as the file has them.</summary>
    public IReadOnlyList<string> Names => [.. _reader.Headers.Select(name => name.Trim())];

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
            _rejected = false;
            if (!Utf8.IsValid(_reader.RawRecord)) throw NotUtf8(_reader.LineNumber, "bytes that are not UTF-8");
            if (_malformed == CsvMalformedReason.UnterminatedQuote) throw UnclosedQuote(_reader.LineNumber);
            if (_malformed is not null)
            {
                Reject(null, "a quote where none may stand", "CSV as of RFC 4180: a cell with quotes stands in quotes, those inside it doubled", "Mend the quotes; a quote that is not closed takes in the lines after it.");
                continue;
            }
            if (_reader.FieldCount == _header.Length) return true;
            Reject(null, $"a row with {_reader.FieldCount} cells", $"{_header.Length} cells, as in the header", "Look for a stray comma, quote or line break.");
        }
        _fileRead?.Complete(RowsRead);
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

    /// <summary>Counts the row as left out: nothing is wrong with it, but what it says has no place here. Always false.</summary>
    public bool LeaveOut(string reason)
    {
        _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;
        return false;
    }

    /// <summary>Rejects the current row with a reason; the first reason stands.</summary>
    public bool Reject(string? column, string found, string expected, string remedy)
    {
        if (_rejected) return false;
        _rejected = true;
        var problem = new DataProblem(File, _reader.LineNumber, column, found, expected, remedy);
        Problems.Add(problem);
        _quarantine?.Write(problem, _reader.RawRecord);
        return false;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
        _fileRead?.Dispose();
    }

    private static Stream Open(string path, FileRead? fileRead)
    {
        Stream file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        if (fileRead is not null) file = fileRead.Watch(file);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new WholeGzipStream(file) : file;
    }

    private string[] ReadHeader()
    {
        var header = Guard(() => _reader.Headers.Select(name => name.Trim().ToLowerInvariant()).ToArray());
        if (_malformed == CsvMalformedReason.UnterminatedQuote) throw UnclosedQuote(1);
        if (_malformed is not null) throw Fatal(1, "a quote where none may stand", "a header as of RFC 4180", "Mend the quotes of the header.");
        if (header.Length == 0) throw Fatal(0, "an empty file", "a header with column names", "Export the table again, with its header.");
        if (header.Any(name => name.Contains('\0'))) throw NotUtf8(1, "zero bytes in the header");
        if (header.Any(name => name.Contains('\uFFFD'))) throw NotUtf8(1, "bytes that are not UTF-8");
        if (header.GroupBy(name => name).Any(group => group.Count() > 1)) throw Fatal(1, "a column name that stands twice", "each column once", "Remove or rename one of the two.");
        return header;
    }

    private bool Advance()
    {
        _malformed = null;
        return Guard(() => _reader.Read());
    }

    /// <summary>The reader would turn UTF-16 with a byte order mark into UTF-8; the format is UTF-8, so that every tool reads the same file.</summary>
    private void RequireUtf8(Func<Stream> open)
    {
        var start = Guard(() =>
        {
            using var stream = open();
            var bytes = new byte[2];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        });
        if (start is [0xFF, 0xFE] or [0xFE, 0xFF]) throw NotUtf8(1, "the byte order mark of UTF-16");
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException e)
        {
            throw Fatal(e.LineNumber, "a record of more than 1 MB", "shorter records", "Look for a quote that is never closed.");
        }
        catch (InvalidDataException)
        {
            throw Fatal(0, "a damaged gzip file", "a whole .gz file", "Copy or export the file again.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fatal(0, "a file that cannot be read", "a file that this account may read", "Close the program that holds it, or ask for the right to read it.");
        }
    }

    private DataException UnclosedQuote(long line) => Fatal(line, "a quote that is never closed", "CSV as of RFC 4180", "Close the quote: what lies after it cannot be told apart.");

    private DataException NotUtf8(long line, string found) => Fatal(line, found, "a file in UTF-8", "Save the file as UTF-8 (in Excel: CSV UTF-8).");

    private DataException Fatal(long line, string found, string expected, string remedy) =>
        new(new DataProblem(File, line, null, found, expected, remedy).ToString());
}
