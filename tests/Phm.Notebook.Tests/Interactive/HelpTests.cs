using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.Interactive;

/// <summary><c>help(…)</c> in a cell.</summary>
public sealed class HelpTests
{
    private const string Library = """
        namespace Wards;
        public sealed class Ward
        {
            public string Name => "SECRET";
            public int Beds(int floor) => floor;
            public int Beds(string wing) => wing.Length;
            public int Free() => 1;
        }
        public static class WardCharts { public static int Bars(this Ward ward, int most) => most; }
        """;

    private const string Documentation = """
        <?xml version="1.0"?>
        <doc><assembly><name>Wards</name></assembly><members>
          <member name="T:Wards.Ward"><summary>A ward of a <i>hospital</i>.</summary></member>
          <member name="M:Wards.Ward.Beds(System.Int32)"><summary>Counts beds.</summary><param name="floor">The floor, from 0.</param><returns>How many.</returns>
            <exception cref="T:System.ArgumentException">There is no such floor.</exception><remarks>Cots do not count.</remarks></member>
          <member name="M:Wards.Ward.Free"><summary>Counts free beds.</summary></member>
        </members></doc>
        """;

    [Theory]
    [InlineData("help(ward)")]
    [InlineData("help(ward);")]
    [InlineData("help(typeof(Wards.Ward))")]
    [InlineData("help(\"Ward\")")]
    [InlineData("help(\"Wards.Ward\")")]
    public async Task A_type_is_explained_for_itself_its_name_or_a_value_of_it(string source)
    {
        using var live = await StartAsync();
        var cell = await live.RunAsync(source);
        Assert.Equal(["text/html", "text/plain"], cell.MimeTypes(0).Order());
        Assert.Contains("A ward of a hospital.", cell.Text, StringComparison.Ordinal);
        Assert.Contains("Free()", cell.Text, StringComparison.Ordinal);
        Assert.Single(cell.Outputs);
    }

