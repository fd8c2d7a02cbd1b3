using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;

namespace Phm.Cli.Tests.Workers;

/// <summary>
/// <c>phm run --update</c> is killed at many moments: the notebook is the old file or the new one, never anything between, and whatever
/// was left lying about does not stop the next run.
/// </summary>
public sealed class KillTests
{
    private const int Kills = 56;
    private const int Lanes = 2;

    /// <summary>Long enough that writing the file takes a while.</summary>
    private static readonly string Prose = string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"Line {i} of a long text that no run changes.\n")));

    [Fact]
    public async Task A_killed_update_leaves_the_old_notebook_or_the_new_one_and_the_next_run_goes_through()
    {
        var moments = new ConcurrentQueue<int>(Enumerable.Range(0, Kills));
        var seen = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(() => LaneAsync(moments, seen))));
        Assert.Equal(Kills, seen.Count);
        // If none fell before the replacement, or none after it, the kills would have missed what they are about.
        Assert.Contains("old", seen);
        Assert.Contains("new", seen);
    }

    private static async Task LaneAsync(ConcurrentQueue<int> moments, ConcurrentBag<string> seen)
    {
        using var anywhere = new TemporaryFolder();
        using var atTheEnd = new TemporaryFolder();
        var (whole, quick) = (await PrepareAsync(anywhere, "6 * 7"), await PrepareAsync(atTheEnd, ""));
        while (moments.TryDequeue(out var moment))
        {
            var sample = moment % 2 == 0 ? whole : quick;
            File.WriteAllBytes(sample.Path, sample.Old);
            File.Delete(sample.Page);
            await KillAsync(sample, moment);
            var left = File.ReadAllBytes(sample.Path);
            var isOld = left.AsSpan().SequenceEqual(sample.Old);
            Assert.True(isOld || left.AsSpan().SequenceEqual(sample.Renewed), $"Kill {moment} left {left.Length} bytes that are neither the old notebook nor the new one.");
            Assert.Equal(2, NotebookDocument.Load(sample.Path).Cells.Count);
            Assert.Equal([sample.Path], Directory.GetFiles(sample.Folder, "*.ipynb"));
            seen.Add(isOld ? "old" : "new");
        }
        foreach (var sample in new[] { whole, quick })
        {
            File.WriteAllBytes(sample.Path, sample.Old);
            Assert.Equal(0, (await PhmProcess.RunAsync(sample.Folder, "run", "a.ipynb", "--update")).ExitCode);
            Assert.Equal(sample.Renewed, File.ReadAllBytes(sample.Path));
            Assert.Equal([sample.Path], Directory.GetFiles(sample.Folder));
        }
    }

    /// <summary>A notebook before and after a run, and how long one takes. Without code there is nothing to compile, so the end comes soon.</summary>
    private static async Task<Sample> PrepareAsync(TemporaryFolder folder, string code)
    {
        var document = NotebookDocument.Create("a.ipynb");
        document.AddMarkdown(Prose);
        document.AddCode(code).Outputs.Add(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = new JsonArray("of an earlier run") });
        document.Save(folder["a.ipynb"]);
        var old = File.ReadAllBytes(folder["a.ipynb"]);
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, (await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--update")).ExitCode);
        return new(folder.Path, old, File.ReadAllBytes(folder["a.ipynb"]), clock.Elapsed);
    }

    /// <summary>
    /// Every other kill falls anywhere in the run, the rest in the moments after the page is written, when the notebook is replaced.
    /// Half of each end the whole tree, half the parent alone.
    /// </summary>
    private static async Task KillAsync(Sample sample, int moment)
    {
        var random = new Random(moment);
        using var phm = PhmProcess.Start(sample.Folder, "run", "a.ipynb", "--update");
        var reading = PhmProcess.EndAsync(phm);
        if (moment % 2 == 0) await Task.WhenAny(Task.Delay(random.NextDouble() * sample.Length), reading);
        else
        {
            while (!File.Exists(sample.Page) && !phm.HasExited) Thread.Sleep(1);
            Thread.SpinWait(random.Next(2_000_000));
        }
        var children = ProcessTree.Children(phm.Id);
        phm.Kill(entireProcessTree: moment % 4 < 2);
        await reading;
        foreach (var child in children) await child.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private sealed record Sample(string Folder, byte[] Old, byte[] Renewed, TimeSpan Length)
    {
        public string Path => System.IO.Path.Combine(Folder, "a.ipynb");

        public string Page => System.IO.Path.Combine(Folder, "artifacts", "run", "a.html");
    }
}
