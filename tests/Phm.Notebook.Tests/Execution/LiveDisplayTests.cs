using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Tests.Execution;

/// <summary>Displays of values that tell when they change.</summary>
public sealed class LiveDisplayTests
{
    private const string Meter = """
        using System.ComponentModel;
        using System.Threading;
        class Meter : INotifyPropertyChanged
        {
            int level;
            public event PropertyChangedEventHandler PropertyChanged;
            public int Level { get => level; set { level = value; PropertyChanged?.Invoke(this, new(nameof(Level))); } }
            public int Watchers => PropertyChanged?.GetInvocationList().Length ?? 0;
            public override string ToString() => Level < 0 ? throw new InvalidOperationException("below zero") : $"level {Level}";
        }
        var meter = new Meter();
        """;

    [Fact]
    public async Task A_value_that_changes_is_shown_anew_in_its_place_while_its_cell_runs()
    {
        using var live = new LiveSession();
        await live.RunAsync(Meter);
        var published = new List<CellOutput>();
        var recorder = new OutputRecorder();
        recorder.Begin();

        // The cell goes on only when somebody has seen the new state.
        var cell = new CellRequest("""display(meter); display("after"); meter.Level = 7; while (!System.IO.File.Exists("seen")) Thread.Sleep(1); meter.Level = 8;""")
        {
            Timeout = TimeSpan.FromMinutes(2),
        };
        var result = await live.Session.ExecuteAsync(cell, output =>
        {
            published.Add(output);
            recorder.Record(output);
            if (output is DisplayUpdate update && update.Data[MimeTypes.Text] == "level 7") File.WriteAllText(Path.Combine(live.Folder.Path, "seen"), "");
        }, TestContext.Current.CancellationToken);

        Assert.Equal(CellStatus.Ok, result.Status);
        var displays = published.OfType<DisplayOutput>().ToArray();
        Assert.Equal(2, displays.Length);
        Assert.All(published.OfType<DisplayUpdate>(), update => Assert.Equal(displays[0].DisplayId, update.DisplayId));
        Assert.Equal(["level 8", "after"], recorder.End().Select(output => string.Concat(output!["data"]!["text/plain"]!.AsArray().Select(line => (string)line!))));
    }

    [Fact]
    public async Task A_million_changes_are_few_updates_of_which_the_last_shows_the_last_state()
    {
        using var live = new LiveSession();
        await live.RunAsync(Meter);
        var cell = await live.RunAsync("meter.Display(); for (var i = 1; i <= 1_000_000; i++) meter.Level = i;");
        Assert.Equal("level 1000000", cell.Text);
        var updates = cell.Published.OfType<DisplayUpdate>().ToArray();
        Assert.InRange(updates.Length, 1, 1 + (int)(cell.Result.Duration.TotalMilliseconds / 100));
        Assert.Equal("level 1000000", updates[^1].Data[MimeTypes.Text]);
    }

    [Fact]
    public async Task The_last_state_is_shown_as_well_where_the_cell_fails()
    {
        using var live = new LiveSession();
        await live.RunAsync(Meter);
        var cell = await live.RunAsync("display(meter); meter.Level = 3; throw new Exception(\"no\");");
        Assert.Equal(CellStatus.Error, cell.Result.Status);
        Assert.Equal("level 3", cell.Text);
        Assert.Equal("error", (string?)cell.Outputs[^1]!["output_type"]);
    }

    [Fact]
    public async Task A_cell_that_has_ended_follows_its_values_no_more()
    {
        using var live = new LiveSession();
        await live.RunAsync(Meter);
        await live.RunAsync("display(meter); display(meter);");
        var later = await live.RunAsync("meter.Level = 9; Console.Write(meter.Watchers);");
        Assert.Empty(later.Published.OfType<DisplayUpdate>());
        Assert.Equal("0", later.Stdout);
    }

    [Fact]
    public async Task What_is_put_in_its_place_by_hand_stays_there()
    {
        using var live = new LiveSession();
        await live.RunAsync(Meter);
        var cell = await live.RunAsync("var place = display(meter); meter.Level = 1; place.Update(\"done\"); meter.Level = 2; Thread.Sleep(250);");
        Assert.Equal("done", cell.Text);
        Assert.Equal("done", cell.Published.OfType<DisplayUpdate>().Last().Data[MimeTypes.Text]);
    }

    [Fact]
    public async Task A_value_put_in_a_place_by_hand_is_followed_there()
    {
        using var live = new LiveSession();
        await live.RunAsync(Meter);
        var cell = await live.RunAsync("var place = display(\"soon\"); place.Update(meter); meter.Level = 5;");
        Assert.Equal("level 5", cell.Text);
        Assert.Single(cell.Outputs);
    }

    [Fact]
    public async Task Collections_that_tell_of_changes_are_shown_whole_at_the_end()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("""
            var items = new System.Collections.ObjectModel.ObservableCollection<int>();
            display(items);
            for (var i = 0; i < 5; i++) items.Add(i);
            """);
        Assert.Equal("[ 0, 1, 2, 3, 4 ]", cell.Text);
    }

    [Fact]
    public async Task A_value_that_changes_fails_the_cell_where_its_last_state_cannot_be_shown()
    {
        using var live = new LiveSession();
        await live.RunAsync(Meter);
        var cell = await live.RunAsync("display(meter, \"application/json\"); meter.Level = 1;");
        Assert.Equal("""{"Level":1,"Watchers":1}""", cell.Data(0, "application/json"));
        await live.RunAsync("class Endless : Meter { public string Text => Level == 0 ? \"\" : throw new Exception(\"no text\"); }");
        var failed = await live.RunAsync("var endless = new Endless(); display(endless, \"application/json\"); endless.Level = 1;");
        Assert.Equal(CellStatus.Error, failed.Result.Status);
        Assert.Contains("no text", failed.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_cannot_be_shown_is_not_followed()
    {
        using var live = new LiveSession();
        await live.RunAsync(Meter);
        await live.RunAsync("meter.Level = -1;");
        await live.RunAsync("display(\"place\").Update(meter);");
        var cell = await live.RunAsync("try { display(meter, \"image/x-none\"); } catch (Exception) { } Console.Write(meter.Watchers);");
        Assert.Equal("0", cell.Stdout);
    }

    [Fact]
    public async Task Threads_may_put_values_into_one_place_at_the_same_moment()
    {
        using var live = new LiveSession();
        await live.RunAsync(Meter);
        var cell = await live.RunAsync("var place = display(0); Parallel.For(0, 200, i => place.Update(meter)); Console.Write(meter.Watchers);");
        Assert.Equal(CellStatus.Ok, cell.Result.Status);
        Assert.Equal("1", cell.Stdout);
    }

    [Fact]
    public async Task An_event_that_throws_is_nothing_that_ends_a_session()
    {
        using var live = new LiveSession();
        await live.RunAsync("""
            using System.ComponentModel;
            class Sticky : INotifyPropertyChanged
            {
                public event PropertyChangedEventHandler PropertyChanged { add { } remove => throw new Exception("glue"); }
                public override string ToString() => "sticky";
            }
            """);
        var cell = await live.RunAsync("display(new Sticky());");
        Assert.Equal(CellStatus.Ok, cell.Result.Status);
        Assert.Equal("sticky", cell.Text);
    }
}
