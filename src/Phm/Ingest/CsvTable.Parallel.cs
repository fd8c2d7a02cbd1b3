using CsvHelper;

namespace Phm.Ingest;

/// <summary>
/// Rows parsed by several threads. Each thread sees rows through a table of its own, which keeps what it rejects until the rows are
/// taken in the order of the file: values, problems and quarantine do not depend on the number of threads.
/// </summary>
internal sealed partial class CsvTable
{
    private (DataProblem Problem, byte[] Row)? _untold;

    /// <summary>A table through which one thread sees the rows of the whole.</summary>
    private CsvTable(CsvTable whole)
    {
        File = whole.File;
        _reader = whole._reader;
        _header = whole._header;
        _filled = new long[_header.Length];
        _isPart = true;
    }

    /// <summary>Parses the rows that are left.</summary>
    /// <param name="parser">Makes what parses the rows that one thread sees through a table; it says null for a row that it rejected.</param>
    /// <param name="take">Takes what was parsed, in the order of the file, on this thread.</param>
    public void ForEach<T>(Func<CsvTable, Func<T?>> parser, Action<T> take) where T : struct
    {
        using var parts = new ThreadLocal<(CsvTable Table, Func<T?> Parse)>(Part, trackAllValues: true);
        try
        {
            foreach (var (value, rejected) in _reader.ParallelEnumerate(Parse))
            {
                RowsRead++;
                if (value is { } kept)
                {
                    RowsKept++;
                    take(kept);
                }
                else if (rejected is var (problem, row))
                {
                    Tell(problem, row);
                }
            }
        }
        catch (Exception e) when (Unreadable(e) is { } problem)
        {
            throw problem;
        }
        foreach (var (part, _) in parts.Values)
        {
            for (var c = 0; c < _filled.Length; c++) _filled[c] += part._filled[c];
        }

        (CsvTable, Func<T?>) Part()
        {
            var part = new CsvTable(this);
            return (part, parser(part));
        }

        (T?, (DataProblem, byte[])?) Parse(CsvReader reader)
        {
            var (part, parse) = parts.Value;
            part._reader = reader;
            part._untold = null;
            return (part.IsRow() ? parse() : null, part._untold);
        }
    }

    /// <summary>Counts, tells and keeps aside a rejected row, or leaves that to the whole of which this is a part.</summary>
    private void Tell(DataProblem problem, ReadOnlySpan<byte> row)
    {
        if (_isPart)
        {
            _untold = (problem, row.ToArray());
            return;
        }
        Problems.Add(problem);
        _quarantine?.Write(problem, row);
    }
}
