using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Phm.Notebook.Documents;
using Phm.Notebook.Exporting;

namespace Phm.Notebook.Tests.Exporting;

/// <summary>What a cell becomes in a script. The head of the script, up to its first statement, is the same for all.</summary>
public sealed class NotebookScriptTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_notebook_becomes_a_file_that_dotnet_runs()
    {
        using var folder = new TemporaryFolder();
        var document = NotebookDocument.Create();
        document.AddMarkdown("# Counts\n\nHow many?");
        document.AddCode("using System.Globalization;\nvar n = 40 + 2;\nn");
        document.Save(folder.File("counts.ipynb"));

        var script = NotebookScript.Write(NotebookDocument.Load(folder.File("counts.ipynb")), folder.File("scripts/counts.cs"));

        Assert.Equal("""
            #!/usr/bin/env dotnet
            #:include NotebookDisplay.cs
            #:property PublishAot=false
            #:property ImplicitUsings=disable
            #:property Nullable=annotations
            #:property TreatWarningsAsErrors=false
            #:property RunAnalyzers=false
            #:property EnforceCodeStyleInBuild=false
            #:property RestorePackagesWithLockFile=false

            // Written by 'phm export --to script' from ../counts.ipynb: change that and export again.
            // 'dotnet run FILE' prints its tables and writes its charts to artifacts/scripts/counts, or to a folder named after FILE.

            using System;
            using System.Collections;
            using System.Collections.Generic;
            using System.Globalization;
            using System.Linq;
            using System.Text;
            using System.Threading.Tasks;
            using static NotebookDisplay;

            NotebookDisplay.Begin("counts", "..", args);

            // # Counts
            //
            // How many?

            NotebookDisplay.Cell("02");
            var n = 40 + 2;
            display(n);

            """.ReplaceLineEndings("\n"), script);
    }

    [Theory]
    [InlineData("1 + 1", "display(1 + 1);")]
    [InlineData("1 + 1 // two", "display(1 + 1); // two")]
    [InlineData("Console.WriteLine(1)", "Console.WriteLine(1);")]
    [InlineData("Console.WriteLine(1);", "Console.WriteLine(1);")]
    [InlineData("\"a\".Display()", "\"a\".Display();")]
    [InlineData("display(1)", "display(1);")]
    [InlineData("HTML(\"<b>\")", "display(HTML(\"<b>\"));")]
    [InlineData("Task.FromResult(1)", "display(await Task.FromResult(1));")]
    [InlineData("Task.Delay(1)", "await Task.Delay(1);")]
    [InlineData("await Task.FromResult(1)", "display(await Task.FromResult(1));")]
    [InlineData("(string?)null", "display((string?)null);")]
    [InlineData("return 5;", "display(5);")]
    [InlineData("Console.WriteLine(1);\nreturn;", "Console.WriteLine(1);")]
    public void The_value_that_a_cell_ends_with_is_shown(string source, string expected) => Assert.Equal(expected, Body(source));

    [Theory]
    [InlineData("var x = 1;", "x = 2;\nx", "x = 2;\ndisplay(x);")]
    [InlineData("var x = 1;", "var x = 2;\nx + 1", "var x_2 = 2;\ndisplay(x_2 + 1);")]
    [InlineData("var x = 1;", "var x = 2; x += x;", "var x_2 = 2; x_2 += x_2;")]
    [InlineData("var x = 1; var x_2 = 2;", "var x = 3;", "var x_3 = 3;")]
    [InlineData("var x = 1;", "foreach (var x in new[] { 1 }) Console.WriteLine(x);", "foreach (var x_2 in new[] { 1 }) Console.WriteLine(x_2);")]
    [InlineData("var x = 1;", "{ var x = 2; Console.WriteLine(x); }", "{ var x_2 = 2; Console.WriteLine(x_2); }")]
    [InlineData("var x = 1;", "Func<int, int> f = x => x + 1;", "Func<int, int> f = x => x + 1;")]
    [InlineData("var x = 1;", "var q = from x in new[] { 1 } select x;", "var q = from x_2 in new[] { 1 } select x_2;")]
    [InlineData("var x = 1;", "var x = 2; var p = new { x, A = x };", "var x_2 = 2; var p = new { x = x_2, A = x_2 };")]
    [InlineData("var x = 1;", "var x = 2; var t = (x, 1);", "var x_2 = 2; var t = (x: x_2, 1);")]
    [InlineData("var x = 1;", "var x = 2; var p = new Version().Build; Console.WriteLine($\"{x} x\");", "var x_2 = 2; var p = new Version().Build; Console.WriteLine($\"{x_2} x\");")]
    [InlineData("var x = 1;", "var (x, y) = (1, 2);", "var (x_2, y) = (1, 2);")]
    [InlineData("int F() => 1;", "int F() => 2;\nF()", "int F_2() => 2;\ndisplay(F_2());")]
    [InlineData("int F(int n) => n;", "string F(string s) => s;\nF(\"a\") + F(1)", "string F_2(string s) => s;\ndisplay(F_2(\"a\") + F(1));")]
    [InlineData("1", "var args = 5;\nargs", "var args_2 = 5;\ndisplay(args_2);")]
    [InlineData("#r \"nuget:Some.Package, 1.0.0\"\nvar a = Unknown.Load();", "var a = Unknown.Load();\na.Where(b => a.Count > b)", "var a_2 = Unknown.Load();\ndisplay(a_2.Where(b => a_2.Count > b));")]
    public void A_name_that_is_declared_again_is_numbered_wherever_it_is_meant(string first, string second, string expected) => Assert.Equal(expected, Body(first, second));

    [Theory]
    [InlineData("int x;\nstring s, t;", "int x = default;\nstring s = default, t = default;")]
    [InlineData("public static readonly int X = 1;", "int X = 1;")]
    [InlineData("const int X = 1;", "const int X = 1;")]
    [InlineData("public static int F() => 1;", "int F() => 1;")]
    [InlineData("async Task<int> F() => 1;", "async Task<int> F() => 1;")]
    public void Declarations_become_local_ones(string source, string expected) => Assert.Equal(expected, Body(source));

    [Fact]
    public void Types_and_extension_methods_stand_at_the_end()
    {
        Assert.Equal(""""
            var p = new Point(1, 2);
            display(p.Sum());

            NotebookDisplay.Cell("02");
            Console.WriteLine("""
            text
            """);

            /// <summary>Two numbers.</summary>
            record Point(int X, int Y);

            enum Kind { A }

            static class NotebookExtensions
            {
                public static int Sum(this Point p) => p.X + p.Y;
            }
            """".ReplaceLineEndings("\n"),
            Body("/// <summary>Two numbers.</summary>\nprivate record Point(int X, int Y);\nstatic int Sum(this Point p) => p.X + p.Y;\nvar p = new Point(1, 2);\np.Sum()", "enum Kind { A }\nConsole.WriteLine(\"\"\"\ntext\n\"\"\");"));
    }

    [Theory]
    [InlineData("record P(int X);\nnew P(3)", "display(new P(3));\n\nrecord P(int X);")]
    [InlineData("static int F(this int n) => n;\n1.F()", "display(1.F());\n\nstatic class NotebookExtensions\n{\n    public static int F(this int n) => n;\n}")]
    [InlineData("class A { }\nclass B { }", "class A { }\n\nclass B { }")]
    public void What_is_moved_leaves_nothing_behind_and_takes_nothing_along(string source, string expected) => Assert.Equal(expected, Body(source));

    [Fact]
    public void A_cell_that_may_fail_is_caught_and_the_script_goes_on()
    {
        using var folder = new TemporaryFolder();
        var script = Write(folder, Failing("int.Parse(\"x\")"), "1");
        Assert.Equal("""
            try
            {
                display(int.Parse("x"));
            }
            catch (Exception problem)
            {
                NotebookDisplay.Failed(problem);
            }

            NotebookDisplay.Cell("02");
            display(1);
            """.ReplaceLineEndings("\n"), BodyOf(script));
    }

    [Fact]
    public void What_is_not_csharp_is_a_comment()
    {
        Assert.Equal("// *Prose*", Body("#!markdown\n*Prose*", "1").Split("\n\n")[0]);
        Assert.Equal("// Cell 1 is sql-linked and has no part in this script:\n//\n// SELECT 1\n\nNotebookDisplay.Cell(\"02\");\ndisplay(1);", Body("#!sql-linked\nSELECT 1", "1"));
        Assert.Equal("// Left out: #!time\n\nNotebookDisplay.Cell(\"01\");\ndisplay(1);", Body("#!time\n1"));
    }

    [Theory]
    [InlineData("#!set --name x --value 5", "cell 1: '#!set' has no form in a script.")]
    [InlineData("#!import other.ipynb", "cell 1: '#!import' has no form in a script.")]
    [InlineData("#load \"x.csx\"", "cell 1: '#load \"x.csx\"' has no form in a script.")]
    [InlineData("#r \"nowhere.dll\"", "cell 1: 'nowhere.dll' has no form in a script")]
    [InlineData("#r \"nuget:Some.Package\"", "has no version")]
    [InlineData("if (DateTime.Now.Year > 1) return;\nConsole.WriteLine(1);", "cell 1: 'return' in the middle of a cell")]
    [InlineData("int Total { get; set; }", "cell 1: the cell declares a property")]
    [InlineData("int x = nothing;", "cell 1: the code does not compile: CS0103: The name 'nothing'")]
    [InlineData("#define DRAFT\n#if DRAFT\nConsole.WriteLine(1);\n#endif", "cell 1: '#define' and '#undef' stand at the start of a file")]
    [InlineData("var = ;", "cell 1: the code does not compile: CS")]
    public void What_has_no_form_in_a_script_is_refused_with_the_cell(string source, string expected) =>
        Assert.Contains(expected, Assert.Throws<NotebookException>(() => Body(source)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_two_cells_declare_apart_is_refused_where_a_script_has_one()
    {
        Assert.Contains("cell 2: the type 'P' is declared in cell 1 already", Assert.Throws<NotebookException>(() => Body("record P;", "record P(int X);")).Message, StringComparison.Ordinal);
        Assert.Contains("cell 2: the name 'T' stands for something else in cell 1", Assert.Throws<NotebookException>(() => Body("using T = System.Int32;", "using T = System.String;")).Message, StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        Assert.Contains("cell 2: 'x' is declared in cell 1, which may fail", Assert.Throws<NotebookException>(() => Write(folder, Failing("var x = 1;"), "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void References_are_projects_and_packages()
    {
        using var folder = new TemporaryFolder();
        folder.File("src/Lib/Lib.csproj", "<Project/>");
        Directory.CreateDirectory(folder.File("artifacts"));
        File.Copy(typeof(NotebookScript).Assembly.Location, folder.File("artifacts/Lib.dll"));
        var script = Write(folder, "#r \"artifacts/Lib.dll\"\n#r \"nuget:Some.Package, 1.2.3\"\n#r \"nuget:Microsoft.DotNet.Interactive.SQLite, 1.0\"\n#r \"System.Data.Common\"\n// kept\n1");
        Assert.Contains("#!/usr/bin/env dotnet\n#:package Some.Package@1.2.3\n#:project ../src/Lib/Lib.csproj\n#:include", script, StringComparison.Ordinal);
        Assert.EndsWith("NotebookDisplay.Cell(\"01\");\n// kept\ndisplay(1);\n", script, StringComparison.Ordinal);
        File.Delete(folder.File("artifacts/Lib.dll"));
        Assert.Contains("Build Lib first", Assert.Throws<NotebookException>(() => Write(folder, "#r \"artifacts/Lib.dll\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_prose_nor_a_file_name_becomes_code()
    {
        using var folder = new TemporaryFolder();
        var document = NotebookDocument.Create();
        document.AddMarkdown("a\u2028Evil();\u0085Evil();\rEvil();\fEvil();");
        document.AddCode("#!html\nb\u2029Evil();");
        document.Save(folder.File("a.ipynb"));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file names.");
        var script = NotebookScript.Write(NotebookDocument.Load(folder.File("a.ipynb")), folder.File("a\");Evil();\nEvil();//.cs"));
        var calls = CSharpSyntaxTree.ParseText(script, cancellationToken: Cancel).GetRoot(Cancel).DescendantNodes().OfType<InvocationExpressionSyntax>();
        Assert.Equal("NotebookDisplay.Begin", Assert.Single(calls).Expression.ToString());
    }

    /// <summary>The statements of a script of these cells, without the mark of the first.</summary>
    private static string Body(params string[] cells)
    {
        using var folder = new TemporaryFolder();
        var body = BodyOf(Write(folder, [.. cells.Select(cell => (JsonNode)cell)]));
        var last = $"NotebookDisplay.Cell(\"{cells.Length:00}\");\n";
        return cells.Length == 2 && !cells[0].StartsWith("#!", StringComparison.Ordinal) && !cells[1].StartsWith("enum", StringComparison.Ordinal) ? body[(body.IndexOf(last, StringComparison.Ordinal) + last.Length)..] : body;
    }

    private static string BodyOf(string script)
    {
        var start = script.IndexOf(", args);\n", StringComparison.Ordinal) + ", args);\n".Length;
        const string First = "\nNotebookDisplay.Cell(\"01\");\n";
        var body = script[start..];
        return (body.StartsWith(First, StringComparison.Ordinal) ? body[First.Length..] : body).Trim('\n');
    }

    private static JsonObject Failing(string source) => new() { ["source"] = source, ["tags"] = new JsonArray("raises-exception") };

    private static string Write(TemporaryFolder folder, params JsonNode[] cells)
    {
        var nodes = cells.Select((cell, i) => new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = $"0000000{i}",
            ["metadata"] = cell is JsonObject failing ? new JsonObject { ["tags"] = failing["tags"]!.DeepClone() } : new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = (cell is JsonObject other ? other["source"]! : cell).GetValue<string>(),
        });
        var notebook = new JsonObject { ["cells"] = new JsonArray([.. nodes]), ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 5 };
        folder.File("a.ipynb", notebook.ToJsonString());
        return NotebookScript.Write(NotebookDocument.Load(folder.File("a.ipynb")), folder.File("scripts/a.cs"));
    }
}
