using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Phm.Benchmarks;

/// <summary>DuckDB, run by Node.js on the files of the same population. It is optional: see duckdb/peer.mjs.</summary>
internal static class DuckDbPeer
{
    public const string Cells = "cells-duckdb.tsv";

    /// <summary>The script in the source tree, where its packages are installed, found from the program upwards.</summary>
    private static string Script
    {
        get
        {
            var inTree = Path.Combine("tests", "Phm.Benchmarks", "duckdb", "peer.mjs");
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (Path.Combine(folder.FullName, inTree) is var script && File.Exists(script)) return script;
            }
            return inTree;
        }
    }

    /// <summary>Why the peer cannot be run, or null where it can.</summary>
    public static string? WhyAbsent()
    {
        try
        {
            ChildProcess.Run("node", Script, "--version");
            return null;
        }
        catch (Win32Exception)
        {
            return "DuckDB is absent: Node.js is not installed.";
        }
        catch (InvalidOperationException)
        {
            return "DuckDB is absent: run 'npm install' in tests/Phm.Benchmarks/duckdb to set it beside.";
        }
    }

    /// <summary>Runs the peer on the plain CSV files of a folder.</summary>
    public static PeerResult Run(BenchmarkOptions options)
    {
        var output = ChildProcess.Run("node", Script,
            Path.Combine(options.Folder, SizeRun.Csv),
            BenchmarkOptions.Threads.ToString(CultureInfo.InvariantCulture),
            options.Year.First.ToString(), options.Year.Last.ToString(),
            BenchmarkOptions.Repeats.ToString(CultureInfo.InvariantCulture),
            Path.Combine(options.Folder, Cells));
        return JsonSerializer.Deserialize<PeerResult>(output)!;
    }
}
