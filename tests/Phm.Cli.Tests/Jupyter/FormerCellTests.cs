namespace Phm.Cli.Tests.Jupyter;

/// <summary>What was typed before.</summary>
[Trait("Category", "Jupyter")]
public sealed class FormerCellTests(FormerCellTests.Script kernel) : IClassFixture<FormerCellTests.Script>
{
    public sealed class Script() : KernelScript("former_cells");

    [Theory]
    [InlineData("tail", "3:a + 1|4:throw new Exception();|5:\"last\"")]
    [InlineData("tail_of_all", "1:var a = 1;|2:a + 1|3:a + 1|4:throw new Exception();|5:\"last\"")]
    [InlineData("tail_with_outputs", "2:a + 1>2|3:a + 1>2|4:throw new Exception();>|5:\"last\">last")]
    [InlineData("range", "2:a + 1|3:a + 1")]
    [InlineData("range_with_outputs", "1:var a = 1;>|2:a + 1>2")]
    [InlineData("search", "2:a + 1|3:a + 1")]
    [InlineData("search_unique", "3:a + 1")]
    [InlineData("search_one", "3:a + 1")]
    [InlineData("search_nothing", "")]
    public async Task Former_cells_are_told_with_their_numbers_without_silent_and_unkept_ones(string question, string expected)
    {
        var answer = await kernel.ExchangeAsync("history", question);

        Assert.Equal("ok", answer.Status);
        Assert.Equal(expected, string.Join('|', answer.Reply.Content["history"]!.AsArray().Select(entry => $"{entry![1]}:{(entry[2]!.GetValueKind() == System.Text.Json.JsonValueKind.Array ? $"{entry[2]![0]}>{entry[2]![1]}" : entry[2])}")));
    }

    [Fact]
    public async Task A_question_of_no_known_kind_is_refused() => Assert.Equal("error", (await kernel.ExchangeAsync("history", "unknown_kind")).Status);
}
