using System.CommandLine;

namespace Phm.Benchmarks.Regression;

/// <summary>The subject <c>statistics</c>: regressions of a whole population beside R.</summary>
internal static class RegressionCommand
{
    public static Command Create()
    {
        var rows = new Option<int>("--rows") { Description = "How many rows are fitted.", DefaultValueFactory = _ => 1_800_000 };
        var peerRows = new Option<int>("--peer-rows") { Description = "How many of them R fits too; 0 for none. R takes about 2 GB and a minute or two for 1,800,000.", DefaultValueFactory = _ => 200_000 };
        var rscript = new Option<string>("--rscript") { Description = "The program of R.", DefaultValueFactory = _ => "Rscript" };
        var folder = new Option<string>("--folder") { Description = "Where data for R are written and deleted again.", DefaultValueFactory = _ => Path.GetTempPath() };
        var command = new Command("statistics", "Time and memory of linear and negative binomial regression, beside R's lm and glm.nb on the same data. A report, not a test.") { rows, peerRows, rscript, folder };
        command.SetAction(parsed =>
        {
            var (count, peer) = (parsed.GetValue(rows), parsed.GetValue(peerRows));
            var own = RegressionRun.Of(count);
            var beside = peer == 0 ? null : peer == count ? own : RegressionRun.Of(peer);
            Console.Write(RegressionTable.Of(own, beside, beside is null ? null : RPeer.Of(beside, parsed.GetValue(rscript)!, parsed.GetValue(folder)!)).ToString());
            return 0;
        });
        return command;
    }
}
