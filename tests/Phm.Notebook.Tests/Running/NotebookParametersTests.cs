using System.Text.Json.Nodes;
using Phm.Notebook.Documents;
using Phm.Notebook.Running;

namespace Phm.Notebook.Tests.Running;

public sealed class NotebookParametersTests
{
    private const string Declarations = """
        // How many people, and how.
        int people = 10_000;
        var share = 0.25;
        long rows = 5;
        var price = 1.5m;
        var isQuick = false;
        string path = "a", other = "b";
        const int fixedOne = 1;
        var year = DateTime.UnixEpoch;
        """;

    private static async Task<RunReport> RunAsync(NotebookDocument document, params (string Name, string Value)[] values) =>
        await NotebookRunner.RunAsync(document, new RunOptions
        {
            Directory = AppContext.BaseDirectory,
            Parameters = values.ToDictionary(value => value.Name, value => value.Value),
        }, cancellationToken: TestContext.Current.CancellationToken);

    private static NotebookDocument Notebook(string use, string tag = "parameters")
    {
        var document = NotebookDocument.Create();
        document.AddMarkdown("# Parameters");
        document.AddCode(Declarations).Metadata["tags"] = new JsonArray(tag);
        document.AddCode(use);
        return document;
    }

    private static string Result(RunReport report) => (string)report.Document.Cells[^1].Outputs[0]!["data"]!["text/plain"]![0]!;

    [Theory]
    [InlineData("people", "50000", "people", "50000", "int people = 50000;")]
    [InlineData("people", "-1", "people", "-1", "int people = -1;")]
    [InlineData("share", "1", "share / 2", "0.5", "double share = 1d;")]
    [InlineData("share", "1e-3", "share", "0.001", "double share = 0.001d;")]
    [InlineData("rows", "3000000000", "rows", "3000000000", "long rows = 3000000000L;")]
    [InlineData("price", "2.50", "price", "2.50", "decimal price = 2.50m;")]
    [InlineData("isQuick", "True", "isQuick", "True", "bool isQuick = true;")]
    [InlineData("other", "a \"quoted\" \\ text", "other.Length", "17", "string other = \"a \\\"quoted\\\" \\\\ text\";")]
    [InlineData("fixedOne", "2", "fixedOne", "2", "int fixedOne = 2;")]
    public async Task A_value_takes_the_type_of_the_variable_that_it_replaces(string name, string value, string use, string shown, string line)
    {
        var report = await RunAsync(Notebook(use), (name, value));
        Assert.True(report.Succeeded, report.Failure?.Message);
        Assert.Equal(shown, Result(report));
        var injected = report.Document.Cells[2];
        Assert.Equal(("// Parameters\n" + line, "injected-parameters"), (injected.Source, Assert.Single(injected.Tags)));
    }

    [Theory]
    [InlineData("people", "many", "notebook.ipynb: parameter 'people' is of type int: a whole number such as 50000 is expected.")]
    [InlineData("people", "3000000000", "notebook.ipynb: parameter 'people' is of type int: a whole number such as 50000 is expected.")]
    [InlineData("people", "1,000", "notebook.ipynb: parameter 'people' is of type int: a whole number such as 50000 is expected.")]
    [InlineData("share", "NaN", "notebook.ipynb: parameter 'share' is of type double: a number such as 0.25 is expected.")]
    [InlineData("isQuick", "1", "notebook.ipynb: parameter 'isQuick' is of type bool: true or false is expected.")]
    [InlineData("peeple", "1", "notebook.ipynb: there is no parameter 'peeple'. The cell tagged 'parameters' declares: people, share, rows, price, isQuick, path, other, fixedOne, year.")]
    [InlineData("year", "2024", "notebook.ipynb: parameter 'year' cannot be set from outside: its value is not a plain number, text, true or false.")]
    public async Task A_wrong_name_or_value_is_refused_before_anything_runs(string name, string value, string message)
    {
        var error = await Assert.ThrowsAsync<NotebookException>(() => RunAsync(Notebook("1"), (name, value)));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task A_notebook_without_the_tag_takes_no_parameters()
    {
        var error = await Assert.ThrowsAsync<NotebookException>(() => RunAsync(Notebook("1", "other-tag"), ("people", "1")));
        Assert.Equal("notebook.ipynb: the notebook takes no parameters: no code cell is tagged 'parameters'.", error.Message);
    }

    [Fact]
    public async Task New_values_take_the_place_of_those_injected_before_and_the_document_stays_as_it_was()
    {
        var document = Notebook("people + path");
        var before = document.ToString();
        var first = await RunAsync(document, ("people", "1"), ("path", "x"));
        Assert.Equal(before, document.ToString());
        Assert.Equal("1x", Result(first));
        var second = await RunAsync(first.Document, ("people", "2"));
        Assert.Equal("2a", Result(second));
        Assert.Equal(4, second.Document.Cells.Count);
        Assert.Equal("2a", Result(await RunAsync(second.Document)));
    }
}
