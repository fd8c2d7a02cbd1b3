using Phm.Notebook.Documents;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.Directives;

public sealed class ImportTests
{
    private static void WriteNotebook(LiveSession live, string name, params string[] cells)
    {
        var document = NotebookDocument.Create();
        document.AddMarkdown("# Prose");
        foreach (var cell in cells) document.AddCode(cell);
        document.Save(live.Folder.File(name, ""));
    }

    [Fact]
    public async Task A_notebooks_cells_run_in_the_session_and_its_prose_is_left_out()
    {
        using var live = new LiveSession();
        WriteNotebook(live, "lib/tools.ipynb", "int Twice(int n) => 2 * n;", "#!html\n<b>x</b>", "\"loaded\"");
        var cell = await live.RunAsync("#!import lib/tools.ipynb\nTwice(21)");
        Assert.Equal(CellStatus.Ok, cell.Result.Status);
        Assert.Equal(["<b>x</b>", null, null], Enumerable.Range(0, 3).Select(i => cell.Data(i, "text/html")));
        Assert.Equal("loaded", cell.Data(1, "text/plain"));
        Assert.Equal("42", cell.Data(2, "text/plain"));
    }

    [Fact]
    public async Task Scripts_dib_files_and_pages_are_imported()
    {
        using var live = new LiveSession();
        live.Folder.File("a.cs", "var a = 1;");
        live.Folder.File("b.csx", "var b = a + 1;");
        live.Folder.File("with space/c.dib", "#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[]}}\n\n#!markdown\n# Prose\n#!csharp\nvar c = b + 1;\n#!value --name words\nhello");
        live.Folder.File("d.html", "<p>page</p>");
        var cell = await live.RunAsync("#!import a.cs\n#!import \"b.csx\"\n#!import with space/c.dib\n#!import d.html\n$\"{a} {b} {c} {words}\"");
        Assert.Equal("<p>page</p>", cell.Html);
        Assert.Equal("1 2 3 hello", cell.Data(1, "text/plain"));
        Assert.Equal(2, cell.Bundles().Count());
    }

    [Fact]
    public async Task Paths_of_an_imported_file_start_at_its_folder()
    {
        using var live = new LiveSession();
        live.Folder.File("lib/deep/one.csx", "var one = 1;");
        live.Folder.File("lib/two.csx", "var two = 2;");
        live.Folder.File("lib/text.txt", "words");
        CSharp.Library.Compile(live.Folder.File("lib/Three.dll"), "public class Three { public const int Value = 3; }");
        WriteNotebook(live, "lib/all.ipynb", "#!import deep/one.csx\n#load \"two.csx\"\n#r \"Three.dll\"", "#!value --name text --from-file text.txt");
        Assert.Equal("1 2 3 words", (await live.RunAsync("#!import lib/all.ipynb\n$\"{one} {two} {Three.Value} {text}\"")).Text);
    }

    [Fact]
    public async Task A_failing_cell_fails_the_import_and_is_named_with_its_place()
    {
        using var live = new LiveSession();
        WriteNotebook(live, "lib/bad.ipynb", "var fine = 1;", "var x = 1;\n\nthrow new InvalidOperationException(\"why\");", "var never = 1;");
        live.Folder.File("outer.csx", "var o = 1;\n#!import lib/bad.ipynb\n");
        live.Folder.File("compile.cs", "var n = 1;\nint s = \"\";");
        var cell = await live.RunAsync("var before = 1;\n#!import lib/bad.ipynb\nvar after = 1;");
        Assert.Equal(("ImportError", "lib/bad.ipynb, cell 3, line 3: System.InvalidOperationException: why", 2), (cell.Error.Name, cell.Error.Message, cell.Error.Line));
        Assert.Contains("   at lib/bad.ipynb, cell 3, line 3: throw new InvalidOperationException(\"why\");", cell.Error.Traceback);
        Assert.Equal("before\nfine\nx\n", (await live.RunAsync("#!who")).Text);
        Assert.StartsWith("compile.cs, line 2: CompilationError: (2,9): error CS0029", (await live.RunAsync("#!import compile.cs")).Error.Message, StringComparison.Ordinal);
        Assert.StartsWith("lib/bad.ipynb, cell 3, line 3: ", (await live.RunAsync("#!import outer.csx")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_of_imports_and_files_of_other_kinds_are_errors()
    {
        using var live = new LiveSession();
        live.Folder.File("a.csx", "#!import b.csx\nvar a = 1;");
        live.Folder.File("b.csx", "#!import a.csx\nvar b = 1;");
        live.Folder.File("c.txt", "words");
        live.Folder.File("d.ipynb", "words");
        Assert.Contains("The imports go in a circle: a.csx → b.csx → a.csx.", (await live.RunAsync("#!import a.csx")).Error.Message, StringComparison.Ordinal);
        Assert.Contains("'c.txt' cannot be imported", (await live.RunAsync("#!import c.txt")).Error.Message, StringComparison.Ordinal);
        Assert.Contains("d.ipynb", (await live.RunAsync("#!import d.ipynb")).Error.Message, StringComparison.Ordinal);
        Assert.Equal("2", (await live.RunAsync("1 + 1")).Text);
    }

    [Fact]
    public async Task An_imported_cell_is_stopped_with_the_cell()
    {
        using var live = new LiveSession();
        live.Folder.File("long.csx", "while (true) { }");
        Assert.Equal(CellStatus.TimedOut, (await live.RunAsync(new CellRequest("#!import long.csx") { Timeout = TimeSpan.FromMilliseconds(100) })).Result.Status);
    }
}
