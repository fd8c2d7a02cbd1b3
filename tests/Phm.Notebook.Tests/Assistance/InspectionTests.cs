using Phm.Notebook.Assistance;
using Phm.Notebook.Tests.CSharp;
using Phm.Notebook.Tests.Databases;

namespace Phm.Notebook.Tests.Assistance;

public sealed class InspectionTests : IAsyncLifetime
{
    private const string Code =
        """
        namespace Care
        {
            public enum Level { Practice, Place }
            public interface IPlaces { int Count(Level level); }
            public abstract class Places : IPlaces { public abstract int Count(Level level); }
            public sealed class Cohort<T> : Places where T : class
            {
                public Cohort() { } public Cohort(int size) { }
                public string Name { get; set; } = "";
                public double Rate(Level by, int days = 365, params string[] names) => 0;
                public double Rate(Level by) => 0;
                public override int Count(Level level) => 0;
                public static Cohort<T> Everyone => new();
                private int secret;
            }
            public static class Extensions { public static Cohort<T> Nearby<T>(this Cohort<T> cohort, int kilometres) where T : class => cohort; }
        }
        """;

    private const string Documentation =
        """
        <?xml version="1.0"?>
        <doc><assembly><name>Care</name></assembly><members>
        <member name="T:Care.Level"><summary>Where people are counted.</summary></member>
        <member name="F:Care.Level.Practice"><summary>A general practice.</summary></member>
        <member name="F:Care.Level.Place"><summary>A place of several practices.</summary></member>
        <member name="M:Care.IPlaces.Count(Care.Level)"><summary>Counts people at a <paramref name="level"/>.</summary><param name="level">Where.</param><returns>How many.</returns></member>
        <member name="M:Care.Places.Count(Care.Level)"><inheritdoc/></member>
        <member name="T:Care.Cohort`1"><summary>Some of the people, <c>a &lt; b</c> &amp; chosen.</summary><typeparam name="T">What a person is.</typeparam>
        <remarks><para>A first thought about <see cref="T:System.Int32"/>, <see cref="T:System.Collections.Generic.List`1"/> and <see langword="null"/> that is long enough to be broken into two lines.</para>
        <list type="bullet"><item>One.</item><item><term>Two</term><description>and more.</description></item></list></remarks>
        <example>For instance:<code>
            var cohort = new Cohort&lt;string&gt;();
            cohort.Rate(Level.Place);
        </code></example></member>
        <member name="P:Care.Cohort`1.Name"><summary>What tables call it.</summary><value>Any text.</value></member>
        <member name="M:Care.Cohort`1.Rate(Care.Level,System.Int32,System.String[])"><summary>Events in a year for 1,000 people, as <see cref="M:Care.Cohort`1.Count(Care.Level)"/> counts them.</summary>
        <param name="by">Where people are counted.</param><param name="days">How many days.</param><param name="names">Names of <i>services</i>.</param>
        <returns>A rate.</returns><exception cref="T:System.ArgumentException">There is <b>nobody</b>.</exception></member>
        <member name="M:Care.Extensions.Nearby``1(Care.Cohort{``0},System.Int32)"><summary>Those who live near.</summary><param name="kilometres">How near.</param></member>
        </members></doc>
        """;

    private LiveSession live = null!;

    public async ValueTask InitializeAsync()
    {
        live = await SampleDatabase.ConnectAsync();
        Library.Compile(Path.Combine(live.Folder.Path, "Care.dll"), Code);
        live.Folder.File("Care.xml", Documentation);
        Assert.Null((await live.RunAsync("#r \"Care.dll\"\nusing Care;\nvar kent = new Cohort<string>(); const string Patient = \"Ada\";")).Result.Error);
        await live.RunAsync("/// <summary>Doubles a <see cref=\"Cohort{T}\"/>'s <c>n</c>.</summary>\n/// <param name=\"n\">A number.</param>\nint Twice(int n) => 2 * n;");
    }

    [Theory]
    [InlineData("variable", "ken|t", false)]
    [InlineData("method", "kent.Ra|te(Level.Place)", false)]
    [InlineData("overloads", "kent.Rate(|", true)]
    [InlineData("property", "kent.Nam|e", true)]
    [InlineData("class", "Cohort|<string> x;", true)]
    [InlineData("constructor", "new Cohort<string>(|", true)]
    [InlineData("enum", "Leve|l.Place", false)]
    [InlineData("enum-member", "Level.Plac|e", false)]
    [InlineData("inherited", "kent.Cou|nt(Level.Place)", false)]
    [InlineData("extension", "kent.Nearb|y(3)", false)]
    [InlineData("function", "Twic|e(1)", false)]
    [InlineData("helper", "displ|ay(1)", false)]
    [InlineData("directive", "#!va|lue --name x", false)]
    [InlineData("selector", "#!sql-li|nked\nselect 1", false)]
    public async Task A_name_is_explained(string name, string marked, bool detailed)
    {
        var found = await InspectAsync(marked, detailed);
        Expectation.Matches($"inspection-{name}.txt", found!.Data["text/plain"] + "\n");
        Expectation.Matches($"inspection-{name}.html", found.Data["text/html"] + "\n");
    }

