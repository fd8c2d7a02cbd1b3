using Phm.Notebook.Execution;

namespace Phm.Notebook.Tests.Execution;

public sealed class OutputLimitTests
{
    [Theory]
    [InlineData("\"12345678901\"")]
    [InlineData("display(\"12345678901\");")]
    [InlineData("display(123456); display(12345);")]
    [InlineData("display(1).Update(\"12345678901\");")]
    [InlineData("\"123456\".DisplayAs(\"text/html\"); \"12345\".DisplayAs(\"text/plain\");")]
    public async Task A_cell_that_displays_more_characters_than_it_may_fails_and_is_told_what_to_do(string source)
    {
        using var live = new LiveSession(new SessionOptions { DisplayCharacters = 10 });
        var cell = await live.RunAsync(source);
        Assert.Contains("A cell displays at most 10 characters, all MIME types together; with this value it would be 11.", cell.Error.Message, StringComparison.Ordinal);
        Assert.Contains("write the whole to a file", cell.Error.Message, StringComparison.Ordinal);
        Assert.All(cell.Bundles(), bundle => Assert.DoesNotContain("12345678901", bundle.ToJsonString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"1234567890\"")]
    [InlineData("display(12345); 12345")]
    [InlineData("var shown = display(\"1234567890\"); for (var i = 0; i < 100; i++) shown.Update(\"0123456789\");")]
    [InlineData("Console.WriteLine(\"a stream has a limit of its own\"); display(1234567890);")]
    public async Task As_much_as_it_may_is_shown(string source)
    {
        using var live = new LiveSession(new SessionOptions { DisplayCharacters = 10 });
        Assert.Equal(CellStatus.Ok, (await live.RunAsync(source)).Result.Status);
    }

    [Fact]
    public async Task All_outputs_of_a_session_have_a_limit_together()
    {
        using var live = new LiveSession(new SessionOptions { TotalCharacters = 20 });
        Assert.Equal(CellStatus.Ok, (await live.RunAsync("var shown = display(\"1234567890\");")).Result.Status);
        Assert.Equal(CellStatus.Ok, (await live.RunAsync("Console.Write(\"12345\");")).Result.Status);
        var full = await live.RunAsync("display(\"123456\");");
        Assert.Contains("The outputs of a notebook hold at most 20 characters", full.Error.Message, StringComparison.Ordinal);
        Assert.Equal(CellStatus.Ok, (await live.RunAsync("shown.Update(\"1\"); display(\"123456\");")).Result.Status);
        Assert.Equal(CellStatus.Error, (await live.RunAsync("shown.Update(\"1234567890\");")).Result.Status);
    }

    [Fact]
    public async Task A_stream_that_does_not_fit_is_cut_and_fails_its_cell()
    {
        using var live = new LiveSession(new SessionOptions { TotalCharacters = 10 });
        var cell = await live.RunAsync("Console.Write(\"12345678901\"); var after = 1;");
        Assert.Equal("1234567890\n[The output was cut here: the notebook's outputs have reached their limit.]\n", cell.Stdout);
        Assert.Contains("at most 10 characters", cell.Error.Message, StringComparison.Ordinal);
        Assert.Equal(CellStatus.Ok, (await live.RunAsync("after = 2;")).Result.Status);
    }

    [Fact]
    public async Task A_want_of_memory_is_told_apart_from_an_array_that_no_memory_could_hold()
    {
        using var live = new LiveSession();
        var shortage = await live.RunAsync("throw new AggregateException(new OutOfMemoryException());");
        Assert.Equal("OutOfMemory", shortage.Error.Name);
        Assert.Contains("The cell needed more memory", shortage.Error.Message, StringComparison.Ordinal);
        Assert.Equal("System.OutOfMemoryException", (await live.RunAsync("new long[int.MaxValue]")).Error.Name);
    }
}
