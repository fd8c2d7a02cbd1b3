namespace Phm.Jupyter.Tests.Serving;

[Collection(KernelTestGroup.Name)]
public sealed class AssistanceTests
{
    [Fact]
    public async Task Places_count_code_points_on_the_wire()
    {
        await using var kernel = await LiveKernel.StartAsync();
        // Two emoji before the cursor: 30 code points are 32 units.
        var reply = (await kernel.AskAsync("complete_request", """{"code":"var s = \"😀😀\"; Console.WriteLin + 1","cursor_pos":30}""")).Reply!;
        Assert.Equal("ok", reply.Status);
        Assert.Contains("WriteLine", reply.Content["matches"]!.AsArray().Select(match => (string?)match));
        Assert.Equal((22, 30), ((int)reply.Content["cursor_start"]!, (int)reply.Content["cursor_end"]!));
        var kind = reply.Content["metadata"]!["_jupyter_types_experimental"]!.AsArray().First(item => (string?)item!["text"] == "WriteLine")!;
        Assert.Equal((22, 30, "method"), ((int)kind["start"]!, (int)kind["end"]!, (string?)kind["type"]));
    }

    [Fact]
    public async Task Without_a_place_the_end_is_meant_and_a_place_behind_the_end_too()
    {
        await using var kernel = await LiveKernel.StartAsync();
        foreach (var place in (string[])["", ""","cursor_pos":null""", ""","cursor_pos":2000000000"""])
            Assert.Contains("WriteLine", (await kernel.AskAsync("complete_request", "{\"code\":\"Console.WriteLin\"" + place + "}")).Reply!.Content["matches"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_inspected_behind_emoji_and_an_unknown_one_is_not_found()
    {
        await using var kernel = await LiveKernel.StartAsync();
        await kernel.ExecuteAsync("var number = 5;");
        // Two emoji before it: code points 6 to 11 are units 8 to 13.
        var found = (await kernel.AskAsync("inspect_request", """{"code":"\"😀😀\"; number","cursor_pos":6,"detail_level":1}""")).Reply!;
        Assert.True((bool)found.Content["found"]!);
        Assert.Contains("number", (string?)found.Content["data"]!["text/plain"], StringComparison.Ordinal);
        var unknown = (await kernel.AskAsync("inspect_request", """{"code":"nothing_of_this_name","cursor_pos":3}""")).Reply!;
        Assert.Equal("""{"status":"ok","found":false,"data":{},"metadata":{}}""", unknown.Content.ToJsonString());
    }

    [Theory]
    [InlineData("1 + 1", """{"status":"complete"}""")]
    [InlineData("if (true) {", """{"status":"incomplete","indent":"    "}""")]
    [InlineData("var = = 1;", """{"status":"invalid"}""")]
    public async Task Completeness_is_complete_incomplete_or_invalid(string code, string content)
    {
        await using var kernel = await LiveKernel.StartAsync();
        Assert.Equal(content, (await kernel.AskAsync("is_complete_request", LiveKernel.Execution(code))).Reply!.Content.ToJsonString());
    }
}