    [Theory]
    [InlineData("kent.Rate(Level.Pl|ace", "Level.Place = 1")]
    [InlineData("kent.Rate(Level.Place, |", "double Rate")]
    [InlineData("kent|.Rate(Level.Place)", "Cohort<string> kent")]
    [InlineData("|kent", "Cohort<string> kent")]
    [InlineData("kent.Nearby(3).Name|\nvar x = 1;", "string Name")]
    [InlineData("new[] { kent }.Where(k => k.Name|", "string Name")]
    [InlineData("new[] { kent }.Where(k| => true)", "Cohort<string> k")]
    [InlineData("Twice(\"a|\")", "int Twice")]
    [InlineData("var xyz| = kent;", "Cohort<string> xyz")]
    [InlineData("va|r xyz = kent;", "sealed class Cohort<string>")]
    [InlineData("using Car|e;", "namespace Care")]
    [InlineData("int x; stri|ng y;", "sealed class String")]
    [InlineData("Console.WriteLine(|)", "static void WriteLine()")]
    [InlineData("kent.Rate(da|ys: 3, by: Level.Place)", "int days")]
    public async Task The_declaration_is_found(string marked, string expected) =>
        Assert.StartsWith(expected, (await InspectAsync(marked, detailed: false))!.Data["text/plain"], StringComparison.Ordinal);

    [Theory]
    [InlineData("|")]
    [InlineData("1 + |1")]
    [InlineData("nothing|")]
    [InlineData("// ken|t")]
    [InlineData("\"ken|t\"")]
    [InlineData("kent.Nothing|")]
    [InlineData("#!nothing|")]
    [InlineData("#!html\nken|t")]
    public async Task Where_no_name_means_something_there_is_nothing_to_say(string marked) => Assert.Null(await InspectAsync(marked, detailed: true));

    [Fact]
    public async Task Values_are_never_told()
    {
        var found = await InspectAsync("Patien|t", detailed: true);
        Assert.StartsWith("const string Patient\n", found!.Data["text/plain"], StringComparison.Ordinal);
        Assert.DoesNotContain(found.Data.Contents, content => content.Text.Contains("Ada", StringComparison.Ordinal));
        Assert.DoesNotContain((await live.Session.CompleteAsync("Pat|")).Items, item => item.Signature.Contains("Ada", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE doc [<!ENTITY x \"boom\">]><doc><members><member name=\"T:Care.Level\"><summary>&x;</summary></member></members></doc>")]
    [InlineData("<doc><members><member name=\"T:Care.Level\"><summary>never closed</member>")]
    [InlineData("<doc><members><member name=\"T:Care.Level\"><summary>")]
    [InlineData("no XML at all")]
    [InlineData("")]
    public async Task Documentation_that_is_no_good_is_passed_over(string xml)
    {
        live.Folder.File("Care.xml", xml);
        var found = await InspectAsync("Leve|l.Place", detailed: false);
        Assert.Equal("enum Level\n  enum in Care\n\nValues\n  Practice\n  Place", found!.Data["text/plain"]);
    }

    [Fact]
    public async Task Markup_in_documentation_is_text()
    {
        live.Folder.File("Care.xml", "<doc><member name=\"T:Care.Level\"><summary>&lt;script&gt;alert(1)&lt;/script&gt;<script>alert(2)</script><see cref=\"&lt;b&gt;\"/></summary></member></doc>");
        var html = (await InspectAsync("Leve|l.Place", detailed: false))!.Data["text/html"]!;
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_explains_types_and_members_of_the_running_program()
    {
        var list = live.Session.Assistant.Help.Of(typeof(List<int>))!.Data["text/plain"]!;
        Assert.StartsWith("class List<T> : IList<T>", list, StringComparison.Ordinal);
        Assert.Contains("\nMembers\n", list, StringComparison.Ordinal);
        Assert.StartsWith("string[] Split(", live.Session.Assistant.Help.Of(typeof(string).GetMethods().First(method => method.Name == "Split"))!.Data["text/plain"], StringComparison.Ordinal);
        var cell = await live.RunAsync("class Own { /// <summary>Mine.</summary>\npublic int Member; } new Own()");
        Assert.Contains("int Member: Mine.", live.Session.Assistant.Help.Of(cell.Result.Value!.GetType())!.Data["text/plain"], StringComparison.Ordinal);
        Assert.Null(live.Session.Assistant.Help.Of(typeof(int).MakePointerType()));
        Assert.Null(live.Session.Assistant.Help.Of(typeof(InspectionTests)));
    }

    public ValueTask DisposeAsync()
    {
        live.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<Inspection?> InspectAsync(string marked, bool detailed)
    {
        var (code, cursor) = Marked.Read(marked);
        return live.Session.InspectAsync(code, cursor, detailed, TestContext.Current.CancellationToken);
    }
}
