using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.Kernels;

public sealed class ValueTests
{
    [Theory]
    [InlineData("5", "System.Int32 5")]
    [InlineData("-5", "System.Int32 -5")]
    [InlineData("5000000000", "System.Int64 5000000000")]
    [InlineData("2.5", "System.Double 2.5")]
    [InlineData("1e-3", "System.Double 0.001")]
    [InlineData("true", "System.Boolean True")]
    [InlineData("\"5\"", "System.String 5")]
    [InlineData("\"a \\\"b\\\" c\"", "System.String a \"b\" c")]
    [InlineData(@"""C:\data\x""", @"System.String C:\data\x")]
    [InlineData(@"""\\server\data\\""", @"System.String \\server\data\")]
    [InlineData(@"""a\\\"" \\\\""", @"System.String a\"" \\")]
    [InlineData(@"""""", "System.String ")]
    [InlineData("word", "System.String word")]
    [InlineData("NaN", "System.String NaN")]
    [InlineData("@plain", "System.String @plain")]
    [InlineData("{\"a\":1}", "System.String {\"a\":1}")]
    public async Task Set_makes_a_variable_of_the_values_type(string value, string expected)
    {
        using var live = new LiveSession();
        Assert.Equal(expected, (await live.RunAsync($"#!set --name n --value {value}\n$\"{{n.GetType()}} {{n}}\"")).Text);
        Assert.Equal("n\n", (await live.RunAsync("#!who")).Text);
    }

    [Fact]
    public async Task A_set_variable_has_its_type_when_the_cell_compiles()
    {
        using var live = new LiveSession();
        Assert.Equal("7", (await live.RunAsync("#!set --name n --value 5\nint m = n + 2;\nm")).Text);
        Assert.Equal("x", (await live.RunAsync("#!set --name n --value x\nn.Substring(0, 1)")).Text);
    }

    [Fact]
    public async Task Text_of_a_cell_of_a_file_and_of_the_line_are_values()
    {
        using var live = new LiveSession();
        live.Folder.File("text.json", "{\"a\": 1}\r\n");
        await live.RunAsync("#!value --name one\nfirst \"line\"\nsecond");
        Assert.Equal("first \"line\"\nsecond", (await live.RunAsync("one")).Text);
        var shown = await live.RunAsync("#!value --name two --from-file text.json --mime-type application/json");
        Assert.Equal("{\"a\":1}", shown.Data(0, "application/json"));
        Assert.Equal("{\"a\": 1}\n", (await live.RunAsync("#!share --from value --name two --as json\njson")).Text);
        Assert.Equal("third", (await live.RunAsync("#!value --name any-name --from-value third\n#!csharp\n#!set --name three --value @value:any-name\nthree")).Text);
        Assert.Contains("is shown as application/json but is not JSON", (await live.RunAsync("#!value --name x --mime-type application/json\nwords")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_json_keeps_its_separators_of_lines_and_paragraphs()
    {
        using var live = new LiveSession();
        live.Folder.File("text.json", "{\"a\":\"x\u2028y\"}\r\n");
        var shown = await live.RunAsync("#!value --name two --from-file text.json --mime-type application/json");
        Assert.Equal("x\u2028y", (string?)shown.Bundles().Single()["application/json"]!["a"]);
        Assert.Equal("True", (await live.RunAsync("two == \"{\\\"a\\\":\\\"x\\u2028y\\\"}\\n\"")).Text);
    }

    [Fact]
    public async Task A_variable_is_copied_with_its_own_type()
    {
        using var live = new LiveSession();
        await live.RunAsync("var people = new[] { new { Age = 80 } };");
        Assert.Equal("80", (await live.RunAsync("#!share --from csharp --name people --as same\nsame[0].Age")).Text);
        Assert.Equal("80", (await live.RunAsync("#!set --name more --value @csharp:people\nmore[0].Age")).Text);
    }

    [Fact]
    public async Task An_answer_of_the_person_at_the_notebook_is_a_value()
    {
        using var live = new LiveSession(new SessionOptions { Input = (request, _) => Task.FromResult($"{request.Prompt}!{request.IsPassword}") });
        Assert.Equal("Year!False", (await live.RunAsync("#!set --name year --value @input:Year\nyear")).Text);
        using var headless = new LiveSession();
        Assert.Contains("nobody is there", (await headless.RunAsync("#!set --name year --value @password:Key")).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_are_for_sessions_that_allow_them()
    {
        using var live = new LiveSession(new SessionOptions { AllowScripts = true });
        Assert.Equal("<script type=\"text/javascript\">alert(1)</script>", (await live.RunAsync("#!javascript\nalert(1)")).Html);
        Assert.Equal("<script type=\"text/javascript\">2</script>", (await live.RunAsync("Javascript(\"2\");")).Html);
        using var kept = new LiveSession();
        Assert.Contains("Scripts are not run here", (await kept.RunAsync("Javascript(\"2\");")).Error.Message, StringComparison.Ordinal);
    }
}
