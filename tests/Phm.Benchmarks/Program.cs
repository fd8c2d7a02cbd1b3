using System.CommandLine;
using System.Globalization;
using Phm.Benchmarks.Kernels;
using Phm.Benchmarks.Notebooks;
using Phm.Benchmarks.Regression;

namespace Phm.Benchmarks;

internal static class Program
{
    private static readonly int[] AllSizes = [100_000, 400_000, 1_800_000];

    private static int Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var people = new Option<string>("--people") { Description = "Sizes of the population, joined by commas.", DefaultValueFactory = _ => string.Join(',', AllSizes) };
        var years = new Option<int>("--years") { Description = "Financial years of records, 1 to 10; three years of 1.8 million people are 57 million rows of activity.", DefaultValueFactory = _ => 3 };
        var peer = new Option<string>("--peer") { Description = "What to set beside: duckdb or none.", DefaultValueFactory = _ => "duckdb" };
        peer.AcceptOnlyFromAmong("duckdb", "none");
        var quick = new Option<bool>("--quick") { Description = "100,000 people only." };
        var folder = new Option<string>("--folder") { Description = "Where data are written and deleted again; about 3 GB for 1,800,000 people.", DefaultValueFactory = _ => Path.GetTempPath() };
        var single = new Option<string?>("--result") { Description = "Measure one size and write the result to this file.", Hidden = true };
        var root = new RootCommand("Time and memory of Phm from 0.1 to 1.8 million synthetic people, beside their targets and beside DuckDB. A report, not a test: it fails only where the two disagree.")
        {
            people, years, peer, quick, folder, single,
        };
        root.Subcommands.Add(NotebookCommand.Create());
        root.Subcommands.Add(RegressionCommand.Create());
        root.Subcommands.Add(KernelCommand.Create());
        root.SetAction(parsed =>
        {
            var sizes = parsed.GetValue(quick) ? [AllSizes[0]] : Sizes(parsed.GetValue(people)!);
            var options = new BenchmarkOptions(sizes, parsed.GetValue(years), parsed.GetValue(peer) == "duckdb", parsed.GetValue(folder)!);
            if (parsed.GetValue(single) is not { } result) return BenchmarkRun.Run(options);
            SizeRun.Measure(options).Write(result);
            return 0;
        });
        return root.Parse(args).Invoke();
    }

    private static int[] Sizes(string joined) => [.. joined.Split(',').Select(size => int.Parse(size, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).Order()];
}
