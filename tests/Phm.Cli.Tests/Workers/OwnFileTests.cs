using Phm.Notebook.Documents;

namespace Phm.Cli.Tests.Workers;

/// <summary>A notebook whose file changes while it runs, by its own hand or another's: nothing is lost, whichever it was.</summary>
public sealed class OwnFileTests
{
    [Theory]
    [InlineData("System.IO.File.WriteAllText(\"a.ipynb\", \"gone\");")]
    [InlineData("System.IO.File.Delete(\"a.ipynb\");")]
    [InlineData("System.IO.File.WriteAllText(\"other\", \"gone\"); System.IO.File.Move(\"other\", \"a.ipynb\", overwrite: true);")]
    public async Task Outputs_are_not_kept_and_what_the_notebook_held_lies_beside_its_copy(string source)
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["part/a.ipynb"], "1 + 1", source);
        var before = File.ReadAllBytes(folder["part/a.ipynb"]);

        var result = await PhmProcess.RunAsync(folder.Path, "run", ".", "--update");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("was changed while the notebook ran", result.Error, StringComparison.Ordinal);
        Assert.Contains("a.original.ipynb", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder["artifacts/run/part/a.original.ipynb"]));
        Assert.Equal(source.Contains("Delete", StringComparison.Ordinal) ? null : "gone", File.Exists(folder["part/a.ipynb"]) ? File.ReadAllText(folder["part/a.ipynb"]) : null);
        Assert.Single(NotebookDocument.Load(folder["artifacts/run/part/a.ipynb"]).Cells[0].Outputs);
    }

    [Fact]
    public async Task Without_update_the_change_is_told_and_the_run_has_succeeded()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "System.IO.File.AppendAllText(\"a.ipynb\", \"\\n\");");

        var result = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("a.original.ipynb", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"besides\");", "besides")]
    [InlineData("Environment.Exit(1);", "exit code 1")]
    [InlineData("System.IO.File.Delete(\"artifacts/run/a.ipynb\"); System.IO.Directory.CreateDirectory(\"artifacts/run/a.ipynb\"); Environment.Exit(1);", "a.ipynb")]
    public async Task A_change_is_told_besides_whatever_else_goes_wrong(string source, string told)
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "System.IO.File.Delete(\"a.ipynb\"); " + source);
        var before = File.ReadAllBytes(folder["a.ipynb"]);

        var result = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
        Assert.Contains("a.original.ipynb", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder["artifacts/run/a.original.ipynb"]));
    }

    [Fact]
    public async Task On_Windows_the_write_fails()
    {
        if (!OperatingSystem.IsWindows()) return;
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "System.IO.File.WriteAllText(\"a.ipynb\", \"gone\");");

        var result = await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb", "--update");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("IOException", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_may_read_itself()
    {
        using var folder = new TemporaryFolder();
        SampleNotebook.Write(folder["a.ipynb"], "System.IO.File.ReadAllText(\"a.ipynb\").Contains(\"nbformat\")");

        Assert.Equal(0, (await PhmProcess.RunAsync(folder.Path, "run", "a.ipynb")).ExitCode);
    }
}
