using Phm.Notebook.Tests.CSharp;

namespace Phm.Notebook.Tests.Assistance;

public sealed class CompletionOrderTests : IDisposable
{
    private readonly LiveSession live = new();

    [Fact]
    public async Task Better_matches_come_first()
    {
        await live.RunAsync("class Names { public int ageOfAll; public int AgeBand; public int Ageing; public int ManAge; public int AbcGroupEnd; }");
        Assert.Equal(["AgeBand", "Ageing", "ageOfAll", "AbcGroupEnd", "ManAge"], await live.Session.NamesAsync("new Names().Age|"));
    }

    [Fact]
    public async Task Members_of_every_object_and_obsolete_ones_come_last_and_hidden_ones_not_at_all()
    {
        await live.RunAsync(
            """
            using System.ComponentModel;
            class Box { public int Width; [Obsolete] public int Aged; [EditorBrowsable(EditorBrowsableState.Never)] public int Hidden; }
            """);
        var names = await live.Session.NamesAsync("new Box().|");
        Assert.Equal("Width", names[0]);
        Assert.Equal(["Aged", "Equals", "GetHashCode", "GetType", "ToString"], names.TakeLast(5));
        Assert.DoesNotContain("Hidden", names);
    }

    [Fact]
    public async Task Own_members_come_before_extension_methods()
    {
        var names = await live.Session.NamesAsync("new List<int>().|");
        Assert.True(Array.IndexOf(names, "TrueForAll") < Array.IndexOf(names, "Aggregate"));
    }

    [Fact]
    public async Task Variables_come_before_helpers_and_types()
    {
        await live.RunAsync("var zebra = 1;");
        var names = await live.Session.NamesAsync("|");
        Assert.Equal("zebra", names[0]);
        Assert.True(Array.IndexOf(names, "display") < Array.IndexOf(names, "Action"));
    }

    [Fact]
    public async Task A_type_that_is_not_imported_comes_with_its_namespace_after_those_that_are()
    {
        Library.Compile(Path.Combine(live.Folder.Path, "Texts.dll"), "namespace Far.Texts { public class StringBuildery { public int Own; } internal class StringBuildest { } [System.Obsolete] public class StringBuildold { } public enum StringBuildkind { A } }");
        await live.RunAsync("#r \"Texts.dll\"");
        var items = (await live.Session.CompleteAsync("new StringBuild|")).Items;
        Assert.Equal(["StringBuilder", "Far.Texts.StringBuildery", "Far.Texts.StringBuildkind"], items.Select(item => item.Text).OrderBy(text => text.StartsWith("Far", StringComparison.Ordinal)).ThenByDescending(text => text.EndsWith('y')));
        Assert.Equal("StringBuilder", items[0].Text);
        Assert.Equal("StringBuildery", items.Single(item => item.Text == "Far.Texts.StringBuildery").Label);
    }

    [Fact]
    public async Task What_a_place_expects_comes_first()
    {
        await live.RunAsync("enum Level { Practice, Place } class Grid { public void Show(Level by) { } } class Wide : Grid { } Grid grid = new();");
        Assert.Equal("Level.Place", (await live.Session.NamesAsync("grid.Show(|)"))[0]);
        Assert.Equal(["Place", "Practice"], (await live.Session.NamesAsync("Level.|")).Take(2));
        Assert.Equal("Grid", (await live.Session.NamesAsync("Grid other = new |"))[0]);
    }

    [Fact]
    public async Task Kinds_and_signatures_are_told()
    {
        await live.RunAsync("enum Level { Practice } class Grid { public int Show(Level by, int most = 5) => 0; public int Show() => 0; public string Name { get; set; } } Grid grid = new();");
        var items = (await live.Session.CompleteAsync("grid.|")).Items.ToDictionary(item => item.Text);
        Assert.Equal(("method", "int Show(Level by, int most = 5) (+ 1 more)"), (items["Show"].Kind, items["Show"].Signature));
        Assert.Equal(("property", "string"), (items["Name"].Kind, items["Name"].Signature));
        var names = (await live.Session.CompleteAsync("|")).Items.GroupBy(item => item.Text).ToDictionary(group => group.Key, group => group.First());
        Assert.Equal(("variable", "Grid"), (names["grid"].Kind, names["grid"].Signature));
        Assert.Equal(("enum", "class", "function", "keyword", "namespace"), (names["Level"].Kind, names["Grid"].Kind, names["display"].Kind, names["foreach"].Kind, names["System"].Kind));
    }

    [Fact]
    public async Task Lists_and_folders_are_bounded()
    {
        await live.RunAsync("class Many { " + string.Concat(Enumerable.Range(0, 1_200).Select(i => $"public int Member{i};")) + " }");
        Assert.Equal(1_000, (await live.Session.NamesAsync("new Many().|")).Length);
        for (var i = 0; i < 600; i++) live.Folder.File($"files/{i}.csv", "");
        Assert.Equal(500, (await live.Session.NamesAsync("var x = \"files/|\";")).Length);
    }

    [Fact]
    public async Task A_variable_whose_name_is_a_keyword_is_inserted_as_it_has_to_be_written()
    {
        await live.RunAsync("int @class = 1;");
        Assert.Contains("@class", await live.Session.NamesAsync("cla|"));
        Assert.Contains("@class", await live.Session.NamesAsync("@cla|"));
    }

    public void Dispose() => live.Dispose();
}
