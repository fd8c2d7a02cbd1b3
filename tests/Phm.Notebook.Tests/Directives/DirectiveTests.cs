using Phm.Notebook.Directives;
using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.Directives;

public sealed class DirectiveTests
{
    [Fact]
    public async Task A_selector_holds_until_the_next_one()
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync("1.Display();\n#!markdown\n# Title\n\"it's prose\n#!html\n<b>x</b>\n#!csharp\n2");
        Assert.Equal("1", cell.Data(0, "text/plain"));
        Assert.Equal("# Title\n\"it's prose", cell.Data(1, "text/markdown"));
        Assert.Equal("<b>x</b>", cell.Data(2, "text/html"));
        Assert.Equal("2", cell.Data(3, "text/plain"));
    }

    [Theory]
    [InlineData("#!html\n#!time\n<b>x</b>", 1)]
    [InlineData("#!html\n#!time", 1)]
    [InlineData("#!html\n<b>x</b>\n#!time\n", 1)]
    [InlineData("#!html\n#!html\n<b>x</b>", 2)]
    public void A_selector_is_heeded_once_whatever_directives_follow(string source, int times) =>
        Assert.Equal(times, CellSplitter.Split(source, null, name => name == "html").Count(step => step is TextStep));

    [Theory]
    [InlineData("var s = \"\"\"\n#!no\n\"\"\";\ns", "#!no")]
    [InlineData("var s = @\"\n#!no\";\ns", "\n#!no")]
    [InlineData("/*\n#!no\n*/\n3", "3")]
    [InlineData("var s = \"\"\"\n #!no\n \"\"\";\ns", "#!no")]
    public async Task Inside_strings_and_comments_a_directive_is_text(string source, string expected)
    {
        using var live = new LiveSession();
        Assert.Equal(expected, (await live.RunAsync(source)).Text);
    }

    [Theory]
    [InlineData("var a = 1;\n#!nonsense\na", 2, "'#!nonsense' is not known here")]
    [InlineData("#!conect sqlite", 1, "'#!conect' is not known here. Did you mean '#!connect'? '#!lsmagic' lists what is.")]
    [InlineData("#!mermiad\nflowchart LR", 1, "Did you mean '#!mermaid'?")]
    [InlineData("var a = 1;\n  #!time\na", 2, "'#!time' has spaces before it. Directives stand at the start of a line")]
    [InlineData(" #!markdown\n# Title", 1, "Directives stand at the start of a line")]
    [InlineData("#!connect", 1, "'#!connect' says no kind of database. It is written: #!connect sqlite --kernel-name NAME")]
    [InlineData("#!connect sqlite --kernel-name x \"Data Source='a", 1, "has a quote that is not closed")]
    [InlineData(@"#!value --name a --from-value ""C:\data\""", 1, "has a quote that is not closed; a backslash before the closing quote is written twice")]
    [InlineData("#!connect mssql --kernel-name x \"Server=a\"", 1, "knows SQLite databases, and no 'mssql'")]
    [InlineData("#!connect sqlite \"Data Source=a\"", 1, "needs the option '--kernel-name'")]
    [InlineData("#!connect sqlite --kernel-name x --colour red \"Data Source=a\"", 1, "does not know the option '--colour'")]
    [InlineData("#!connect sqlite --kernel-name x --kernel-name y \"Data Source=a\"", 1, "has the option '--kernel-name' twice")]
    [InlineData("#!connect sqlite --kernel-name \"a b\" \"Data Source=a\"", 1, "needs a name of letters")]
    [InlineData("1\n#!set --name a --value", 2, "has no value after '--value'")]
    [InlineData("#!set --name 1a --value 1", 1, "'1a' cannot be the name of a C# variable")]
    [InlineData("#!set --name class --value 1", 1, "'class' cannot be the name of a C# variable")]
    [InlineData("#!set --name a --value @nowhere:b", 1, "There is no kernel 'nowhere' here")]
    [InlineData("#!set --name a --value @value:b", 1, "The kernel 'value' has no value 'b'")]
    [InlineData("#!share --from sql-x --name a", 1, "'#!sql-x' is no connected database")]
    [InlineData("#!time now", 1, "'#!time' has 'now', which belongs to no option")]
    [InlineData("#!markdown --name x\ntext", 1, "'#!markdown' does not know the option '--name'")]
    [InlineData("1\n#!sql-linked\nselect 'it''s' from \"t", 2, "#!connect sqlite --kernel-name linked")]
    [InlineData("#!sql\nselect 1", 1, "'#!sql' is no connected database. Connect one by #!connect sqlite --kernel-name linked \"Data Source=FILE\"; its cells start with #!sql-linked.")]
    [InlineData("#!fsharp\n1", 1, "The kernel 'fsharp' is not available")]
    [InlineData("#!javascript\n1", 1, "Scripts are not run here")]
    [InlineData("#!value\nx", 1, "needs the option '--name'")]
    [InlineData("#!value --name a --from-file none.txt", 1, "There is no file 'none.txt'")]
    [InlineData("#!value --name a --from-value b\nc", 1, "more than one text")]
    [InlineData("#!value --name a --from-url https://example.org", 1, "offline")]
    [InlineData("#!import", 1, "names no file")]
    [InlineData("#!import none.ipynb", 1, "There is no file 'none.ipynb'")]
    public async Task What_is_not_there_fails_the_cell_and_says_so(string source, int line, string expected)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(source);
        Assert.Equal("DirectiveError", cell.Error.Name);
        Assert.Equal(line, cell.Error.Line);
        Assert.Contains(expected, cell.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cells_metadata_names_its_kernel_and_a_selector_may_repeat_it()
    {
        using var live = new LiveSession();
        Assert.Equal("*x*", (await live.RunAsync(new CellRequest("*x*") { KernelName = "markdown" })).Data(0, "text/markdown"));
        Assert.Equal("*y*", (await live.RunAsync(new CellRequest("#!markdown\n*y*") { KernelName = "markdown" })).Data(0, "text/markdown"));
        Assert.Contains("no kernel 'cobol'", (await live.RunAsync(new CellRequest("x") { KernelName = "cobol" })).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directives_tell_of_the_session()
    {
        using var live = new LiveSession();
        Assert.Matches(@"^Phm notebook engine \d+\.\d+\.\d+, C# 14 on \.NET \d+\n$", (await live.RunAsync("#!about")).Text);
        Expectation.Matches("lsmagic.txt", (await live.RunAsync("#!lsmagic")).Text!);
        await live.RunAsync("var beta = 1; var alpha = \"<x>\";");
        Assert.Equal("alpha\nbeta\n", (await live.RunAsync("#!who")).Text);
        Assert.Contains("&lt;x&gt;", (await live.RunAsync("#!whos")).Html, StringComparison.Ordinal);
        Assert.Matches(@"^Wall time: \d+\.\d ms$", (await live.RunAsync("#!time\n1")).Data(1, "text/plain"));
    }
}
