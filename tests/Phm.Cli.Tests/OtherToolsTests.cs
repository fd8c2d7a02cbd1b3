using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Phm.Notebook.Documents;

namespace Phm.Cli.Tests;

/// <summary>Notebooks go to other people's tools and come back: nbformat, nbconvert, papermill.</summary>
[Trait("Category", "OtherTools")]
public sealed partial class OtherToolsTests
{
    private const string Validate =
        """
        import sys, nbformat
        for path in sys.argv[1:]:
            notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
            nbformat.validate(notebook)
            nbformat.write(notebook, path)

        """;

    public static TheoryData<string> Notebooks => WalkthroughTests.Notebooks;

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Nbformat_finds_a_walkthrough_valid_and_writes_the_same_bytes(string name)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(Repository.Root, "notebooks", name);
        File.Copy(path, folder[name]);

        await PythonTools.RunAsync(["nbformat"], folder, "-W", "error", "-c", Validate, name);

        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(folder[name]));
    }

    /// <summary>
    /// Charts are in the page from nbconvert 7 on. Version 6.5, which Debian 12 has, cleans all that is drawn out of every drawing and
    /// leaves its words.
    /// </summary>
    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Nbconvert_shows_the_numbers_and_the_charts_of_a_walkthrough(string name)
    {
        using var folder = new TemporaryFolder();
        var (charts, tables) = Kept(name);

        var page = await ConvertAsync(folder, name, "html");

        var version = await PythonTools.RunAsync(["nbformat", "nbconvert"], folder, "-m", "nbconvert", "--version");
        var words = Words(page);
        Assert.All(charts, chart => Assert.Contains(version.StartsWith("6.", StringComparison.Ordinal) ? ChartTitle().Match(chart).Groups[1].Value
            : Convert.ToBase64String(Encoding.UTF8.GetBytes(chart)), page, StringComparison.Ordinal));
        Assert.All(tables, table => Assert.Subset(Numbers(words), Numbers(table)));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Nbconvert_writes_every_chart_of_a_walkthrough_to_a_file_as_it_is_kept(string name)
    {
        using var folder = new TemporaryFolder();
        var (charts, tables) = Kept(name);

        var page = await ConvertAsync(folder, name, "markdown");

        var drawn = Picture().Matches(page).Select(match => File.ReadAllText(folder[match.Groups[1].Value]).ReplaceLineEndings("\n"));
        Assert.Equal(charts, drawn);
        Assert.All(tables, table => Assert.Subset(Numbers(Words(page)), Numbers(table)));
    }

    [Fact]
    public async Task A_notebook_that_nbformat_makes_is_run_and_valid_afterwards()
    {
        using var folder = new TemporaryFolder();
        await PythonTools.RunAsync(["nbformat"], folder, "-W", "error", "-c",
            """
            import nbformat
            from nbformat import v4
            notebook = v4.new_notebook(metadata={"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}})
            notebook.cells.append(v4.new_markdown_cell("# Made elsewhere\n\nÉté 2024."))
            notebook.cells.append(v4.new_code_cell("var rows = new[] { (Year: 2023, People: 10), (Year: 2024, People: 12) };\nrows"))
            notebook.cells.append(v4.new_code_cell('Console.WriteLine("done");'))
            notebook.cells.append(v4.new_raw_cell("as it is"))
            notebook.cells.append(v4.new_code_cell('throw new Exception("as meant");', metadata={"tags": ["raises-exception"]}))
            nbformat.write(notebook, "made.ipynb")

            """);

        var result = await PhmProcess.RunAsync(folder.Path, "run", "made.ipynb", "--update");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var ran = File.ReadAllBytes(folder["made.ipynb"]);
        Assert.Equal("stream", NotebookDocument.Load(folder["made.ipynb"]).Cells[2].Outputs[0]!["output_type"]!.GetValue<string>());
        await PythonTools.RunAsync(["nbformat"], folder, "-W", "error", "-c", Validate, "made.ipynb", Path.Combine("artifacts", "run", "made.ipynb"));
        Assert.Equal(ran, File.ReadAllBytes(folder["made.ipynb"]));
    }

    /// <summary>The injected cell as papermill documents it: after the one that is tagged <c>parameters</c>, tagged itself, C# as its translator writes it.</summary>
    [Fact]
    public async Task Parameters_that_papermill_has_injected_win_over_the_defaults()
    {
        using var folder = new TemporaryFolder();
        await PythonTools.RunAsync(["nbformat"], folder, "-W", "error", "-c",
            """
            import nbformat
            from nbformat import v4
            notebook = v4.new_notebook(metadata={"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}})
            notebook.cells.append(v4.new_code_cell('var year = 2023;\nvar place = "Wealdshire";', metadata={"tags": ["parameters"]}))
            notebook.cells.append(v4.new_code_cell("// Parameters\nvar year = 2024;\n", metadata={"tags": ["injected-parameters"]}))
            notebook.cells.append(v4.new_code_cell('$"{place} {year}"'))
            nbformat.write(notebook, "parameters.ipynb")

            """);

        await RequireParametersWin(folder);
    }

    [Fact]
    public async Task Papermill_itself_injects_parameters_that_win_over_the_defaults()
    {
        using var folder = new TemporaryFolder();
        Assert.SkipUnless(await PythonTools.HasAsync("papermill", folder), "There is no Python with papermill here, and Debian does not have it; the form of its cell is tested beside this.");
        var document = NotebookDocument.Parse("""{"cells":[{"cell_type":"code","execution_count":null,"id":"a","metadata":{"tags":["parameters"]},"outputs":[],"source":"var year = 2023;\nvar place = \"Wealdshire\";"},{"cell_type":"code","execution_count":null,"id":"b","metadata":{},"outputs":[],"source":"$\"{place} {year}\""}],"metadata":{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"}},"nbformat":4,"nbformat_minor":5}""");
        document.Save(folder["in.ipynb"]);

        await PythonTools.RunAsync(["papermill"], folder, "-c", "import papermill; papermill.execute_notebook('in.ipynb', 'parameters.ipynb', {'year': 2024}, prepare_only=True)");

        await RequireParametersWin(folder);
    }

    private static async Task RequireParametersWin(TemporaryFolder folder)
    {
        var result = await PhmProcess.RunAsync(folder.Path, "run", "parameters.ipynb", "--update");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var cells = NotebookDocument.Load(folder["parameters.ipynb"]).Cells;
        Assert.Equal(["parameters", "injected-parameters", ""], cells.Select(cell => string.Join(' ', cell.Tags)));
        Assert.Contains("Wealdshire 2024", cells[2].Outputs[0]!["data"]!["text/plain"]!.ToString(), StringComparison.Ordinal);
        var ran = File.ReadAllBytes(folder["parameters.ipynb"]);
        await PythonTools.RunAsync(["nbformat"], folder, "-W", "error", "-c", Validate, "parameters.ipynb");
        Assert.Equal(ran, File.ReadAllBytes(folder["parameters.ipynb"]));
    }

    private static string Text(JsonNode? node) => node is JsonArray lines ? string.Concat(lines.Select(line => line!.GetValue<string>())) : node!.GetValue<string>();

    private static (string[] Charts, string[] Tables) Kept(string name)
    {
        var outputs = NotebookDocument.Load(Path.Combine(Repository.Root, "notebooks", name)).Cells
            .SelectMany(cell => cell.Outputs).OfType<JsonObject>().Select(output => output["data"]).OfType<JsonObject>().ToLookup(data => data.ContainsKey("image/svg+xml"));
        var (charts, tables) = (outputs[true].Select(data => Text(data["image/svg+xml"])).ToArray(), outputs[false].Select(data => Text(data["text/plain"])).ToArray());
        Assert.NotEmpty(charts);
        Assert.NotEmpty(tables);
        return (charts, tables);
    }

    private static async Task<string> ConvertAsync(TemporaryFolder folder, string name, string form)
    {
        await PythonTools.RunAsync(["nbformat", "nbconvert"], folder, "-m", "nbconvert", "--to", form, "--output-dir", folder.Path, "--output", "page", Path.Combine(Repository.Root, "notebooks", name));
        return File.ReadAllText(Directory.GetFiles(folder.Path, "page.*").Single()).ReplaceLineEndings("\n");
    }

    private static string Words(string page) => WebUtility.HtmlDecode(Tag().Replace(page, " "));

    private static HashSet<string> Numbers(string text) => [.. Number().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"£?\d+(,\d{3})*(\.\d+)?%?")]
    private static partial Regex Number();

    [GeneratedRegex("\\((page_files/[^)]+\\.svg)\\)")]
    private static partial Regex Picture();

    [GeneratedRegex("<title[^>]*>([^<]+)</title>")]
    private static partial Regex ChartTitle();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