    [Theory]
    [InlineData("help(\"Ward.Beds\")")]
    [InlineData("help(\"Wards.Ward.Beds\")")]
    [InlineData("help(\"ward.Beds\")")]
    public async Task A_member_is_explained_by_its_name_with_all_of_its_documentation(string source)
    {
        using var live = await StartAsync();
        var cell = await live.RunAsync(source);
        foreach (var expected in (string[])["Beds(int floor)", "Beds(string wing)", "Counts beds.", "The floor, from 0.", "How many.", "There is no such floor.", "Cots do not count."])
        {
            Assert.Contains(expected, cell.Text, StringComparison.Ordinal);
            Assert.Contains(expected, cell.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_method_without_overloads_explains_itself()
    {
        using var live = await StartAsync();
        Assert.Contains("Counts free beds.", (await live.RunAsync("help(ward.Free)")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_with_overloads_is_asked_for_by_its_name()
    {
        using var live = await StartAsync();
        Assert.Equal("   hint: a method with overloads is asked for by its name: help(\"ward.Beds\")", (await live.RunAsync("help(ward.Beds)")).Error.Traceback[2]);
    }

    [Theory]
    [InlineData("ward")]
    [InlineData("\"ward\"")]
    [InlineData("\"ward.Name\"")]
    [InlineData("ward.Free")]
    public async Task The_value_itself_is_never_shown(string what)
    {
        using var live = await StartAsync();
        Assert.DoesNotContain("SECRET", (await live.RunAsync($"help({what})")).Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help(new[] { 1 }.Select(n => n))", "interface IEnumerable<")]
    [InlineData("help(new List<int>())", "List<")]
    [InlineData("help(\"List\")", "List<")]
    [InlineData("help(\"Enumerable.Where\")", "Where")]
    [InlineData("help(\"List.Add\")", "void Add(T item)")]
    [InlineData("help(\"Dictionary.TryGetValue\")", "TryGetValue(T1 key")]
    [InlineData("record Bed(int Number);\nhelp(new Bed(1))", "Bed")]
    [InlineData("help(new { A = 1 })", "beyond its name")]
    [InlineData("help(null)", "null is no value")]
    [InlineData("help(() => 1)", "Name a method instead")]
    [InlineData("help(\"none.such\")", "There is no type, member or variable 'none.such' here.")]
    [InlineData("help(\"1 + 1; System.IO\")", "takes the name of a type")]
    [InlineData("help(\"\")", "takes the name of a type")]
    public async Task Whatever_is_asked_gets_an_answer(string source, string expected)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(source);
        Assert.Equal(CellStatus.Ok, cell.Result.Status);
        Assert.Contains(expected, cell.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_it_says_what_there_is_to_ask_for()
    {
        using var live = await StartAsync();
        var before = await live.RunAsync("help()");
        foreach (var expected in (string[])["Shift-TAB", "help(\"NAME\")", "#!lsmagic", "  Wards: Ward, WardCharts; not imported yet"]) Assert.Contains(expected, before.Text, StringComparison.Ordinal);
        Assert.Equal(["text/html", "text/plain"], before.MimeTypes(0).Order());
        await live.RunAsync("using Wards;");
        Assert.EndsWith("  Wards: Ward, WardCharts", (await live.RunAsync("help()")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_library_is_referenced_it_says_how_one_is()
    {
        using var live = new LiveSession();
        Assert.EndsWith("No library is referenced yet: #r \"FILE.dll\" references one.", (await live.RunAsync("help()")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("beds", "Counts beds.")]
    [InlineData("Beds", "int Beds(string wing)")]
    [InlineData("WARD.beds", "Cots do not count.")]
    [InlineData("wards.ward.free", "Counts free beds.")]
    [InlineData("bars", "extension method of Wards.WardCharts")]
    [InlineData("wardcharts", "class in Wards")]
    [InlineData("Own.free", "Counts free beds.")]
    [InlineData("writeline", "method of System.Console")]
    [InlineData("stopwatch", "class in System.Diagnostics")]
    public async Task A_part_of_a_full_name_in_any_capitals_is_enough(string name, string expected)
    {
        using var live = await StartAsync();
        await live.RunAsync("var own = ward;");
        Assert.Contains(expected, (await live.RunAsync($"help(\"{name}\")")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_names_that_fit_are_listed_in_full()
    {
        using var live = new LiveSession();
        CSharp.Library.Compile(live.Folder.File("Many.dll"), string.Concat(Enumerable.Range(10, 12).Select(i => $"namespace N {{ public class T{i} {{ public int Size => 1; }} }} ")));
        await live.RunAsync("#r \"Many.dll\"");
        var lines = (await live.RunAsync("help(\"size\")")).Text!.Split('\n');
        Assert.Equal("12 names fit 'size'. help(\"N.T10.Size\") shows the first.", lines[0]);
        Assert.Equal(["  N.T10.Size", "  N.T11.Size"], lines[3..5]);
        Assert.Equal(["  N.T19.Size", "  … and 2 more"], lines[^2..]);
    }

    [Fact]
    public async Task A_name_that_nothing_has_is_answered_by_those_that_are_like_it()
    {
        using var live = await StartAsync();
        Assert.Equal("There is no type, member or variable 'bede' here. Names like it: Beds.", (await live.RunAsync("help(\"bede\")")).Text);
        Assert.Equal("There is no type, member or variable 'wardchart' here. Names like it: WardCharts.", (await live.RunAsync("help(\"wardchart\")")).Text);
    }

    [Fact]
    public async Task What_the_compiler_adds_to_a_record_is_not_listed()
    {
        using var live = new LiveSession();
        CSharp.Library.Compile(live.Folder.File("Beds.dll"), "namespace Beds; public record Bed(int Number) { public int Size => 1; }");
        await live.RunAsync("#r \"Beds.dll\"");
        var text = (await live.RunAsync("help(\"bed\")")).Text;
        Assert.Contains("int Size", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<Clone>", text, StringComparison.Ordinal);
    }

    private static async Task<LiveSession> StartAsync()
    {
        var live = new LiveSession();
        CSharp.Library.Compile(live.Folder.File("Wards.dll"), Library);
        live.Folder.File("Wards.xml", Documentation);
        Assert.Equal(CellStatus.Ok, (await live.RunAsync("#r \"Wards.dll\"\nvar ward = new Wards.Ward();")).Result.Status);
        return live;
    }
}
