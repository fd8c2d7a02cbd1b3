using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.CSharp;

/// <summary>What is said to somebody whose cell does not compile.</summary>
public sealed class CompilerHintTests
{
    [Theory]
    [InlineData("File.ReadAllText(\"x\")", "add 'using System.IO;'")]
    [InlineData("new Stopwatch()", "add 'using System.Diagnostics;'")]
    [InlineData("Regex pattern = null;", "add 'using System.Text.RegularExpressions;'")]
    [InlineData("var c = new ConcurrentDictionary<string, int>();", "add 'using System.Collections.Concurrent;'")]
    [InlineData("new[] { 1 }.ToFrozenSet()", "add 'using System.Collections.Frozen;'")]
    [InlineData("System.Text.Regex pattern = null;", "did you mean 'System.Text.RegularExpressions.Regex'?")]
    [InlineData("var kent = 1;\nkents + 1", "did you mean 'kent'?")]
    [InlineData("var kent = 1;\nKent + 1", "did you mean 'kent'?")]
    [InlineData("Consloe.WriteLine(1);", "did you mean 'Console'?")]
    [InlineData("Console.WriteLien(1);", "did you mean 'WriteLine'?")]
    [InlineData("new[] { 1 }.Wher(n => n > 0)", "did you mean 'Where'?")]
    [InlineData("string text = null; text?.Trm()", "did you mean 'Trim'?")]
    [InlineData("Lisst<int> numbers = null;", "did you mean 'List'?")]
    [InlineData("DayOfWeek.Mondday", "did you mean 'Monday'?")]
    [InlineData("using System.Txt;", "did you mean 'Text'?")]
    [InlineData("bool b = True;", "did you mean 'true'?")]
    [InlineData("string s = NULL;", "did you mean 'null'?")]
    [InlineData("population.Count", "has the cell that declares 'population' been run?")]
    [InlineData("PersonRow row = null;", "has the cell that declares 'PersonRow', and the one that references its library (#r \"FILE.dll\") been run?")]
    [InlineData("using Nowhere;", "is the assembly that has this namespace referenced? #r \"FILE.dll\" references one")]
    [InlineData("var a = 1;\nif (a = 2) a++;", "'=' assigns; '==' compares")]
    [InlineData("new[] { 1 }.Where(n => n = 1)", "'=' assigns; '==' compares")]
    [InlineData("new[] { \"a\" }.Where(s => s.Length = 1)", "'=' assigns; '==' compares")]
    [InlineData("var s = 'abc';", "a text stands between double quotes: \"abc\"")]
    [InlineData("print(1)", "leave the value as the last line of the cell, or write display(value)")]
    [InlineData("x <- 5;", "'var x = …' declares a variable; '<-' compares with a negative number")]
    [InlineData("y = 5;", "'var y = 5;' declares a new variable; or has the cell that declares 'y' been run?")]
    [InlineData("var kent = 1;\nkents = 5;", "did you mean 'kent'? 'var kents = 5;' declares a new variable")]
    [InlineData("y += 5;", "has the cell that declares 'y' been run?")]
    [InlineData("1+1;", "leave out the semicolon of the last line to show its value")]
    [InlineData("var text = \"a\";\ntext.Length;", "leave out the semicolon of the last line to show its value")]
    [InlineData("1+1;\n2", "display(VALUE); shows a value on the way, 'var NAME = VALUE;' keeps it")]
    [InlineData("var kent = \"a\";\nkent <- 5", "'var kent = …' declares a variable; '<-' compares with a negative number")]
    [InlineData("var kent = new List<int>();\nkent <- kent;", "'var kent = …' declares a variable; '<-' compares with a negative number")]
    [InlineData("DateTime.Today.DayOfWeek == \"Mon\"", "a text is no DayOfWeek: write DayOfWeek.Monday")]
    [InlineData("DayOfWeek? day = null;\n\"sunday\" != day", "a text is no DayOfWeek: write DayOfWeek.Sunday")]
    [InlineData("bool Has(DayOfWeek day) => true;\nHas(\"wendesday\")", "a text is no DayOfWeek: write DayOfWeek.Wednesday")]
    [InlineData("bool Has(int n, DayOfWeek day) => true;\nHas(day: \"fri\", n: 1)", "a text is no DayOfWeek: write DayOfWeek.Friday")]
    [InlineData("bool Has(params DayOfWeek[] days) => true;\nHas(DayOfWeek.Monday, DayOfWeek.Monday, \"fri\")", "a text is no DayOfWeek: write DayOfWeek.Friday")]
    [InlineData("DayOfWeek day = \"T\";", "a text is no DayOfWeek: write DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday or another of its 7 values, which help(\"DayOfWeek\") lists")]
    [InlineData("var text = \"Monday\";\nSystem.IO.SeekOrigin at = text;", "a text is no SeekOrigin: write System.IO.SeekOrigin.Begin, System.IO.SeekOrigin.Current, System.IO.SeekOrigin.End")]
    [InlineData("var kent = 1;\nsummary(kent)", "R's and Python's 'summary' is not C#: help(kent) shows what kent can do. Is 'summary' a function of this notebook, has its cell been run?")]
    [InlineData("glm(1)", "has the cell that declares 'glm' been run? If it is a function of R or Python: help() shows how to find what there is in its place")]
    [InlineData("Quarter(1)", "has the cell that declares 'Quarter', and the one that references its library (#r \"FILE.dll\") been run?")]
    [InlineData("var ages = new[] { 1 };\nhead(ages)", "'.Take(6)' takes the first")]
    [InlineData("var ages = 1;\nhead(ages)", "R's and Python's 'head' is not C#: help(ages) shows what ages can do. Is 'head' a function of this notebook, has its cell been run?")]
    [InlineData("var ages = new[] { 1 };\nages.filter(a => a > 1)", "did you mean 'Where'?")]
    [InlineData("help", "help() shows what there is to ask for")]
    [InlineData("nrow(kent)", "'.Count' tells how many there are")]
    [InlineData("help(Console)", "a type is asked for by its name: help(\"Console\")")]
    public async Task An_error_of_a_beginner_is_followed_by_what_to_do(string source, string hint)
    {
        using var live = new LiveSession();
        var error = (await live.RunAsync(source)).Error;
        Assert.StartsWith("   line ", error.Traceback[1], StringComparison.Ordinal);
        Assert.Equal($"   hint: {hint}", error.Traceback[2]);
        Assert.Equal(error.Traceback[0] + "\n" + error.Traceback[2], error.Message);
    }

