namespace Phm.Ingest;

/// <summary>The files of a source that have been read, with what became of their rows.</summary>
internal sealed class TableReads(string source, ImportOptions options)
{
    private readonly List<(TableReport Report, ProblemLog Problems)> _done = [];

    public IReadOnlyList<TableReport> Reports => [.. _done.Select(table => table.Report)];

    /// <summary>Reads a file and notes what became of its rows.</summary>
    public void Read(string table, string path, Action<CsvTable> read) => Add(ReadAside(table, path, read));

    /// <summary>Reads a file, for callers that read several at once and add them in an order of their own.</summary>
    public (TableReport, ProblemLog) ReadAside(string table, string path, Action<CsvTable> read)
    {
        using var quarantine = options.Quarantine is { } aside ? new Quarantine(aside, table) : null;
        using var csv = CsvTable.OpenRead(path, quarantine);
        read(csv);
        return (new TableReport(table, csv.RowsRead, csv.RowsKept, csv.Problems.ByReason, [.. csv.Completeness]) { LeftOut = csv.RowsLeftOut }, csv.Problems);
    }

    public void Add((TableReport, ProblemLog) table) => _done.Add(table);

    /// <summary>Stops a strict import that met problems, with the first of them and their number.</summary>
    public void RequireGood()
    {
        var problems = _done.Select(table => table.Problems).ToArray();
        if (options.Quarantine is null && problems.Any(log => log.Total > 0)) throw ProblemLog.ToException(source, problems);
    }
}
