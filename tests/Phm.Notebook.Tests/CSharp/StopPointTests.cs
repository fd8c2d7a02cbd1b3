using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.CSharp;

public sealed class StopPointTests
{
    private const string Said =
        "using System.Runtime.CompilerServices;\nstatic string Said<T>(T value, [CallerArgumentExpression(\"value\")] string text = \"\") => text;\n"
        + "static string Of<T>(this T value, [CallerArgumentExpression(\"value\")] string text = \"\") => text;\n";

    [Theory]
    [InlineData("Said(() => { })", "() => { }")]
    [InlineData("Said(() => { while (false) ; \"\\\"\".ToString(); })", "() => { while (false) ; \"\\\"\".ToString(); }")]
    [InlineData("Said((int x) =>\n    x + 1)", "(int x) =>\n    x + 1")]
    [InlineData("Said<object>(value: new[] { 1 }.Select(n => n + 1))", "new[] { 1 }.Select(n => n + 1)")]
    [InlineData("Said(Said((int x) => x))", "Said((int x) => x)")]
    [InlineData("new[] { 1 }.Where(n => n > 0).Of()", "new[] { 1 }.Where(n => n > 0)")]
    [InlineData("Said(() => { }, \"own\")", "own")]
    public async Task The_text_of_an_argument_is_that_of_the_cell(string source, string expected)
    {
        using var live = new LiveSession();
        Assert.Equal(expected, (await live.RunAsync(Said + source)).Text);
    }

    [Theory]
    [InlineData("System.Linq.Expressions.Expression<Func<int, bool>> e = x => x > 1; e.ToString()", "x => (x > 1)")]
    [InlineData("System.Linq.Expressions.LambdaExpression e = (int x) => x > 1; e.ToString()", "x => (x > 1)")]
    [InlineData("System.Linq.Expressions.Expression<Func<int[], bool>> e = xs => xs.Any(x => x > 1); e.ToString()", "xs => xs.Any(x => (x > 1))")]
    [InlineData("new[] { 1, 2 }.AsQueryable().Where(x => x > 1).Count()", "1")]
    [InlineData("(from x in new[] { 1, 2 }.AsQueryable() where new[] { 2 }.Any(y => y == x) orderby x select new[] { x }.Select(z => z + 1).First()).First()", "3")]
    public async Task Expression_trees_stay_as_they_are(string source, string expected)
    {
        using var live = new LiveSession();
        Assert.Equal(expected, (await live.RunAsync(source)).Text);
    }

    [Theory]
    [InlineData("Func<long> f = () => 1; f()", "1")]
    [InlineData("var f = (bool b) => b ? 1.5 : 2; f(false)", "2")]
    [InlineData("Action a = () => Console.Write(1); a(); 2", "2")]
    [InlineData("var f = async () => await Task.FromResult(3); await f()", "3")]
    [InlineData("Func<Task> f = async () => await Task.Delay(1); await f(); 4", "4")]
    [InlineData("await Task.Run(() => Task.FromResult(5))", "5")]
    [InlineData("Func<int> f = () => throw new Exception(); try { f() ; } catch (Exception) { } 6", "6")]
    [InlineData("var xs = new[] { 1 }; ref int At(int i) => ref xs[i]; At(0) = 7; xs[0]", "7")]
    [InlineData("class P { int n; public int N { get => n; set => n = value + 1; } public int Twice => n * 2; public int this[int i] => n + i; public P() => n = 1; public static P operator +(P a, int b) => new P { N = b }; }\nvar p = new P() + 3; p.N + p.Twice + p[1]", "17")]
    [InlineData("async Task Wait() => await Task.Delay(1); async Task<int> Eight() => await Task.FromResult(8); await Wait(); await Eight()", "8")]
    [InlineData("Func<int, Func<int, int>> add = x => y => x + y; add(4)(5)", "9")]
    [InlineData("object o = \"ab\"; bool Short(object v) => v is string { Length: var n } && n < 3; Short(o)", "True")]
    public async Task Functions_that_are_expressions_do_what_they_did(string source, string expected)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(source);
        Assert.Null(cell.Result.Error);
        Assert.Equal(expected, cell.Text, ignoreCase: true);
    }

    [Theory]
    [InlineData("for (var i = 0; i < 1; i++) int x = i;", 29, "CS1023")]
    [InlineData("while (false) int F() => 1;", 15, "CS1023")]
    public async Task Code_that_is_wrong_as_written_is_refused(string source, int column, string code)
    {
        using var live = new LiveSession();
        var cell = await live.RunAsync(source);
        Assert.Equal(CellStatus.Error, cell.Result.Status);
        Assert.StartsWith($"(1,{column}): error {code}", cell.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int F(int n) => n > 0 ? n : throw new Exception(); F(0)", 17)]
    [InlineData("Func<int> f = () => throw new Exception(); f()", 21)]
    [InlineData("Action f = () => { }; f = () => throw new Exception(); f()", 33)]
    [InlineData("string Q => throw new Exception(); Q", 13)]
    public async Task Columns_of_expressions_stay_right(string source, int column)
    {
        using var live = new LiveSession();
        var error = (await live.RunAsync(source)).Error;
        Assert.Equal("System.Exception", error.Name);
        Assert.Equal((1, column), (error.Line, error.Column));
    }
}
