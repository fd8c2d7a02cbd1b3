using System.Text;
using Phm.Notebook.Assistance;

namespace Phm.Notebook.Tests.Assistance;

/// <summary>Whatever is typed, wherever the cursor is, an answer comes and no cell of the notebook runs for it.</summary>
public class AssistanceFuzzTests
{
    private const int Rounds = 20_000;
    private const int LongestCell = 300;

    private static readonly string[] Seeds =
    [
        "var x = kent.Where(p => p.Age > 5 && p.Name.Length == 3).Select(p => new { p.Name, p.Age });",
        "foreach (var p in kent) {\n    Console.WriteLine($\"{p.Name}: {p.Age:0.0}\");\n}\n",
        "#!time\nvar x = 1;\n#!sql-linked\nselect * from t where a = 'b' -- c\n#!csharp\nx.ToString()",
        "using System.IO;\nclass A<T> : IDisposable where T : new() { public int P { get; set; } = 3; [Obsolete(\"x\")] void M(T t, params int[] a) => a[0]++; public void Dispose() { } }",
        "new Person(\"a\", 1) { Level = 2 } with { Age = 3 }; if (x is { Age: > 3 and < 5 } y) return; else throw new Exception();",
        "from p in kent where p.Age > 3 group p by p.Name into g orderby g.Key select g.Count()",
        "#r \"missing.dll\"\n#load \"other.csx\"\n#r \"nuget:A, 1\"\n#if X\nint a;\n#endif\n#region y\n#endregion\n/* c */ // d\n/// <summary>e</summary>\nint f;",
        "var s = \"\"\"\n  raw {x}\n  \"\"\"; var t = @\"a\"\"b\"; var u = $@\"{s}\\\"; char c = '\\''; string p = \"./data/\";",
        "int F(int n) => n switch { 0 => 1, _ => F(n - 1) * n }; unsafe { int* q = &n; q->ToString(); } Func<int, Func<int, int>> g = a => b => a + b; first?.Name?.Length",
        "#!import \"a b.ipynb\"\n #!set --name x --value @input:y\n#!\n#\n#!connect sqlite --kernel-name l \"Data Source=",
    ];

    private static readonly string[] Pieces =
    [
        ".", "(", ")", "{", "}", "[", "]", "<", ">", "\"", "'", "$\"", "\"\"\"", "/*", "*/", "//", "\n", "\r\n", ";", ",", "=>", "?.", "->", "::", "new ", "#!", "#r \"", "#load \"", "@", "kent",
        "p", "using ", "=", " ", "\t", "\0", "\ud800", "\u2028", "é", "😀", "await ", "with {", "is ", "switch {", "case ", "class ", "record ", "extension(", "delegate*<", "from ", "where ", "1", "0x", "1e", "\\", "`", "global::", "..", "??", "!", "#!sql-linked\n", "#!csharp\n",
    ];

    [Fact]
    public async Task Twenty_thousand_broken_cells_get_an_answer()
    {
        using var live = new LiveSession();
        live.Folder.File("other.csx", "int loaded = 1;");
        await live.RunAsync("record Person(string Name, int Age) { public int Level { get; set; } public int Bomb => throw new Exception(\"run\"); } var kent = new[] { new Person(\"A\", 1) }; Person first = kent[0];");
        var random = new Random(20_260_417);
        for (var round = 0; round < Rounds; round++)
        {
            var code = Broken(random);
            var cursor = random.Next(-2, code.Length + 3);
            try
            {
                Ask(live, code, cursor, round);
            }
            catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"Round {round}, cursor {cursor} in {System.Text.Json.JsonSerializer.Serialize(code)}: {e}");
            }
        }
    }

    [Theory]
    [InlineData("(", 1_000)]
    [InlineData("a.", 2_000)]
    [InlineData("1+", 2_000)]
    [InlineData("F(x => ", 100)]
    [InlineData("List<", 100)]
    [InlineData("{", 1_000)]
    [InlineData("[", 100)]
    [InlineData("$\"{", 100)]
    [InlineData("if (a) ", 500)]
    [InlineData("a ? b : ", 300)]
    [InlineData("#!time\n", 2_000)]
    [InlineData("x => ", 100)]
    public async Task Code_that_is_nested_without_end_gets_an_answer(string piece, int times)
    {
        using var live = new LiveSession();
        var code = string.Concat(Enumerable.Repeat(piece, times));
        var stop = TestContext.Current.CancellationToken;
        foreach (var cursor in (int[])[-5, code.Length / 2, int.MaxValue])
        {
            var list = await live.Session.CompleteAsync(code, cursor, stop);
            Assert.InRange(list.Start, 0, Math.Clamp(cursor, 0, code.Length));
            Assert.InRange(list.End, Math.Clamp(cursor, 0, code.Length), code.Length);
            _ = await live.Session.InspectAsync(code, cursor, true, stop);
        }
        Assert.True(Enum.IsDefined(live.Session.CheckCompleteness(code).Status));
    }

    private static void Ask(LiveSession live, string code, int cursor, int round)
    {
        var stop = TestContext.Current.CancellationToken;
        var at = Math.Clamp(cursor, 0, code.Length);
        var list = live.Session.Assistant.CompleteAt(code, at, stop);
        Assert.InRange(list.Start, 0, at);
        Assert.InRange(list.End, at, code.Length);
        Assert.InRange(list.Items.Count, 0, 1_000);
        if (round % 4 == 0) _ = live.Session.Assistant.InspectAt(code, at, detailed: round % 8 == 0, stop);
        var completeness = live.Session.CheckCompleteness(code);
        Assert.Equal(0, completeness.Status == CompletenessStatus.Incomplete ? completeness.Indent.Length % 4 : completeness.Indent.Length);
    }

    private static string Broken(Random random)
    {
        var code = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
        for (var changes = random.Next(6); changes >= 0; changes--)
        {
            var at = random.Next(code.Length + 1);
            switch (random.Next(4))
            {
                case 0: code.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                case 1: code.Remove(at, Math.Min(random.Next(12), code.Length - at)); break;
                case 2: code.Length = at; break;
                default: code.Insert(at, Seeds[random.Next(Seeds.Length)].AsSpan(random.Next(20))); break;
            }
            if (code.Length > LongestCell) code.Length = LongestCell;
        }
        return code.ToString();
    }
}
