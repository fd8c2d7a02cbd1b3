using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Exporting;

namespace Phm.Cli.Tests;

/// <summary>The scripts in <c>notebooks/scripts</c> are what the walkthroughs export to, and say the same.</summary>
public sealed class ExportScriptTests
{
    private static readonly string Scripts = Path.Combine(Repository.Root, "notebooks", "scripts");

    public static TheoryData<string> Kept => [.. Directory.GetFiles(Scripts, "0*.cs").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_kept_script_is_what_its_notebook_exports_to(string name)
    {
        var path = Path.Combine(Scripts, name + ".cs");
        RequireKept(path, NotebookScript.Write(Load(name), path));
    }

    [Fact]
    public void The_kept_file_that_scripts_include_is_the_one_that_export_writes() =>
        RequireKept(Path.Combine(Scripts, NotebookScript.DisplayFileName), NotebookScript.DisplayFile);

    [Fact]
    public async Task Export_writes_the_script_and_what_it_includes()
    {
        using var folder = new TemporaryFolder();
        var document = NotebookDocument.Create();
        document.AddCode("1 + 1");
        document.Save(folder["a.ipynb"]);

        var result = await PhmProcess.RunAsync(folder.Path, "export", "a.ipynb", "--to", "script");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.EndsWith("display(1 + 1);\n", File.ReadAllText(folder["scripts/a.cs"]), StringComparison.Ordinal);
        Assert.Equal(NotebookScript.DisplayFile, File.ReadAllText(folder["scripts/NotebookDisplay.cs"]));
        Assert.Equal(0, (await PhmProcess.RunAsync(folder.Path, "export", "a.ipynb", "--to", "script")).ExitCode);
    }

    [Fact]
    public async Task A_script_prints_every_table_and_draws_every_chart_that_its_notebook_keeps()
    {
        const string Name = "01-linked-data";
        using var folder = new TemporaryFolder();
        var outputs = Load(Name).Cells.SelectMany(cell => cell.Outputs).OfType<JsonObject>().Select(output => output["data"]).OfType<JsonObject>().ToArray();

        var printed = await RunAsync(Path.Combine(Scripts, Name + ".cs"), folder["charts"]);

        var tables = outputs.Where(data => !data.ContainsKey("image/svg+xml")).Select(data => Text(data["text/plain"])).ToArray();
        Assert.NotEmpty(tables);
        Assert.All(tables, table => Assert.Contains(table.TrimEnd('\n'), printed, StringComparison.Ordinal));
        Assert.Contains("Phm.DataException: ", printed, StringComparison.Ordinal);
        var charts = outputs.Select(data => data["image/svg+xml"]).Where(svg => svg is not null).Select(Text).ToArray();
        Assert.NotEmpty(charts);
        Assert.Equal(charts, Directory.GetFiles(folder["charts"]).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        Assert.All(Directory.GetFiles(folder["charts"]), path => Assert.Contains($"Written: {path}\n", printed, StringComparison.Ordinal));
        Assert.True(File.Exists(folder["charts/12-who.svg"]));
    }

    private static void RequireKept(string path, string now)
    {
        if (Environment.GetEnvironmentVariable("PHM_UPDATE_EXPECTATIONS") == "1") File.WriteAllText(path, now);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), now);
    }

    private static NotebookDocument Load(string name) => NotebookDocument.Load(Path.Combine(Repository.Root, "notebooks", name + ".ipynb"));

    private static string Text(JsonNode? node) => node is JsonArray lines ? string.Concat(lines.Select(line => line!.GetValue<string>())) : node!.GetValue<string>();

    /// <summary>
    /// Runs a script as a user does. The projects that it references are built already, in the form in which the tests run, and are
    /// left alone; no build server outlives the run.
    /// </summary>
    private static async Task<string> RunAsync(string script, string output)
    {
        var configuration = typeof(PhmCommand).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in new[] { "run", "--file", script, "--configuration", configuration, "-p:BuildProjectReferences=false", "-p:UseSharedCompilation=false", "--", output }) start.ArgumentList.Add(argument);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var printed = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{await printed}\n{await error}");
        Assert.Empty(Directory.GetDirectories(Scripts));
        return (await printed).ReplaceLineEndings("\n");
    }
}