    [Theory]
    [InlineData("int x = \"text\";")]
    [InlineData("xq")]
    [InlineData("new[] { 1 }.Frobnicate()")]
    [InlineData("int x = 1; x.Frobnicate")]
    [InlineData("(")]
    public async Task Nothing_is_guessed_where_nothing_is_near(string source)
    {
        using var live = new LiveSession();
        Assert.DoesNotContain((await live.RunAsync(source)).Error.Traceback, line => line.Contains("mean", StringComparison.Ordinal) || line.Contains("using '", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kent |> filter(age > 75)", "this is R; in C# the next step follows a dot: kent.Where(…).Count")]
    [InlineData("kent %>% filter(age > 75)", "this is R; in C# the next step follows a dot: kent.Where(…).Count")]
    [InlineData("data$patients", "this is R; in C# what a value has follows a dot: data.patients")]
    [InlineData("lm(y ~ x, data = kent)", "this is a formula of R, which C# has not; help() shows how to find what there is in its place")]
    [InlineData("for (i in 1:10) print(i)", "this is R or Python; in C#: foreach (var i in Enumerable.Range(1, 10)) { … }")]
    [InlineData("for i in range(10):\n    print(i)", "this is R or Python; in C#: foreach (var i in Enumerable.Range(1, 10)) { … }")]
    [InlineData("import pandas", "this is Python; in C# 'using NAME;' imports a namespace, and #r \"FILE.dll\" references a library")]
    [InlineData("if x == 1:\n    print(x)", "this is Python; in C# a condition stands between ( and ), what depends on it between { and }")]
    [InlineData("%time", "this is a magic of IPython; here a directive begins with '#!': '#!lsmagic' lists them, '#!time' measures a cell")]
    [InlineData("!ls -l", "this is a command of a shell, which no cell runs; '!' in C# means 'not'")]
    [InlineData("?kent", "this is a question to R or IPython; in C# it is help(NAME)")]
    [InlineData("# a comment", "this is a comment of R or Python; in C# a comment begins with '//'")]
    public async Task A_line_of_another_language_is_called_so_before_its_errors(string source, string hint)
    {
        using var live = new LiveSession();
        var error = (await live.RunAsync(source)).Error;
        Assert.Equal($"hint: {hint}", error.Traceback[0]);
        Assert.Contains(": error CS", error.Traceback[1], StringComparison.Ordinal);
        Assert.Equal(error.Traceback[0] + "\n" + error.Traceback[1], error.Message);
        Assert.InRange(error.Traceback.Count(line => line.Contains(": error CS", StringComparison.Ordinal)), 1, 3);
        Assert.Equal(1, error.Line);
    }

    [Fact]
    public async Task Errors_of_another_language_that_are_not_shown_are_counted()
    {
        using var live = new LiveSession();
        Assert.Equal("… and 6 more errors", (await live.RunAsync("for (i in 1:10) { }")).Error.Traceback[^1]);
        Assert.Equal("… and 1 more error", (await live.RunAsync("import pandas as pd")).Error.Traceback[^1]);
    }

    [Theory]
    [InlineData("var a = \"x |> y\"")]
    [InlineData("var a = 1 // data$patients\nvar b = 2")]
    [InlineData("var a = true;\nvar b = a\n    ? 1\n    : none;")]
    [InlineData("var all = ~none;")]
    [InlineData("foreach (var i in none) { }")]
    [InlineData("var a = $\"{none}$b\";")]
    [InlineData("!none.Any()")]
    [InlineData("from n in none select n")]
    [InlineData("switch (1) { case 1:\nnone(); break; }")]
    public async Task CSharp_with_an_error_is_not_taken_for_another_language(string source)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(source + "\nnothing(");
        Assert.DoesNotContain(cell.Error.Traceback, line => line.StartsWith("hint: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sql_in_a_cell_of_CSharp_is_shown_its_place()
    {
        using var live = new LiveSession();
        Assert.Contains((await live.RunAsync("SELECT * FROM kent")).Error.Traceback, line => line.StartsWith("   hint: SQL has cells of its own", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hint_is_given_once_a_cell()
    {
        using var live = new LiveSession();
        var error = (await live.RunAsync("kent.A();\nkent.B();\nkent.C();")).Error;
        Assert.Equal(7, error.Traceback.Count);
        Assert.Single(error.Traceback, line => line.StartsWith("   hint: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Types_and_extensions_of_the_notebooks_own_references_come_first()
    {
        using var live = new LiveSession();
        Library.Compile(live.Folder.File("Ward.dll"), """
            namespace Ward.Files { public static class File { } }
            namespace Ward.People { public class Person { } public class Nurse : Person { } }
            namespace Ward.Charts
            {
                public static class PersonCharts { public static int Bars(this Ward.People.Person person) => 1; public static int Rows<T>(this System.Collections.Generic.IEnumerable<T> items) => 2; }
                public static class Texts { public static int Bars(this string text) => 3; }
            }
            """);
        await live.RunAsync("#r \"Ward.dll\"\nvar nurse = new Ward.People.Nurse();");
        Assert.Equal("   hint: add 'using Ward.Files;' or 'using System.IO;'", (await live.RunAsync("File.Exists(\"a\")")).Error.Traceback[2]);
        Assert.Equal("   hint: add 'using Ward.Charts;'", (await live.RunAsync("nurse.Bars()")).Error.Traceback[2]);
        Assert.Equal("   hint: add 'using Ward.Charts;'", (await live.RunAsync("new List<int>().Rows()")).Error.Traceback[2]);
        Assert.Equal(2, (await live.RunAsync("1.Bars()")).Error.Traceback.Count);
        Assert.Equal("1", (await live.RunAsync("using Ward.Charts;\nnurse.Bars()")).Text);
    }

    [Fact]
    public async Task At_most_three_namespaces_are_named()
    {
        using var live = new LiveSession();
        Library.Compile(live.Folder.File("Many.dll"), string.Concat(Enumerable.Range(1, 5).Select(i => $"namespace N{i} {{ public class Common {{ }} }} ")));
        await live.RunAsync("#r \"Many.dll\"");
        Assert.Equal("   hint: add 'using N1;' or 'using N2;' or 'using N3;'", (await live.RunAsync("new Common()")).Error.Traceback[2]);
    }

    [Fact]
    public async Task Errors_of_loaded_scripts_have_hints_too()
    {
        using var live = new LiveSession();
        live.Folder.File("lib.csx", "var wind = 1;\nvar two = wnid;");
        var error = (await live.RunAsync("#load \"lib.csx\"")).Error;
        Assert.StartsWith("lib.csx(2,11): error CS0103", error.Traceback[0], StringComparison.Ordinal);
        Assert.Equal("   hint: did you mean 'wind'?", error.Traceback[2]);
    }

    [Fact]
    public async Task The_same_warning_is_written_once_a_session_and_not_beside_errors()
    {
        using var live = new LiveSession();
        const string Warned = "[Obsolete(\"use New\")] int Old() => 1;\nOld()";
        Assert.Equal("", (await live.RunAsync(Warned + " + nothing")).Stderr);
        Assert.Equal("(2,1): warning CS0618: 'Old()' is obsolete: 'use New'\n", (await live.RunAsync(Warned)).Stderr);
        Assert.Equal("", (await live.RunAsync(Warned)).Stderr);
        Assert.Equal("", (await live.RunAsync("\n\n" + Warned)).Stderr);
        Assert.Equal("(1,42): warning CS0618: 'Ancient()' is obsolete: 'no'\n", (await live.RunAsync("[Obsolete(\"no\")] int Ancient() => 1; _ = Ancient();")).Stderr);
    }

    [Fact]
    public async Task A_warning_that_does_not_name_its_code_is_written_for_other_code_too()
    {
        using var live = new LiveSession();
        Assert.Contains("CS4014", (await live.RunAsync("Task.Run(() => 1);\n1")).Stderr, StringComparison.Ordinal);
        Assert.Equal("", (await live.RunAsync("Task.Run(() => 1);\n1")).Stderr);
        Assert.Contains("CS4014", (await live.RunAsync("Task.Run(() => 2);\n1")).Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_question_about_a_method_may_hand_one_over()
    {
        using var live = new LiveSession();
        Assert.Equal("", (await live.RunAsync("int Own() => 1;\nhelp(Own)")).Stderr);
        Assert.Contains("CS8974", (await live.RunAsync("display(Own);")).Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_cell_does_not_use_up_a_warning()
    {
        using var live = new LiveSession();
        const string Warned = "[Obsolete(\"no\")] int Old() => 1;\nOld()";
        await live.RunAsync(new CellRequest(Warned) { Silent = true });
        Assert.NotEqual("", (await live.RunAsync(Warned)).Stderr);
    }
}
