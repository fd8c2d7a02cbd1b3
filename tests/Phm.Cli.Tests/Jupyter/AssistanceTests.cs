namespace Phm.Cli.Tests.Jupyter;

/// <summary>What a front end asks while somebody types.</summary>
[Trait("Category", "Jupyter")]
public sealed class AssistanceTests(AssistanceTests.Script kernel) : IClassFixture<AssistanceTests.Script>
{
    public sealed class Script() : KernelScript("assistance");

    /// <summary>Positions count code points, so an emoji is one.</summary>
    [Theory]
    [InlineData("member", 8, 11, "Write", "WriteLine")]
    [InlineData("all_members", 9, 9, "Add", "Count", "Where")]
    [InlineData("variable", 11, 15, "patients")]
    [InlineData("own_type", 4, 8, "Person")]
    [InlineData("own_member", 19, 21, "Name")]
    [InlineData("within_cell", 17, 21, "counted")]
    [InlineData("type", 0, 9, "StringBuilder")]
    [InlineData("type_of_no_using", 0, 7, "System.Diagnostics.Stopwatch")]
    [InlineData("namespace", 13, 20, "Diagnostics")]
    [InlineData("keyword", 0, 5, "foreach")]
    [InlineData("after_emoji", 24, 27, "Length")]
    [InlineData("before_the_end", 8, 11, "Write", "WriteLine")]
    [InlineData("empty", 0, 0, "patients", "display")]
    [InlineData("beyond", 8, 11, "Write", "WriteLine")]
    [InlineData("broken", 13, 16, "Count")]
    public async Task A_word_is_completed_by_what_fits_there(string place, int start, int end, params string[] expected)
    {
        var answer = await kernel.ExchangeAsync("completions", place);

        Assert.Equal(("ok", start, end), (answer.Status, answer.Reply.Content["cursor_start"]!.GetValue<int>(), answer.Reply.Content["cursor_end"]!.GetValue<int>()));
        Assert.Empty(expected.Except(Matches(answer)));
    }

    [Theory]
    [InlineData("directive", "#!ti", "#!time")]
    [InlineData("path", "#load \"data-folder/so", "#load \"data-folder/some-script.csx")]
    public async Task A_directive_and_a_path_are_completed(string place, string typed, string expected)
    {
        var answer = await kernel.ExchangeAsync("completions", place);

        var start = answer.Reply.Content["cursor_start"]!.GetValue<int>();
        Assert.Contains(expected, Matches(answer).Select(match => typed[..start] + match));
    }

    [Fact]
    public async Task Nothing_of_the_engine_is_offered() => Assert.DoesNotContain(Matches(await kernel.ExchangeAsync("completions", "own_type")), match => match.Contains("CellHelpers", StringComparison.Ordinal));

    [Fact]
    public async Task Nothing_is_offered_within_a_text() => Assert.Empty(Matches(await kernel.ExchangeAsync("completions", "in_a_string")));

    [Fact]
    public async Task A_place_that_is_none_harms_nothing() => Assert.Equal("error", (await kernel.ExchangeAsync("completions", "negative")).Status);

    [Fact]
    public async Task The_library_is_completed_in_a_session_that_has_loaded_it()
    {
        Assert.Contains("Load", Matches(await kernel.ExchangeAsync("with_the_library", "static")));
        Assert.Contains("Period", Matches(await kernel.ExchangeAsync("with_the_library", "type")));
    }

    [Theory]
    [InlineData("inspections", "method", "int Max(int val1, int val2)")]
    [InlineData("inspections", "in_detail", "int Max(int val1, int val2)")]
    [InlineData("inspections", "emoji", "int Max(int val1, int val2)")]
    [InlineData("inspections", "variable", "deprivation")]
    [InlineData("inspections", "own", "Doubles a number of people")]
    [InlineData("with_the_library", "inspect", "Load(")]
    public async Task A_name_is_explained_by_its_signature_and_documentation(string scenario, string place, string expected)
    {
        var answer = await kernel.ExchangeAsync(scenario, place);

        Assert.True(answer.Reply.Content["found"]!.GetValue<bool>());
        Assert.Contains(expected, answer.Reply.Content["data"]!["text/plain"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("unknown")]
    public async Task Where_there_is_nothing_to_explain_nothing_is_found(string place)
    {
        var answer = await kernel.ExchangeAsync("inspections", place);

        Assert.Equal(("ok", false), (answer.Status, answer.Reply.Content["found"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData("expression", "complete", null)]
    [InlineData("statement", "complete", null)]
    [InlineData("class_done", "complete", null)]
    [InlineData("directive", "complete", null)]
    [InlineData("empty", "complete", null)]
    [InlineData("open_block", "incomplete", "    ")]
    [InlineData("nested", "incomplete", "        ")]
    [InlineData("open_call", "incomplete", "    ")]
    [InlineData("assignment", "incomplete", "")]
    [InlineData("raw_text", "incomplete", "")]
    [InlineData("comment", "incomplete", "")]
    [InlineData("stray", "invalid", null)]
    public async Task Code_is_complete_incomplete_with_an_indent_or_invalid(string code, string status, string? indent)
    {
        var answer = await kernel.ExchangeAsync("completeness", code);

        Assert.Equal((status, indent), (answer.Status, answer.Reply.Text("indent")));
    }

    private static string[] Matches(Exchange answer) => [.. answer.Reply.Content["matches"]!.AsArray().Select(match => match!.GetValue<string>())];
}
