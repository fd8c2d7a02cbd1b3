namespace Phm.Notebook.Tests.Assistance;

/// <summary>A cursor in a cell, what has to be offered there and what must not be.</summary>
public sealed class CompletionTests : IDisposable
{
    private const string Earlier =
        """
        public enum Level { Practice, Locality, Place }
        public record Person(string Name, int Age) { public Level Level { get; set; } public List<string> Notes { get; } = new(); private int secret; [Obsolete] public int Old => 0; }
        public class Group { public Person[] People = []; public Group Where(Func<Person, bool> test) => this; public Group Where(Func<Person, int, bool> test) => this;
            public int Count(Level by, int atLeast = 5) => 0; public static Group Everyone => new(); public Person? First => null; public event Action? Changed; }
        var kent = new Group(); var ages = new[] { 1, 2, 3 }; int Twice(int n) => 2 * n; Level? chosen = null; Person first = new("A", 1);
        """;

    private readonly LiveSession live = new();

    [Theory]
    // Members.
    [InlineData("kent.|", "People Where Count Changed", "Everyone secret")]
    [InlineData("kent.Pe|", "People", "Where")]
    [InlineData("kent.|\nvar y = 3;", "People Where", "y")]
    [InlineData("kent.|\nConsole.WriteLine(1);", "People Where", "")]
    [InlineData("var x = kent.|\nvar y = 3;", "People Where", "")]
    [InlineData("if (kent.|)", "People Where", "")]
    [InlineData("Console.WriteLine(kent.|);", "People", "")]
    [InlineData("Console.WriteLine(kent.|", "People", "")]
    [InlineData("first?.|", "Name Age Notes", "secret")]
    [InlineData("first?.Notes.|", "Count Add", "")]
    [InlineData("first.Name.Len|", "Length", "")]
    [InlineData("chosen?.|", "HasFlag", "Value")]
    [InlineData("chosen.|", "Value HasValue", "")]
    [InlineData("unsafe { int n = 1; var p = &n; p->| }", "CompareTo", "")]
    [InlineData("1.|", "CompareTo", "Parse")]
    [InlineData("\"text\".|", "Length Split", "IsNullOrEmpty")]
    [InlineData("string.|", "Join IsNullOrEmpty", "Split")]
    [InlineData("Level.|", "Practice Locality Place", "")]
    [InlineData("Group.|", "Everyone", "People")]
    [InlineData("Group.Everyone.|", "People", "")]
    [InlineData("first.Level.|", "HasFlag CompareTo", "Practice")]
    [InlineData("System.|", "Text Console", "")]
    [InlineData("global::System.Text.|", "StringBuilder", "")]
    [InlineData("nothing.|", "", "kent")]
    // Extension methods.
    [InlineData("ages.|", "Length Select Where Sum Display DisplayTable", "")]
    [InlineData("ages.Select(a => a.|", "CompareTo", "")]
    [InlineData("5.Dis|", "Display", "")]
    // Lambdas of calls that are not finished.
    [InlineData("kent.Where(p => p.|", "Name Age Level", "")]
    [InlineData("kent.Where(p => p.|)", "Name Age", "")]
    [InlineData("kent.Where(p => p.|\nvar y = 3;", "Name Age", "")]
    [InlineData("kent.Where((p, i) => p.|", "Name Age", "")]
    [InlineData("kent.Where(p => p.Age > 5 && p.|", "Name Age", "")]
    [InlineData("kent.Where(p => p.Age > 5).Where(q => q.|", "Name Age", "")]
    [InlineData("var old = kent.People.Where(p => p.Age > 5).OrderBy(p => p.|", "Name Age", "")]
    [InlineData("kent.People.GroupBy(p => p.Level).Select(g => new { g.Key, Oldest = g.Max(x => x.|", "Name Age", "")]
    [InlineData("kent.People.GroupBy(p => p.Level).Select(g => g.|", "Key Count", "")]
    [InlineData("kent.People.Where(p => { var a = p.Age; return a.| })", "CompareTo", "")]
    [InlineData("from p in kent.People where p.|", "Name Age", "")]
    [InlineData("from p in kent.People where p.Age > 3 select p.|", "Name Age", "")]
    [InlineData("foreach (var p in kent.People) { p.| }", "Name Age", "")]
    [InlineData("foreach (var p in kent.People) {\n    p.|\n    Console.WriteLine(p);\n}", "Name Age", "")]
    [InlineData("foreach (var p in kent.People) {\n    p.|", "Name Age", "")]
    // Names.
    [InlineData("ke|", "kent", "ages")]
    [InlineData("|", "kent ages Twice display HTML Console Level var foreach", "Submission1")]
    [InlineData("Twi|", "Twice", "")]
    [InlineData("disp|", "display", "")]
    [InlineData("var local = 1;\nloc|", "local", "")]
    [InlineData("lat|\nvar later = 1;", "", "later")]
    [InlineData("var own = o|", "", "own")]
    [InlineData("kent.Where(person => pers|", "person", "")]
    [InlineData("int F(int given) { return giv|; }", "given", "")]
    [InlineData("var n|", "", "nameof kent")]
    [InlineData("kent i|", "is", "if int")]
    [InlineData("Conso|", "Console", "")]
    [InlineData("StringB|", "StringBuilder", "")]
    [InlineData("Stopw|", "System.Diagnostics.Stopwatch", "Stopwatch")]
    [InlineData("File.Read|", "", "")]
    [InlineData("var x = new Person(\"a\", 1) { Level = Level.|", "Practice", "")]
    // Types.
    [InlineData("List<Per|", "Person", "")]
    [InlineData("new Per|", "Person", "kent")]
    [InlineData("Group g = new |", "Group Person", "kent")]
    [InlineData("typeof(Gro|)", "Group", "")]
    [InlineData("void F(Gro|", "Group", "")]
    [InlineData("class A { public Gro| }", "Group", "kent")]
    [InlineData("class A : Gro|", "Group", "")]
    [InlineData("(Gro|", "Group", "")]
    [InlineData("kent is Gro|", "Group", "")]
    [InlineData("kent as Gro|", "Group", "")]
    // Usings.
    [InlineData("using System.|", "IO Text", "Console")]
    [InlineData("using Sys|", "System", "kent")]
    [InlineData("using static System.|", "Math Console", "")]
    [InlineData("using System.IO;\nFile.ReadAllT|", "ReadAllText", "")]
    [InlineData("using M = System.M|", "Math", "")]
    // Members to initialise.
    [InlineData("new Person(\"a\", 1) { | }", "Level Name Age", "kent Notes")]
    [InlineData("new Person(\"a\", 1) { Le|", "Level", "")]
    [InlineData("new Person(\"a\", 1) { Age = 2, | }", "Level Name", "Age")]
    [InlineData("first with { | }", "Level Name Age", "kent")]
    [InlineData("Group g = new() { | }", "People", "kent")]
    // Arguments.
    [InlineData("kent.Count(|", "by: atLeast: Level.Locality kent", "")]
    [InlineData("kent.Count(|)", "by: atLeast: Level.Locality", "")]
    [InlineData("kent.Count(Level.Place, |)", "atLeast:", "by:")]
    [InlineData("kent.Count(by: |)", "Level.Locality", "atLeast:")]
    [InlineData("new Person(|", "Name: Age:", "")]
    [InlineData("first.Level == |", "Level.Practice", "")]
    // Attributes.
    [InlineData("[Obs|] class B { }", "Obsolete", "ObsoleteAttribute kent")]
    // Interpolated holes.
    [InlineData("$\"{kent.|}\"", "People", "")]
    [InlineData("$\"{ke|}\"", "kent", "")]
    // Silence.
    [InlineData("\"kent.|\"", "", "People")]
    [InlineData("$\"kent.|\"", "", "People")]
    [InlineData("$\"|\"", "", "kent")]
    [InlineData("// kent.|", "", "People")]
    [InlineData("/* kent.| */", "", "People")]
    [InlineData("\"\"\"\nkent.|\n\"\"\"", "", "People")]
    [InlineData("'|'", "", "kent")]
    [InlineData("12|", "", "kent")]
    [InlineData("#region ke|", "", "kent")]
    public async Task A_place_offers_what_may_stand_there(string marked, string expected, string unexpected)
    {
        Assert.Null((await live.RunAsync(Earlier)).Result.Error);
        var names = await live.Session.NamesAsync(marked);
        Assert.Empty(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(names));
        Assert.Empty(unexpected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Intersect(names));
    }

    public void Dispose() => live.Dispose();
}
