using Phm.Notebook.Assistance;

namespace Phm.Notebook.Tests.Assistance;

public sealed class CompletenessTests : IDisposable
{
    private readonly LiveSession live = new();

    [Theory]
    [InlineData("var x = 1;")]
    [InlineData("1 + 1")]
    [InlineData("kent")]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("// a comment")]
    [InlineData("int F(int n) { return n; }")]
    [InlineData("if (true) { } else { }")]
    [InlineData("#!time")]
    [InlineData("#!time\n1 + 1")]
    [InlineData("#!sql-linked\nselect (")]
    [InlineData("#!mermaid\nflowchart LR {")]
    [InlineData("#!markdown\n# \"text")]
    [InlineData("#r \"a.dll\"")]
    [InlineData("var s = \"\"\"\n  {\n  \"\"\";")]
    [InlineData("using System.IO;")]
    [InlineData("undeclared.Member(1)")]
    public void A_cell_is_complete(string code) => Assert.Equal(new CodeCompleteness(CompletenessStatus.Complete, ""), live.Session.CheckCompleteness(code));

    [Theory]
    [InlineData("if (true) {", 4)]
    [InlineData("int F(int n)\n{\n    if (n > 1)\n    {", 8)]
    [InlineData("Console.WriteLine(", 4)]
    [InlineData("var x = new[] {\n    1,", 4)]
    [InlineData("foreach (var a in b)\n{\n    c();\n}\nif (d) {", 4)]
    [InlineData("var s = \"\"\"\n    raw", 0)]
    [InlineData("/* a comment", 0)]
    [InlineData("var x =", 0)]
    [InlineData("var x = 1", 0)]
    [InlineData("kent.Where(p => {\n    var a = 1;", 4)]
    [InlineData("#!time\nif (true) {", 4)]
    [InlineData("#!sql-linked\nselect 1\n#!csharp\nF(", 4)]
    [InlineData("class A\n{\n    int M() {", 8)]
    public void A_cell_asks_for_another_line(string code, int indent) =>
        Assert.Equal(new CodeCompleteness(CompletenessStatus.Incomplete, new string(' ', indent)), live.Session.CheckCompleteness(code));

    [Theory]
    [InlineData("}")]
    [InlineData("var x = 1 + ;")]
    [InlineData(")")]
    [InlineData("class { }")]
    [InlineData(" #!time")]
    public void A_cell_cannot_become_right(string code) => Assert.Equal(CompletenessStatus.Invalid, live.Session.CheckCompleteness(code).Status);

    public void Dispose() => live.Dispose();
}
