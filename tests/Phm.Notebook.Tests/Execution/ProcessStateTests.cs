using System.Globalization;

namespace Phm.Notebook.Tests.Execution;

/// <summary>The console, folder and culture are the process's own, so nothing else runs beside these tests.</summary>
[CollectionDefinition(nameof(ProcessStateTests), DisableParallelization = true)]
[Collection(nameof(ProcessStateTests))]
public sealed class ProcessStateTests
{
    [Fact]
    public async Task The_console_is_given_back()
    {
        var before = Console.Out;
        using var live = new LiveSession();
        await live.RunAsync("Console.SetOut(System.IO.TextWriter.Null);");
        await live.RunAsync("throw new Exception();");
        Assert.Same(before, Console.Out);
        Assert.Equal("1", (await live.RunAsync("Console.Write(1);")).Stdout);
    }

    [Fact]
    public async Task Folder_and_culture_are_given_back()
    {
        var (folder, culture) = (Environment.CurrentDirectory, CultureInfo.DefaultThreadCurrentCulture);
        using var live = new LiveSession();
        await live.RunAsync("Environment.CurrentDirectory = System.IO.Path.GetTempPath(); System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;");
        Assert.Equal((folder, culture), (Environment.CurrentDirectory, CultureInfo.DefaultThreadCurrentCulture));
    }
}
