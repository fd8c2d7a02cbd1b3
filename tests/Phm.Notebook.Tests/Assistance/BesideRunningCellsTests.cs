using Phm.Notebook.Execution;
using Phm.Notebook.Tests.CSharp;

namespace Phm.Notebook.Tests.Assistance;

/// <summary>Questions are answered while cells run, and neither disturbs the other.</summary>
public sealed class BesideRunningCellsTests : IDisposable
{
    private const string Code = "namespace Far { public class Thing { public string Name { get; set; } = \"\"; public Thing Same(Thing other) => other; } public static class Things { public static System.Collections.Generic.List<Thing> All(int n) => new(); } }";

    private const int Libraries = 6;

    private readonly LiveSession live = new();

    [Fact]
    public async Task A_type_has_one_identity_however_cells_and_questions_interleave()
    {
        using var asking = new CancellationTokenSource();
        for (var library = 0; library < Libraries; library++)
            Library.Compile(Path.Combine(live.Folder.Path, $"Far{library}.dll"), Code.Replace("Far", $"Far{library}", StringComparison.Ordinal).Replace("Thing", $"Thing{library}N", StringComparison.Ordinal));
        var questions = Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() => AskAsync(i, asking.Token))));
        for (var library = 0; library < Libraries; library++)
        {
            string[] cells =
            [
                $"#r \"Far{library}.dll\"\nusing Far{library};\nvar things{library} = Thing{library}Ns.All({library});\nThing{library}N Pick{library}(List<Thing{library}N> all) => all.FirstOrDefault();",
                $"using Far{library};\nvar first{library} = Pick{library}(things{library}) ?? new Thing{library}N();\nList<Thing{library}N> kept{library} = things{library}.Where(t => t.Name == \"\").ToList();",
                $"using Far{library};\nThing{library}N again{library} = first{library}.Same(new Thing{library}N()); things{library}.Add(again{library}); Pick{library}(kept{library});",
                $"IEnumerable<int> Numbers{library}(IEnumerable<int> all) => all.Select(n => n + 1); Numbers{library}(new List<int> {{ 1 }}).Sum()",
            ];
            foreach (var cell in cells) Assert.Null((await live.RunAsync(cell)).Result.Error);
        }
        await asking.CancelAsync();
        Assert.True(await questions is [> 0, > 0]);
    }

    [Fact]
    public async Task A_question_is_answered_while_a_cell_runs_and_sees_its_variables()
    {
        using var release = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var running = live.Session.ExecuteAsync("var begun = new List<int>(); Console.WriteLine(1); while (true) { }", _ => started.TrySetResult(), release.Token);
        await started.Task;
        Assert.Contains("Add", await live.Session.NamesAsync("begun.|"));
        Assert.NotNull(await live.Session.InspectAsync("begun", 2, true, TestContext.Current.CancellationToken));
        await release.CancelAsync();
        Assert.Equal(CellStatus.Cancelled, (await running).Status);
        Assert.Contains("Add", await live.Session.NamesAsync("begun.|"));
    }

    [Fact]
    public async Task Questions_after_a_failing_cell_see_what_was_there_before()
    {
        await live.RunAsync("var before = 1;");
        Assert.NotNull((await live.RunAsync("var broken = ;")).Result.Error);
        Assert.NotNull((await live.RunAsync("int failed = before / (before - 1);")).Result.Error);
        Assert.Contains("before", await live.Session.NamesAsync("be|"));
        Assert.Contains("CompareTo", await live.Session.NamesAsync("before.|"));
    }

    [Fact]
    public async Task No_code_of_the_notebook_runs()
    {
        await live.RunAsync("class Bomb { public int Count; public int Touch { get { Count++; return Count; } } public override string ToString() { Count++; return \"\"; } } var bomb = new Bomb();");
        Assert.Contains("Touch", await live.Session.NamesAsync("bomb.|"));
        Assert.Contains("CompareTo", await live.Session.NamesAsync("bomb.Touch.|"));
        Assert.NotNull(await live.Session.InspectAsync("bomb.Touch", 8, true, TestContext.Current.CancellationToken));
        Assert.Equal("0", (await live.RunAsync("bomb.Count")).Text);
    }

    [Fact]
    public async Task References_of_the_typed_cell_count_before_it_runs_and_the_session_does_not_learn_of_them()
    {
        Library.Compile(Path.Combine(live.Folder.Path, "lib", "Far.dll"), Code);
        const string Reference = "#r \"lib/Far.dll\"\n";
        Assert.Contains("Far", await live.Session.NamesAsync(Reference + "using F|"));
        Assert.Contains("Thing", await live.Session.NamesAsync(Reference + "using Far;\nThi|"));
        Assert.Contains("Same", await live.Session.NamesAsync(Reference + "using Far;\nThings.All(3).First().|"));
        Assert.Contains("Far.Thing", await live.Session.NamesAsync(Reference + "var x = new Thi|"));
        Assert.DoesNotContain("Far", await live.Session.NamesAsync("using F|"));
        Assert.NotNull((await live.RunAsync("using Far;")).Result.Error);
        Assert.Null((await live.RunAsync(Reference + "using Far;\nvar all = Things.All(3);")).Result.Error);
        Assert.Contains("Same", await live.Session.NamesAsync(Reference + "all.First().|"));
        Assert.Null((await live.RunAsync("Thing one = all.FirstOrDefault();")).Result.Error);
    }

    [Theory]
    [InlineData("#r \"missing.dll\"\n")]
    [InlineData("#r \"text.dll\"\n")]
    [InlineData("#r \"\"\n")]
    [InlineData("#r \"nuget:Missing, 1.2.3\"\n")]
    [InlineData("#r \"folder\"\n")]
    [InlineData("#load \"missing.csx\"\n")]
    [InlineData("#i \"x\"\n")]
    public async Task References_that_cannot_be_had_are_passed_over(string line)
    {
        live.Folder.File("text.dll", "no assembly");
        live.Folder.File("folder/x", "");
        Assert.Contains("Length", await live.Session.NamesAsync(line + "\"\".|"));
    }

    public void Dispose() => live.Dispose();

    private async Task<int> AskAsync(int seed, CancellationToken stop)
    {
        var random = new Random(seed);
        var answered = 0;
        while (!stop.IsCancellationRequested)
        {
            var n = random.Next(Libraries);
            string[] places =
            [
                $"things{n}.Where(t => t.|", $"#r \"Far{n}.dll\"\nusing Far{n};\nThing{n}Ns.All(1).First().|", $"first{n}.|", $"Numbers{n}(|", "new List<int>().Select(x => x.|", "Thin|",
            ];
            _ = await live.Session.CompleteAsync(places[random.Next(places.Length)]);
            answered++;
        }
        return answered;
    }
}
