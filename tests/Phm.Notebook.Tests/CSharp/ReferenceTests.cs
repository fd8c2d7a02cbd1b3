using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.CSharp;

public sealed class ReferenceTests
{
    [Fact]
    public async Task A_library_is_found_from_the_notebooks_folder_with_what_lies_beside_it()
    {
        using var live = new LiveSession();
        var below = Library.Compile(live.Folder.File("libs/Below.dll"), "public class Deep { public static int Value => 40; }");
        Library.Compile(live.Folder.File("libs/Above.dll"), "public class Top { public static int Sum => Deep.Value + 2; public static Deep Make() => new Deep(); }", below);
        Assert.Equal("42", (await live.RunAsync("#r \"libs/Above.dll\"\nTop.Sum")).Text);
        Assert.Equal("Deep 40", (await live.RunAsync("$\"{Top.Make().GetType().Name} {Deep.Value}\"")).Text);
    }

    [Fact]
    public async Task Several_references_stand_anywhere_and_may_repeat()
    {
        using var live = new LiveSession();
        Library.Compile(live.Folder.File("One.dll"), "public class One { public const int Value = 1; }");
        Library.Compile(live.Folder.File("sub/Two.dll"), "public class Two { public const int Value = 2; }");
        var cell = await live.RunAsync("var a = 1;\n#r \"One.dll\"\n#r \"sub/Two.dll\" // why\n#r \"One.dll\"\n#r \"System.Net.Http\"\nOne.Value + Two.Value + a");
        Assert.Equal("4", cell.Text);
    }

    [Fact]
    public async Task An_assembly_that_the_program_has_too_keeps_one_identity()
    {
        using var live = new LiveSession();
        var own = typeof(ReferenceTests).Assembly.Location;
        File.Copy(own, live.Folder.File(Path.GetFileName(own)));
        var cell = await live.RunAsync($"#r \"{Path.GetFileName(own)}\"\nPhm.Notebook.Tests.CSharp.SharedState.Value = 5;\ntypeof(Phm.Notebook.Tests.CSharp.SharedState)");
        Assert.Equal(CellStatus.Ok, cell.Result.Status);
        Assert.Equal(5, SharedState.Value);
        Assert.Same(typeof(SharedState), cell.Result.Value);
    }

    [Fact]
    public async Task Another_build_of_an_assembly_of_the_program_is_the_notebooks_own()
    {
        using var live = new LiveSession();
        var name = typeof(ReferenceTests).Assembly.GetName().Name;
        Library.Compile(live.Folder.File($"{name}.dll"), "public class OnlyHere { public static int Value => 7; }");
        Assert.Equal("7", (await live.RunAsync($"#r \"{name}.dll\"\nOnlyHere.Value")).Text);
    }

