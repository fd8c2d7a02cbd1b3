using System.Text.Json.Nodes;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.Execution;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("var a = 1;\nvar b = nothing + 1;", 2, 9, "CS0103")]
    [InlineData("int x = \"text\";", 1, 9, "CS0029")]
    [InlineData("\n\n\n)", 4, 1, "CS")]
    [InlineData("#!time\nvar a = nothing;", 2, 9, "CS0103")]
    [InlineData("#!markdown\ntext\n#!csharp\nnothing", 4, 1, "CS0103")]
    [InlineData("#r \"nuget:Microsoft.DotNet.Interactive.SQLite, 1.0.0\"\n\nnothing", 3, 1, "CS0103")]
    public async Task A_cell_that_does_not_compile_names_its_own_line(string source, int line, int column, string code)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(source);
        Assert.Equal(CellStatus.Error, cell.Result.Status);
        Assert.Equal("CompilationError", cell.Error.Name);
        Assert.Equal((line, column), (cell.Error.Line, cell.Error.Column));
        Assert.StartsWith($"({line},{column}): error {code}", cell.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var a = 1;\nthrow new InvalidOperationException(\"why\");", 2, "System.InvalidOperationException")]
    [InlineData("int[] a = [1];\nvar i = 3;\na[i]", 3, "System.IndexOutOfRangeException")]
    [InlineData("int[] a = [1];\nfor (var i = 0; i < 3; i++)\n{\n    Console.Write(a[i]);\n}", 4, "System.IndexOutOfRangeException")]
    [InlineData("string s = null;\ns.Length", 2, "System.NullReferenceException")]
    [InlineData("int Half(int n)\n{\n    return 1 / n;\n}\nvar a = 2;\nHalf(0)", 3, "System.DivideByZeroException")]
    [InlineData("new[] { 1, 0 }\n.Select(n =>\n1 / n)", 3, "System.DivideByZeroException")]
    [InlineData("async Task Fail()\n{\n    await Task.Delay(1);\n    throw new ArgumentException(\"x\");\n}\nawait Fail();", 4, "System.ArgumentException")]
    [InlineData("Task.Run(() =>\n{\n    throw new ArgumentException(\"x\");\n}).Wait();", 3, "System.ArgumentException")]
    [InlineData("class Ward : Exception { }\nthrow new Ward();", 2, "Ward")]
    public async Task An_exception_names_its_type_and_the_cells_own_line(string source, int line, string name)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(source);
        Assert.Equal(name, cell.Error.Name);
        Assert.Equal(line, cell.Error.Line);
        var output = Assert.Single(cell.Outputs.OfType<JsonObject>(), output => (string)output["output_type"]! == "error");
        Assert.Equal(["ename", "evalue", "output_type", "traceback"], output.Select(entry => entry.Key));
    }

    [Theory]
    [InlineData("while (true) { throw new Exception(); }", 16)]
    [InlineData("while (true) throw new Exception();", 14)]
    [InlineData("for (;;) for (;;) throw new Exception();", 19)]
    [InlineData("void Fail() { throw new Exception(); } Fail();", 15)]
    public async Task Stop_points_do_not_move_columns(string source, int column)
    {
        using var live = new LiveSession();
        var error = (await live.RunAsync(source)).Error;
        Assert.Equal((1, column), (error.Line, error.Column));
    }

    [Fact]
    public async Task Warnings_and_errors_in_loops_are_about_the_cell_as_written()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("[Obsolete] void Old() { }\nfor (var i = 0; i < 1; i++) { Old(); }");
        Assert.Equal("(2,31): warning CS0612: 'Old()' is obsolete\n", cell.Stderr);
        var error = (await live.RunAsync("while (true) { nothing(); }")).Error;
        Assert.Equal((1, 16), (error.Line, error.Column));
    }

    [Fact]
    public async Task A_traceback_holds_the_notebooks_frames_and_what_they_called_and_nothing_else()
    {
        using var live = new LiveSession();
        await live.RunAsync("int Check(int age)\n{\n    if (age < 0) throw new ArgumentOutOfRangeException(nameof(age), \"negative\");\n    return age;\n}");
        var cell = await live.RunAsync("var age = -1;\nCheck(age)");
        Assert.Equal(2, cell.Error.Line);
        Assert.Equal(
            ["System.ArgumentOutOfRangeException: negative (Parameter 'age')", "   at Check, cell 1, line 3", "   at cell 2, line 2"],
            cell.Error.Traceback);
        Assert.Equal(
            ["System.InvalidOperationException: Sequence contains no elements", "   at System.Linq.Enumerable.First", "   at cell 3, line 1"],
            (await live.RunAsync("new int[0].First()")).Error.Traceback);
    }

    [Fact]
    public async Task Messages_name_files_relative_to_the_notebook()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("System.IO.File.ReadAllText(\"data/none.csv\")");
        Assert.DoesNotContain(live.Folder.Path, cell.Json, StringComparison.Ordinal);
        Assert.Contains("data/none.csv", cell.Error.Message.Replace('\\', '/'), StringComparison.Ordinal);
        cell = await live.RunAsync("System.IO.File.ReadAllText(\"../none.csv\")");
        Assert.Contains("'../none.csv'", cell.Error.Message.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Causes_are_named_and_wrappings_left_out()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("throw new InvalidOperationException(\"outer\", new ArgumentException(\"inner\"));");
        Assert.Equal(" ---> System.ArgumentException: inner", cell.Error.Traceback[1]);
        Assert.Equal("x", (await live.RunAsync("Task.FromException(new Exception(\"x\")).Wait();")).Error.Message);
    }

    [Fact]
    public async Task A_failing_cell_keeps_what_it_had_assigned_and_one_that_does_not_compile_changes_nothing()
    {
        using var live = new LiveSession();
        await live.RunAsync("var before = 1;");
        await live.RunAsync("var kept = 2; before = 3; throw new Exception();");
        await live.RunAsync("var before = \"other\"; nonsense");
        Assert.Equal("5", (await live.RunAsync("before + kept")).Text);
    }

    [Fact]
    public async Task Real_warnings_are_written_once_and_noise_is_not()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("[Obsolete(\"use New\")] int Old() => 1;\nOld()");
        Assert.Equal("(2,1): warning CS0618: 'Old()' is obsolete: 'use New'\n", cell.Stderr);
        Assert.Equal("", (await live.RunAsync("string? s = null; object? o = s; s")).Stderr);
    }

    [Fact]
    public async Task Many_errors_are_cut()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(string.Join('\n', Enumerable.Range(0, 50).Select(i => $"none{i}();")));
        Assert.Equal("… and 30 more errors", cell.Error.Traceback[^1]);
    }

    [Fact]
    public async Task A_lazy_query_that_fails_while_it_is_shown_fails_the_cell()
    {
        using var live = new LiveSession();
        Assert.Equal("System.FormatException", (await live.RunAsync("new[] { \"1\", \"x\" }.Select(int.Parse)")).Error.Name);
    }
}
