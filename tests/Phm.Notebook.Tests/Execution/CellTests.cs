using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Tests.Execution;

public sealed class CellTests
{
    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("\"text\"", "text")]
    [InlineData("1.5", "1.5")]
    [InlineData("1.50m", "1.50")]
    [InlineData("(string?)null", "<null>")]
    [InlineData("null", "<null>")]
    [InlineData("return 5;", "5")]
    [InlineData("await Task.FromResult(7)", "7")]
    [InlineData("Task.FromResult(7)", "7")]
    [InlineData("DayOfWeek.Monday", "Monday")]
    [InlineData("new DateTime(2026, 1, 2)", "2026-01-02 00:00:00")]
    [InlineData("DateTime.UnixEpoch", "1970-01-01 00:00:00Z")]
    [InlineData("new DateOnly(2026, 1, 2)", "2026-01-02")]
    [InlineData("1e300", "1E+300")]
    [InlineData("true", "True")]
    [InlineData("System.Numerics.BigInteger.Pow(2, 70)", "1180591620717411303424")]
    public async Task The_trailing_expression_is_the_result(string source, string expected)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(source);
        Assert.Equal(CellStatus.Ok, cell.Result.Status);
        Assert.Equal(expected, cell.Text);
        Assert.Equal("execute_result", (string)Assert.Single(cell.Outputs)!["output_type"]!);
        Assert.Equal("", cell.Stderr);
    }

    [Theory]
    [InlineData("var x = 1;")]
    [InlineData("1.ToString();")]
    [InlineData("Console.Write(\"\")")]
    [InlineData("Task.Delay(1)")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("using System.Text.Json;")]
    [InlineData("// nothing but words")]
    [InlineData("int Twice(int n) => 2 * n;")]
    public async Task Statements_and_void_show_nothing(string source)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(source);
        Assert.Equal(CellStatus.Ok, cell.Result.Status);
        Assert.Empty(cell.Outputs);
    }

    [Fact]
    public async Task Later_cells_see_variables_methods_types_and_usings_of_earlier_ones()
    {
        using var live = new LiveSession();
        await live.RunAsync("using System.Text.RegularExpressions;\nvar rate = 2.5; record Patient(string Name, int Age); int Twice(int n) => 2 * n;");
        Assert.Equal("9.5", (await live.RunAsync("rate + Twice(2) + new Patient(\"a\", 3).Age")).Text);
        Assert.Equal("True", (await live.RunAsync("Regex.IsMatch(\"ab\", \"b\")")).Text);
        Assert.Equal("2.5", (await live.RunAsync("{ Func<double> f = () => rate; return f(); }")).Text);
        await live.RunAsync("var rate = \"again\";");
        Assert.Equal("again", (await live.RunAsync("rate")).Text);
        Assert.Equal(["rate"], live.Session.Variables.Select(variable => variable.Name));
        Assert.Equal("again", live.Session.Variables[0].Value);
    }

    [Theory]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(new { A = 1 })", "{\"A\":1}")]
    [InlineData("new System.Net.Http.HttpClient().MaxResponseContentBufferSize > 0", "True")]
    [InlineData("new System.Data.DataTable(\"t\").TableName", "t")]
    [InlineData("System.Collections.Immutable.ImmutableArray.Create(1, 2).Length", "2")]
    [InlineData("System.Collections.Frozen.FrozenSet.ToFrozenSet(new[] { 1 }).Count", "1")]
    [InlineData("dynamic d = 4; d + 1", "5")]
    [InlineData("Enumerable.Range(0, 10).AsParallel().Sum()", "45")]
    [InlineData("System.Threading.Channels.Channel.CreateUnbounded<int>().Writer.TryWrite(1)", "True")]
    [InlineData("new StringBuilder(\"sb\").ToString()", "sb")]
    [InlineData("new Hashtable().Count", "0")]
    [InlineData("new string?[] { null }.Length", "1")]
    public async Task The_framework_of_the_dialect_is_visible(string source, string expected)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(source);
        Assert.Equal(expected, cell.Text);
        Assert.Equal("", cell.Stderr);
    }

    [Theory]
    [InlineData("File.Exists(\"x\")")]
    [InlineData("typeof(System.ComponentModel.DataAnnotations.RangeAttribute)")]
    [InlineData("typeof(Xunit.Assert)")]
    [InlineData("typeof(Markdig.Markdown)")]
    [InlineData("typeof(Microsoft.CodeAnalysis.SyntaxTree)")]
    public async Task What_the_dialect_does_not_promise_is_not_visible(string source)
    {
        using var live = new LiveSession();
        Assert.Equal("CompilationError", (await live.RunAsync(source)).Error.Name);
    }

    [Fact]
    public async Task Cells_that_declare_nothing_do_not_come_between_those_that_do()
    {
        using var live = new LiveSession();
        await live.RunAsync("var seen = new List<object>(); var number = 1;");
        await live.RunAsync("await Task.Delay(1); number++; seen.Add(new { number });");
        await live.RunAsync("number += 2;");
        await live.RunAsync("// a note");
        await live.RunAsync("var half = number / 2.0;");
        await live.RunAsync("throw new Exception(\"declares nothing either\");");
        Assert.Equal("2", (await live.RunAsync("half")).Text);
        await live.RunAsync("if (int.TryParse(\"5\", out var parsed)) number = parsed;");
        Assert.Equal("7", (await live.RunAsync("number + half")).Text);
        Assert.Equal("True", (await live.RunAsync("parsed == 5 && seen.Contains(new { number = 2 })")).Text);
        Assert.Equal(["half", "number", "parsed", "seen"], live.Session.Variables.Select(variable => variable.Name));
    }

    [Fact]
    public async Task Executions_are_counted_and_silent_and_empty_ones_are_not()
    {
        using var live = new LiveSession();
        Assert.Equal(1, (await live.RunAsync("1")).Result.ExecutionCount);
        Assert.Null((await live.RunAsync("  \n ")).Result.ExecutionCount);
        var silent = await live.RunAsync(new CellRequest("var quiet = 3; Console.Write(1); quiet") { Silent = true });
        Assert.Null(silent.Result.ExecutionCount);
        Assert.Empty(silent.Published);
        Assert.Equal(2, (await live.RunAsync("quiet")).Result.ExecutionCount);
    }

    [Fact]
    public async Task Relative_paths_start_at_the_notebooks_folder_and_the_process_gets_its_own_back()
    {
        using var live = new LiveSession();
        live.Folder.File("data/a.txt", "hello");
        var cell = await live.RunAsync("System.IO.File.ReadAllText(\"data/a.txt\")");
        Assert.Equal("hello", cell.Text);
        Assert.NotEqual(live.Folder.Path, Environment.CurrentDirectory);
    }

    [Fact]
    public async Task Culture_is_invariant_on_every_thread()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(
            """
            string name = "?";
            var thread = new System.Threading.Thread(() => name = System.Globalization.CultureInfo.CurrentCulture.Name);
            thread.Start();
            thread.Join();
            $"[{name}] {await Task.Run(() => 1.5.ToString())} {System.Globalization.CultureInfo.CurrentCulture.Name}"
            """);
        Assert.Equal("[] 1.5 ", cell.Text);
    }

    [Fact]
    public async Task Waiting_for_a_task_does_not_wait_for_ever()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("async Task<int> Later() { await Task.Delay(5); await Task.Yield(); return 3; }\nLater().Result + Later().GetAwaiter().GetResult()");
        Assert.Equal("6", cell.Text);
    }

    [Fact]
    public async Task An_error_that_nothing_awaits_is_written_and_ends_nothing()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("async void Lost() { await Task.Delay(1); throw new InvalidOperationException(\"lost\"); }\nLost();\nawait Task.Delay(300);\n1");
        Assert.Equal("1", cell.Text);
        Assert.Contains("InvalidOperationException: lost", cell.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_cannot_execute_a_cell()
    {
        using var live = new LiveSession();
        using var inner = new LiveSession();
        AppDomain.CurrentDomain.SetData("inner", (Func<Task>)(async () => await inner.Session.ExecuteAsync("1")));
        var cell = await live.RunAsync("var inner = (Func<Task>)AppDomain.CurrentDomain.GetData(\"inner\"); await inner();");
        Assert.Contains("second process", cell.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_take_turns()
    {
        using var first = new LiveSession();
        using var second = new LiveSession();
        const string Source = "for (var i = 0; i < 20; i++) { Console.Write(\"x\"); await Task.Delay(1); }";
        var cells = await Task.WhenAll(first.RunAsync(Source), second.RunAsync(Source));
        Assert.All(cells, cell => Assert.Equal(new string('x', 20), cell.Stdout));
    }

    [Fact]
    public async Task Input_is_refused_where_nobody_is_there()
    {
        using var live = new LiveSession();
        foreach (var source in new[] { "await GetInputAsync(\"?\")", "await GetPasswordAsync()", "Console.ReadLine()" })
            Assert.Contains("headless", (await live.RunAsync(source)).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_comes_from_whoever_is_there()
    {
        using var live = new LiveSession(new SessionOptions
        {
            Input = (request, _) => Task.FromResult(request.IsPassword ? "secret" : request.Prompt + "!"),
        });
        Assert.Equal("name! secret !", (await live.RunAsync("$\"{await GetInputAsync(\"name\")} {await GetPasswordAsync()} {Console.ReadLine()}\"")).Text);
    }

    [Fact]
    public async Task The_same_cells_publish_the_same_bytes_again()
    {
        string[] cells =
        [
            "Console.WriteLine(\"a\"); display(new { A = 1 });", "throw new Exception(\"x\")",
            "System.Collections.Immutable.ImmutableDictionary.CreateRange(\"qwertyuiop\".Select(c => KeyValuePair.Create(c.ToString(), (int)c)))",
            "var d = display(1); d.Update(2); d.DisplayId",
        ];
        async Task<string> RunAll()
        {
            using var live = new LiveSession();
            var all = "";
            foreach (var cell in cells) all += (await live.RunAsync(cell)).Json;
            return all;
        }
        Assert.Equal(await RunAll(), await RunAll());
    }

    [Fact]
    public async Task A_disposed_session_executes_nothing()
    {
        var live = new LiveSession();
        live.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => live.RunAsync("1"));
    }

    [Fact]
    public async Task Warming_up_executes_nothing()
    {
        await NotebookSession.WarmUpAsync();
        using var live = new LiveSession();
        Assert.Equal(0, live.Session.ExecutionCount);
        Assert.IsType<ResultOutput>(Assert.Single((await live.RunAsync("1")).Published));
    }
}
