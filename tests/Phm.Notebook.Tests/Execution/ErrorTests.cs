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
    public void A_path_is_made_relative_only_where_one_begins()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a.csv");
        Assert.Equal($"'a.csv' and '/mnt{file}'", new RelativePaths(folder.Path).Relative($"'{file}' and '/mnt{file}'"));
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
            [
                "System.ArgumentOutOfRangeException: negative (Parameter 'age')",
                "   at Check, cell 1, line 3: if (age < 0) throw new ArgumentOutOfRangeException(nameof(age), \"negative\");",
                "   at cell 2, line 2: Check(age)",
            ],
            cell.Error.Traceback);
        Assert.Equal(
            ["System.InvalidOperationException: Sequence contains no elements", "   at System.Linq.Enumerable.First", "   at cell 3, line 1: new int[0].First()"],
            (await live.RunAsync("new int[0].First()")).Error.Traceback);
    }

    [Fact]
    public async Task What_calls_itself_is_one_line_with_how_often()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("int Down(int n)\n{\n    if (n == 0) throw new Exception(\"deep\");\n    return Down(n - 1);\n}\nDown(50)");
        Assert.Equal(
            [
                "System.Exception: deep", "   at Down, cell 1, line 3: if (n == 0) throw new Exception(\"deep\");",
                "   at Down, cell 1, line 4 (50 times): return Down(n - 1);", "   at cell 1, line 6: Down(50)",
            ], cell.Error.Traceback);
    }

    [Fact]
    public async Task A_lambda_in_a_query_stands_alone_without_the_querys_own_workings()
    {
        using var live = new LiveSession();
        Assert.Equal(
            ["System.DivideByZeroException: Attempted to divide by zero.", "   at cell 1, line 2: .Select(n => 1 / n).ToList()", "   at cell 1, line 1: new[] { 1, 0 }"],
            (await live.RunAsync("new[] { 1, 0 }\n    .Select(n => 1 / n).ToList()")).Error.Traceback);
    }

    [Fact]
    public async Task Static_fields_that_fail_are_the_error_and_not_the_type_that_has_them()
    {
        using var live = new LiveSession();
        var error = (await live.RunAsync("class Config\n{\n    public static int Limit = int.Parse(\"none\");\n}\nConfig.Limit")).Error;
        Assert.Equal("System.FormatException", error.Name);
        Assert.Equal(
            ["   at System.Int32.Parse", "   at Config, static fields, cell 1, line 3: public static int Limit = int.Parse(\"none\");", "   at cell 1, line 5: Config.Limit"], error.Traceback.Skip(1));
    }

    [Fact]
    public async Task Several_errors_at_once_and_causes_name_their_own_places()
    {
        using var live = new LiveSession();
        var several = (await live.RunAsync("Task One() => throw new ArgumentException(\"one\");\nTask Two() => throw new ArgumentException(\"two\");\nTask.WaitAll(Task.Run(One), Task.Run(Two));")).Error;
        Assert.Equal("System.AggregateException", several.Name);
        Assert.Contains(" ---> System.ArgumentException: two", several.Traceback);
        Assert.Contains("      at Two, cell 1, line 2: Task Two() => throw new ArgumentException(\"two\");", several.Traceback);
        var wrapped = (await live.RunAsync("void Inner() => throw new Exception(\"in\");\ntry { Inner(); }\ncatch (Exception e) { throw new Exception(\"out\", e); }")).Error;
        Assert.Equal(3, wrapped.Line);
        Assert.Equal(
            [
                "System.Exception: out", " ---> System.Exception: in", "      at Inner, cell 2, line 1: void Inner() => throw new Exception(\"in\");",
                "      at cell 2, line 2: try { Inner(); }", "   at cell 2, line 3: catch (Exception e) { throw new Exception(\"out\", e); }",
            ], wrapped.Traceback);
    }

    [Theory]
    [InlineData("dynamic d = 1;\nd.Nothing();", "   at cell 1, line 2: d.Nothing();")]
    [InlineData("new Dictionary<string, int>()[\"k\"]", "   at System.Collections.Generic.Dictionary.this[]\n   at cell 1, line 1: new Dictionary<string, int>()[\"k\"]")]
    [InlineData("record Half(int N)\n{\n    public int Value => 1 / N;\n}\nnew Half(0).Value", "   at Half.Value, cell 1, line 3: public int Value => 1 / N;\n   at cell 1, line 5: new Half(0).Value")]
    [InlineData("class Odd\n{\n    public Odd() => throw new Exception();\n}\nnew Odd()", "   at new Odd, cell 1, line 3: public Odd() => throw new Exception();\n   at cell 1, line 5: new Odd()")]
    public async Task Places_read_as_the_author_wrote_the_code(string source, string places)
    {
        using var live = new LiveSession();
        Assert.Equal(places.Split('\n'), (await live.RunAsync(source)).Error.Traceback.Skip(1));
    }

    [Fact]
    public async Task A_loaded_script_shows_its_own_line()
    {
        using var live = new LiveSession();
        live.Folder.File("lib.csx", "int Share(int n)\n{\n    while (true) return 10 / n;\n}");
        Assert.Equal(
            ["   at Share, lib.csx, line 3: while (true) return 10 / n;", "   at cell 1, line 2: Share(0)"], (await live.RunAsync("#load \"lib.csx\"\nShare(0)")).Error.Traceback.Skip(1));
    }

    [Fact]
    public async Task A_long_line_is_cut()
    {
        using var live = new LiveSession();
        var error = (await live.RunAsync($"throw new Exception(\"{new string('x', 500)}\");")).Error;
        Assert.InRange(error.Traceback[^1].Length, 1, 150);
        Assert.EndsWith("…", error.Traceback[^1], StringComparison.Ordinal);
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

    [Theory]
    [InlineData("int Down(int n) => Down(n - 1) + 1;\nDown(0)", "   at Down, cell 1, line 1 (more than 1000 times): int Down(int n) => Down(n - 1) + 1;")]
    [InlineData("class Node { public int Depth => Depth + 1; }\nnew Node().Depth", "   at Node.Depth, cell 1, line 1 (more than 1000 times): class Node { public int Depth => Depth + 1; }")]
    [InlineData("Func<int, int> down = null; down = n => down(n - 1) + 1;\nawait Task.Run(() => down(0))", "   at cell 1, line 1: Func<int, int> down = null; down = n => down(n - 1) + 1;")]
    public async Task A_function_that_calls_itself_without_end_is_an_error_and_the_session_goes_on(string source, string place)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(source);
        Assert.Equal("System.InsufficientExecutionStackException", cell.Error.Name);
        Assert.Equal(place, cell.Error.Traceback[1]);
        Assert.Equal("2", (await live.RunAsync("1 + 1")).Text);
    }
}
