using System.Globalization;
using Phm.Presentation;

namespace Phm.Benchmarks;

/// <summary>All sizes side by side: each measure with its growth from the smallest to the largest, its target and whether the largest meets it.</summary>
internal sealed class BenchmarkTable
{
    private const string Absent = "absent";

    private readonly IReadOnlyList<(SizeResult Phm, PeerResult? Peer)> _sizes;
    private readonly List<IReadOnlyList<TableCell>> _rows = [];

    private bool HasPeer => _sizes.Any(size => size.Peer is not null);

    private BenchmarkTable(IReadOnlyList<(SizeResult Phm, PeerResult? Peer)> sizes) => _sizes = sizes;

    public static ResultTable Of(IReadOnlyList<(SizeResult Phm, PeerResult? Peer)> sizes, BenchmarkOptions options, IReadOnlyList<string> notes)
    {
        var table = new BenchmarkTable(sizes);
        table.AddMemory();
        table.AddGrid();
        table.AddPersons();
        table.AddFiles();
        var version = sizes.Select(size => size.Peer?.Version).FirstOrDefault(found => found is not null);
        return new()
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Benchmarks: synthetic people, {options.Years} years of records, analyses of {options.Year}, DuckDB {version ?? Absent}"),
            Columns =
            [
                new("Measure"), new("Unit"), .. sizes.Select(size => new TableColumn(size.Phm.People.ToString("N0", CultureInfo.InvariantCulture), ColumnFormat.Decimal1)),
                new("Growth", ColumnFormat.Decimal1), new("Target"), new("At the largest"),
            ],
            Rows = table._rows,
            Notes =
            [
                "Growth is from the smallest size to the largest. Seconds are on the wall, in brackets of processor, and so are ratios of them: on a busy machine those in brackets are the fairer. Warm is the median of 5 after one that is not counted; DuckDB likewise.",
                "Targets are for 1,800,000 people and 45 million rows of activity on two cores. Generation, saving and import run once. MB are a million bytes; MB/s count uncompressed CSV.",
                "DuckDB reads the plain CSV with given types into memory. Its queries are timed twice: on its tables as imported, keyed by pseudonym, and after its rows were given numbers for keys, which is not timed; Phm does as much in its import.",
                .. notes,
            ],
        };
    }

    private void AddMemory()
    {
        Add("People", "", size => size.People, "#,##0");
        Add("Activity rows", "", size => size.ActivityRows, "#,##0");
        Add("Generation", "s", size => size.Generation, 120);
        Add("Peak of generation", "MB", size => size.PeakAfterGeneration / 1e6, "#,##0", 6000);
        Add("An activity row", "bytes", size => size.Memory.PerActivityRow, "0.0", 16);
        Add("A person", "bytes", size => size.Memory.PerPerson, "0.0", 96);
        Add("Tables by their account", "MB", size => size.Memory.Accounted / 1e6, "#,##0.0");
        Add("Tables as the collector finds", "MB", size => size.Memory.Measured / 1e6, "#,##0.0");
    }

    private void AddGrid()
    {
        Add("Kent grid, first call", "s", size => size.GridCold, 0.5);
        Add("Kent grid, warm", "s", size => size.GridWarm, 0.5);
        AddPeerQuery(30, peer => peer.Grid, size => size.GridWarm);
        AddPeer("  cells equal to DuckDB's", "", peer => peer.EqualCells, "#,##0");
        Add("Disclosure, table by locality", "s", size => size.Disclosure);
    }

    private void AddPersons()
    {
        Add("Totals a person", "s", size => size.Totals);
        AddPeerQuery(10, peer => peer.Totals, size => size.Totals);
        Add("Concentration of spend", "s", size => size.Concentration);
    }

    private void AddFiles()
    {
        Add("Save, gzipped", "s", size => size.Save);
        Add("  files unpacked", "MB", size => size.CsvBytes / 1e6, "#,##0");
        Add("Import of CSV", "s", size => size.ImportCsv);
        AddPeer("  DuckDB", peer => peer.Import);
        AddTimes("  times its speed", 1, (size, peer) => (peer.Import, size.ImportCsv));
        Add("Import of CSV", "MB/s", size => size.CsvBytes / 1e6 / size.ImportCsv.Wall, "0.0", 30, isLeast: true);
        Add("Import of CSV.gz", "MB/s", size => size.CsvBytes / 1e6 / size.ImportGzip.Wall, "0.0", 30, isLeast: true);
        Add("Peak of everything", "MB", size => size.Peak / 1e6, "#,##0");
        AddPeer("  DuckDB", "MB", peer => peer.PeakBytes / 1e6, "#,##0");
    }

    private void Add(string name, string unit, Func<SizeResult, Timing> timing, double? target = null) =>
        AddRow(name, unit, [.. _sizes.Select(size => (double?)timing(size.Phm).Wall)], Seconds, target, isLeast: false, i => $" ({Seconds(timing(_sizes[i].Phm).Processor)})");

    private void Add(string name, string unit, Func<SizeResult, double> value, string format, double? target = null, bool isLeast = false) =>
        AddRow(name, unit, [.. _sizes.Select(size => (double?)value(size.Phm))], number => Print(number, format), target, isLeast);

    private void AddPeerQuery(double target, Func<PeerQueries, Timing> query, Func<SizeResult, Timing> own)
    {
        AddPeer("  DuckDB, keyed by number", peer => query(peer.Numbered));
        AddTimes("  times its speed", target, (size, peer) => (query(peer.Numbered), own(size)));
        AddPeer("  DuckDB, as imported", peer => query(peer.AsImported));
        AddTimes("  times its speed", target, (size, peer) => (query(peer.AsImported), own(size)));
    }

    private void AddPeer(string name, Func<PeerResult, Timing> timing)
    {
        if (HasPeer) AddRow(name, "s", [.. _sizes.Select(size => size.Peer is { } peer ? timing(peer).Wall : (double?)null)], Seconds, null, isLeast: false, i => _sizes[i].Peer is { } peer ? $" ({Seconds(timing(peer).Processor)})" : "");
    }

    private void AddPeer(string name, string unit, Func<PeerResult, double> value, string format)
    {
        if (HasPeer) AddRow(name, unit, [.. _sizes.Select(size => size.Peer is { } peer ? value(peer) : (double?)null)], number => Print(number, format), null, isLeast: false);
    }

    private void AddTimes(string name, double target, Func<SizeResult, PeerResult, (Timing Peer, Timing Own)> times)
    {
        if (HasPeer) AddRow(name, "", [.. _sizes.Select(size => Ratio(size, time => time.Wall))], number => Print(number, "0.0"), target, isLeast: true, i => $" ({Print(Ratio(_sizes[i], time => time.Processor) ?? 0, "0.0")})");

        double? Ratio((SizeResult Phm, PeerResult? Peer) size, Func<Timing, double> of) => size.Peer is null ? null : of(times(size.Phm, size.Peer).Peer) / of(times(size.Phm, size.Peer).Own);
    }

    private void AddRow(string name, string unit, double?[] values, Func<double, string> print, double? target, bool isLeast, Func<int, string>? more = null)
    {
        var (smallest, largest) = (values[0], values[^1]);
        var growth = values.Length > 1 && smallest > 0 && largest is not null ? $"×{Print(largest.Value / smallest.Value, "0.0")}" : "";
        var met = target is null || largest is null ? "" : (isLeast ? largest >= target : largest <= target) ? "met" : "MISSED";
        var wanted = target is null ? "" : $"{(isLeast ? "≥" : "≤")} {Print(target.Value, "#,##0.##")} {unit}".TrimEnd();
        _rows.Add([name, unit, .. values.Select((value, i) => (TableCell)(value is null ? Absent : print(value.Value) + more?.Invoke(i))), growth, wanted, met]);
    }

    private static string Seconds(double seconds) => Print(seconds, seconds < 1 ? "0.000" : seconds < 10 ? "0.00" : "0.0");

    private static string Print(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
