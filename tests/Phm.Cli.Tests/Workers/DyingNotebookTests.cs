using Phm.Notebook.Documents;

namespace Phm.Cli.Tests.Workers;

/// <summary>Whatever a cell does to its process: the run tells it, keeps what there was, and goes on with the next notebook.</summary>
public sealed class DyingNotebookTests
{
    private static readonly (string Name, string Source, string[] Told)[] Deaths =
    [
        ("exit-0", "Environment.Exit(0);", ["exit code 0", "cannot end the process"]),
        ("exit-3", "Environment.Exit(3);", ["exit code 3", "cannot end the process"]),
        ("fail-fast", "Environment.FailFast(\"enough\");", ["FailFast", "cannot end the process"]),
        ("overflow", "unsafe { var room = stackalloc byte[1 << 28]; room[0] = 1; Console.Write(room[0]); }", ["stack overflow", "calls itself without end"]),
        ("signal", "System.Diagnostics.Process.GetCurrentProcess().Kill();", ["the process"]),
        ("thread", "new System.Threading.Thread(() => throw new InvalidOperationException(\"alone\")).Start(); System.Threading.Thread.Sleep(-1);", ["It was InvalidOperationException", "nothing caught"]),
    ];

    [Fact]
    public async Task The_death_of_a_process_is_told_in_one_sentence_and_the_next_notebook_runs()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, source, _) in Deaths) SampleNotebook.Write(folder[name + ".ipynb"], "Console.WriteLine(\"so far\");", source, "3");
        SampleNotebook.Write(folder["well.ipynb"], "1 + 1");
        var before = Deaths.Select(death => File.ReadAllText(folder[death.Name + ".ipynb"])).ToArray();

        var result = await PhmProcess.RunAsync(folder.Path, "run", ".", "--update");

        Assert.Equal(4, result.ExitCode);
        Assert.Equal(before, Deaths.Select(death => File.ReadAllText(folder[death.Name + ".ipynb"])));
        Assert.Single(NotebookDocument.Load(folder["well.ipynb"]).Cells[0].Outputs);
        var sentences = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Deaths.Length, sentences.Length);
        foreach (var ((name, _, told), sentence) in Deaths.Zip(sentences))
        {
            Assert.Contains($"{name}.ipynb, cell 2 (id ", sentence, StringComparison.Ordinal);
            Assert.All(told, words => Assert.Contains(words, sentence, StringComparison.Ordinal));
            var copy = NotebookDocument.Load(folder[$"artifacts/run/{name}.ipynb"]);
            Assert.Contains("so far", copy.Cells[0].Outputs.ToJsonString(), StringComparison.Ordinal);
            Assert.Equal("ProcessEnded", (string?)copy.Cells[1].Outputs[^1]!["ename"]);
            Assert.Equal(name == "thread", copy.Cells[1].Outputs[^1]!["traceback"]!.ToJsonString().Contains("alone", StringComparison.Ordinal));
            Assert.DoesNotContain("alone", sentence, StringComparison.Ordinal);
            Assert.Empty(copy.Cells[2].Outputs);
            Assert.Contains($"{name}.html", File.ReadAllText(folder["artifacts/run/index.html"]), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Environment.Exit(3);")]
    [InlineData("new System.Threading.Thread(() => throw new InvalidOperationException()).Start(); System.Threading.Thread.Sleep(-1);")]
    public async Task A_cell_that_ends_its_process_by_code_leaves_what_it_had_shown_itself(string source)
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "display(\"last words\"); " + source);

        await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb");

        var outputs = NotebookDocument.Load(folder["artifacts/run/a.ipynb"]).Cells[0].Outputs;
        Assert.Equal(["display_data", "error"], outputs.Select(output => (string?)output!["output_type"]));
    }

    [Fact]
    public async Task A_copy_of_an_earlier_run_is_never_taken_for_that_of_a_run_that_died()
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "\"earlier\"");
        await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb");
        SampleNotebook.Write(folder["a.ipynb"], "Environment.Exit(1);");

        await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb");

        Assert.DoesNotContain("earlier", File.ReadAllText(folder["artifacts/run/a.ipynb"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_cell_writes_past_the_console_reaches_neither_the_output_nor_the_report()
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "using (var real = Console.OpenStandardOutput()) for (var i = 0; i < 100_000; i++) real.Write(\"stray stray stray\\n\"u8);");

        var result = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain("stray", result.Output, StringComparison.Ordinal);
    }
}
