using Phm.Notebook.Tests.Databases;

namespace Phm.Notebook.Tests.Assistance;

/// <summary>Directives, selectors, files and SQL.</summary>
public sealed class LineCompletionTests : IAsyncLifetime
{
    private LiveSession live = null!;

    public async ValueTask InitializeAsync()
    {
        live = await SampleDatabase.ConnectAsync();
        foreach (var file in (string[])["data/kent.csv", "data/medway.csv", "library.dll", "ward.csproj", "script.csx", "other.ipynb", ".hidden/x", "notes.txt"]) live.Folder.File(file, "");
        await live.RunAsync("var lowest = 3;");
    }

    [Theory]
    [InlineData("#!|", "#!time #!import #!sql-linked #!mermaid #!csharp", "#r")]
    [InlineData("#!im|", "#!import", "")]
    [InlineData("#|", "#r #load #!time", "")]
    [InlineData("var x = 1;\n#!wh|", "#!who #!whos", "")]
    [InlineData("#!sql-|", "#!sql-linked", "")]
    [InlineData("#!set |", "--name --value", "")]
    [InlineData("#!set --name x --|", "--value", "--name")]
    [InlineData("#!set --name |", "", "--value")]
    [InlineData("#!share --from |", "value csharp", "--name")]
    [InlineData("#!sql-linked --ro|", "--rows", "")]
    [InlineData("#!connect |", "sqlite", "")]
    [InlineData("#!connect sqlite --kernel-name x \"Data Source=l|", "linked.db", "data/")]
    [InlineData("#!unknown |", "", "--name")]
    [InlineData("#!import |", "other.ipynb script.csx data/", "notes.txt")]
    [InlineData("#!import o|", "other.ipynb", "script.csx")]
    [InlineData("#!value --name x --from-file data/k|", "kent.csv", "")]
    [InlineData("#r \"|", "library.dll ward.csproj data/ .hidden/", "notes.txt")]
    [InlineData("#r \"li|\"", "library.dll", "")]
    [InlineData("#r \"nuget:l|\"", "", "library.dll")]
    [InlineData("#load \"s|\"", "script.csx", "library.dll")]
    [InlineData("using System.IO;\nFile.ReadAllText(\"data/|\")", "kent.csv medway.csv", "")]
    [InlineData("using System.IO;\nFile.ReadAllText(\"da|", "data/", "")]
    [InlineData("var path = \"data/me|\";", "medway.csv", "kent.csv")]
    [InlineData("var path = \"./data/../n|\";", "notes.txt", "")]
    [InlineData("var text = \"either|\";", "", "data/")]
    [InlineData("#!sql-linked\nselect | from practices", "code people cost note practices where", "kent")]
    [InlineData("#!sql-linked\nselect p.| from practices p", "code people", "practices select")]
    [InlineData("#!sql-linked\nselect * from pra|", "practices", "code")]
    [InlineData("#!sql-linked\nselect 'pra|", "", "practices")]
    [InlineData("#!sql-linked\n-- pra|", "", "practices")]
    [InlineData("#!sql-linked\nselect * from practices where people > @lo|", "lowest", "")]
    [InlineData("var here = 1;\n#!sql-linked\nselect 1\n#!csharp\nher|", "here", "")]
    [InlineData("#!time\r\nvar here = 1;\r\nher|", "here", "")]
    [InlineData("#!html\n<b>|", "", "lowest")]
    [InlineData("#!markdown\nlow|", "", "lowest")]
    public async Task A_line_offers_what_may_stand_there(string marked, string expected, string unexpected)
    {
        var names = await live.Session.NamesAsync(marked);
        Assert.Empty(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(names));
        Assert.Empty(unexpected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Intersect(names));
    }

    [Theory]
    [InlineData("#!ti|", "#!time", "#!time")]
    [InlineData("#r \"li|\"", "library.dll", "#r \"library.dll\"")]
    [InlineData("var p = \"data/k|\";", "kent.csv", "var p = \"data/kent.csv\";")]
    [InlineData("#!sql-linked\nselect peo| from practices", "people", "#!sql-linked\nselect people from practices")]
    [InlineData("#!time\r\nvar x = Stopw|;", "System.Diagnostics.Stopwatch", "#!time\r\nvar x = System.Diagnostics.Stopwatch;")]
    [InlineData("var x = Con|so;", "Console", "var x = Console;")]
    public async Task An_accepted_item_takes_the_place_of_its_range(string marked, string text, string after) =>
        Assert.Equal(after, await live.Session.AcceptAsync(marked, text));

    [Fact]
    public async Task Hidden_files_come_last()
    {
        var names = await live.Session.NamesAsync("var x = \"./|\";");
        Assert.Equal(".hidden/", names[^1]);
        Assert.Equal("data/", names[0]);
    }

    public ValueTask DisposeAsync()
    {
        live.Dispose();
        return ValueTask.CompletedTask;
    }
}
