using Phm.Notebook.Documents;
using Phm.Notebook.Running;

namespace Phm.Notebook.Tests.Prose;

public sealed class ProseNumbersTests
{
    private static async Task<(string Prose, string? Problem)> RunAsync(string prose, params string[] cells)
    {
        var document = NotebookDocument.Create();
        document.AddMarkdown(prose);
        foreach (var cell in cells) document.AddCode(cell);
        var report = await NotebookRunner.RunAsync(document, new RunOptions { Directory = AppContext.BaseDirectory }, cancellationToken: TestContext.Current.CancellationToken);
        return (report.Document.Cells[0].Source, report.Failure?.Message);
    }

    [Theory]
    [InlineData("So **1.0%**<!-- phm: share --> of them.", "So **12.3%**<!-- phm: share --> of them.")]
    [InlineData("So *1.0%*<!--phm: share--> of them.", "So *12.3%*<!--phm: share--> of them.")]
    [InlineData("So `1.0%`<!-- phm:share; --> of them.", "So `12.3%`<!-- phm:share; --> of them.")]
    [InlineData("So 1.0%<!-- phm: share --> of them.", "So 12.3%<!-- phm: share --> of them.")]
    [InlineData("Cost (£900<!-- phm: cost -->) and **1**<!-- phm: count -->.", "Cost (£1,234<!-- phm: cost -->) and **7**<!-- phm: count -->.")]
    [InlineData("| a | b |\n|---|---|\n| x | 0<!-- phm: count --> |\n| y | **£1**<!-- phm: cost --> |", "| a | b |\n|---|---|\n| x | 7<!-- phm: count --> |\n| y | **£1,234**<!-- phm: cost --> |")]
    [InlineData("- In **nowhere**<!-- phm: name -->\n- and 0.00<!-- phm: share * 2 -->", "- In **Kent**<!-- phm: name -->\n- and 0.25<!-- phm: share * 2 -->")]
    [InlineData("Of them **0%**<!-- phm: shown --> and **0%**<!-- phm: hidden -->.", "Of them **50%**<!-- phm: shown --> and **[c]**<!-- phm: hidden -->.")]
    [InlineData("In code: `**1**<!-- phm: count -->`\n\n    **1**<!-- phm: count -->\n\n```\n**1**<!-- phm: count -->\n```", null)]
    [InlineData("<!-- a comment --> and **2**<!-- phi: count -->", null)]
    public async Task A_quoted_number_takes_the_value_that_the_notebook_computes_below(string prose, string? expected)
    {
        var (obtained, problem) = await RunAsync(prose, "var share = 0.1234; var cost = 1234.4m;", "var count = 7; var name = \"Kent\"; class Shown(string text) { public override string ToString() => text; } var shown = new Shown(\"0.5\"); var hidden = new Shown(\"[c]\");");
        Assert.Null(problem);
        Assert.Equal(expected ?? prose, obtained);
    }

    [Theory]
    [InlineData("Text.\n\nIt is **1**<!-- phm: missing -->.", "line 3: ProseNumberError: In the prose, the expression 'missing' fails: CompilationError: ")]
    [InlineData("It is **1**<!-- phm: int.Parse(\"x\") -->.", "line 1: ProseNumberError: In the prose, the expression 'int.Parse(\"x\")' fails: System.FormatException: ")]
    [InlineData("It is **1**<!-- phm: (string)null -->.", "line 1: ProseNumberError: In the prose, the expression '(string)null' has no value.")]
    [InlineData("It is **1**<!-- phm share -->.", "line 1: ProseNumberError: In the prose, a comment begins like a marker and is none.")]
    [InlineData("It is **1**<!-- pmh: share -->.", "line 1: ProseNumberError: In the prose, a comment begins like a marker and is none.")]
    [InlineData("It is **1**<!-- phm: -->.", "line 1: ProseNumberError: In the prose, the marker has no expression.")]
    [InlineData("It is  <!-- phm: 1 -->.", "line 1: ProseNumberError: In the prose, the marker has no text directly before it.")]
    [InlineData("It is\n<!-- phm: 1 -->", "line 2: ProseNumberError: In the prose, the marker")]
    [InlineData("Text.\n\n<!-- phm: 1 -->", "line 3: ProseNumberError: In the prose, the marker starts its line")]
    [InlineData("It is **1 in 5**<!-- phm: 3 -->.", "line 1: ProseNumberError: In the prose, the expression '3' gives a number, but the text before the marker is not one number.")]
    [InlineData("It is **1**<!-- phm: double.NaN -->.", "line 1: ProseNumberError: In the prose, the expression 'double.NaN' gives no finite number.")]
    [InlineData("It is **1**<!-- phm: \"a**b\" -->.", "line 1: ProseNumberError: In the prose, a value holds characters that mean something in markdown")]
    [InlineData("It is **1**<!-- phm: new string('x', 500) -->.", "line 1: ProseNumberError: In the prose, the expression 'new string('x', 500)' gives no text that fits into a line")]
    public async Task A_marker_that_cannot_be_followed_fails_the_run_and_names_its_place(string prose, string problem)
    {
        var (obtained, message) = await RunAsync(prose, "var share = 0.1;");
        Assert.Contains("notebook.ipynb, cell 1", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
        Assert.Equal(prose, obtained);
    }
}
