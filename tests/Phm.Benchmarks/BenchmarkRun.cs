using System.Diagnostics;
using System.Globalization;

namespace Phm.Benchmarks;

/// <summary>Runs every size in a process of its own, the peer after it on the same files, and prints one table.</summary>
internal static class BenchmarkRun
{
    public static int Run(BenchmarkOptions options)
    {
        var clock = Stopwatch.StartNew();
        var loadAtStart = Load();
        var sizes = new List<(SizeResult Phm, PeerResult? Peer)>();
        var peerNote = options.WithPeer ? DuckDbPeer.WhyAbsent() : "DuckDB was not asked for.";
        var differences = new List<string>();
        foreach (var people in options.People)
        {
            var folder = Directory.CreateDirectory(Path.Combine(options.Folder, string.Create(CultureInfo.InvariantCulture, $"phm-benchmarks-{Environment.ProcessId}-{people}")));
            try
            {
                sizes.Add(RunSize(options with { People = [people], Folder = folder.FullName }, withPeer: peerNote is null, differences));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
        var notes = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{BenchmarkOptions.Threads} threads. Load of the machine (1, 5, 15 minutes) {loadAtStart} before the run, {Load()} after it; the run took {clock.Elapsed.TotalMinutes:0} minutes.") };
        if (peerNote is not null) notes.Add(peerNote);
        notes.AddRange(differences);
        Console.Write(BenchmarkTable.Of(sizes, options, notes));
        return differences.Count == 0 ? 0 : 1;
    }

    private static (SizeResult, PeerResult?) RunSize(BenchmarkOptions options, bool withPeer, List<string> differences)
    {
        var people = options.People[0].ToString(CultureInfo.InvariantCulture);
        Console.Error.WriteLine($"{people} people: Phm");
        var file = Path.Combine(options.Folder, "result.json");
        ChildProcess.Run(Environment.ProcessPath!, "--people", people, "--years", options.Years.ToString(CultureInfo.InvariantCulture), "--folder", options.Folder, "--result", file);
        var result = SizeResult.Read(file);
        if (!withPeer) return (result, null);

        Console.Error.WriteLine($"{people} people: DuckDB");
        var peer = DuckDbPeer.Run(options);
        var (cells, unequal) = GridCells.Compare(Path.Combine(options.Folder, SizeRun.Cells), Path.Combine(options.Folder, DuckDbPeer.Cells));
        if (unequal.Count > 0) differences.Add($"MISMATCH at {people} people: {unequal.Count} of {cells} cells of the grid differ. {string.Join("; ", unequal.Take(5))}");
        if (peer.TotalsCheck != result.TotalsCheck) differences.Add($"MISMATCH at {people} people: totals per person come to {result.TotalsCheck} here and {peer.TotalsCheck} in DuckDB.");
        return (result, peer with { EqualCells = cells - unequal.Count });
    }

    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(", ", File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "not known";
}