    [Fact]
    public async Task Two_builds_of_one_assembly_are_refused()
    {
        using var live = new LiveSession();
        Library.Compile(live.Folder.File("a/One.dll"), "public class One { public const int Value = 1; }");
        Library.Compile(live.Folder.File("b/One.dll"), "public class One { public const int Value = 2; }");
        await live.RunAsync("#r \"a/One.dll\"");
        Assert.Contains("another build of One", (await live.RunAsync("#r \"b/One.dll\"")).Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System.IO.Pipes")]
    [InlineData("System.IO.Pipes.dll")]
    [InlineData("system.io.pipes.DLL")]
    public async Task An_assembly_of_the_framework_is_referenced_by_its_name(string name)
    {
        using var live = new LiveSession();
        Assert.Equal("InOut", (await live.RunAsync($"#r \"{name}\"\nSystem.IO.Pipes.PipeDirection.InOut")).Text);
    }

    [Fact]
    public async Task A_second_reference_to_what_cells_see_anyway_leaves_its_types_as_they_are()
    {
        using var live = new LiveSession();
        await live.RunAsync("using System.Data; using System.Text.Json;\nvar list = new List<int> { 1 }; var json = JsonDocument.Parse(\"{}\"); var table = new DataTable(); var client = new System.Net.Http.HttpClient();");
        await live.RunAsync("#r \"System.Text.Json\"\n#r \"System.Net.Http.dll\"");
        Assert.Equal("1", (await live.RunAsync("int Count(List<int> list, JsonDocument json, DataTable table, System.Net.Http.HttpClient client) => list.Count;\nCount(list, json, table, client)")).Text);
    }

    [Theory]
    [InlineData("\n#r \"none.dll\"", 2, "There is no file 'none.dll'")]
    [InlineData("#r \"text.dll\"", 1, "not a .NET assembly")]
    [InlineData("#r \"nuget:Plotly.NET, 5.0.0\"", 1, "'Plotly.NET, 5.0.0' cannot be referenced: the package 'Plotly.NET, 5.0.0' is not in this machine's package folder, and this engine works offline")]
    [InlineData("#r \"nuget:Plotly.NET\"", 1, "needs an exact version")]
    [InlineData("#r \"nuget:Plotly.NET, 5.*\"", 1, "needs an exact version")]
    [InlineData("#i \"nuget:somewhere\"", 1, "offline")]
    public async Task What_cannot_be_referenced_fails_the_cell(string source, int line, string expected)
    {
        using var live = new LiveSession();
        live.Folder.File("text.dll", "words");
        var cell = await live.RunAsync(source);
        Assert.Contains(expected, cell.Error.Message, StringComparison.Ordinal);
        Assert.Equal(line, cell.Error.Line);
        Assert.DoesNotContain(live.Folder.Path, cell.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packages_whose_work_the_engine_does_are_passed_over()
    {
        using var live = new LiveSession();
        Assert.Equal("1", (await live.RunAsync("#r \"nuget:Microsoft.DotNet.Interactive.SQLite, 1.0.0-beta\"\n1")).Text);
        Assert.Equal("2", (await live.RunAsync("#r \"nuget:System.Text.Json, 8.0.0\"\n2")).Text);
    }

    [Fact]
    public async Task A_package_that_the_program_or_a_referenced_library_brings_is_that_one()
    {
        using var live = new LiveSession();
        Assert.Equal("Markdig", (await live.RunAsync("#r \"nuget:Markdig, 0.1.0\"\ntypeof(Markdig.Markdown).Assembly.GetName().Name")).Text);
        var below = Library.Compile(live.Folder.File("libs/Below.Tools.dll"), "public class Deep { public static int Value => 40; }");
        Library.Compile(live.Folder.File("libs/Above.dll"), "public class Top { public static int Sum => Deep.Value + 2; }", below);
        Assert.Equal("40", (await live.RunAsync("#r \"libs/Above.dll\"\n#r \"nuget:Below.Tools, 3.0.0\"\nDeep.Value")).Text);
    }

    [Fact]
    public async Task A_reference_inside_a_string_is_text()
    {
        using var live = new LiveSession();
        Assert.Equal("#r \"none.dll\"", (await live.RunAsync("var s = \"\"\"\"\n#r \"none.dll\"\n\"\"\"\";\ns")).Text);
    }

    [Fact]
    public async Task Scripts_are_loaded_from_the_notebooks_folder_and_their_errors_name_them()
    {
        using var live = new LiveSession();
        live.Folder.File("lib/a.csx", "#load \"b.csx\"\nint A() => B() + 1;");
        live.Folder.File("lib/b.csx", "int B()\n{\n    return 41;\n}");
        live.Folder.File("bad.csx", "int C()\n{\n    throw new Exception(\"c\");\n}");
        Assert.Equal("42", (await live.RunAsync("#load \"lib/a.csx\"\nA()")).Text);
        var cell = await live.RunAsync("#load \"bad.csx\"\nC()");
        Assert.Equal("   at C, bad.csx, line 3: throw new Exception(\"c\");", cell.Error.Traceback[1]);
        Assert.Equal(2, cell.Error.Line);
        live.Folder.File("lib/wrong.csx", "int D() => 1;\nint E() => \"\";");
        live.Folder.File("lib/lost.csx", "\n#load \"none.csx\"");
        Assert.Equal(("(2,7): error CS1504: Source file 'none.csx' could not be opened -- Could not find file.", 2), await Failure("\n#load \"none.csx\""));
        Assert.Equal(("lib/lost.csx(2,7): error CS1504: Source file 'none.csx' could not be opened -- Could not find file.", null), await Failure("#load \"lib/lost.csx\""));
        Assert.StartsWith("lib/wrong.csx(2,12): error CS0029", (await Failure("#load \"lib/wrong.csx\"")).Message, StringComparison.Ordinal);

        async Task<(string Message, int? Line)> Failure(string source) => (await live.RunAsync(source)).Error is var error ? (error.Message, error.Line) : default;
    }
}
