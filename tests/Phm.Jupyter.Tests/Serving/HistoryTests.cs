using Phm.Jupyter.Serving;
using Phm.Notebook.Outputs;

namespace Phm.Jupyter.Tests.Serving;

[Collection(KernelTestGroup.Name)]
public sealed class HistoryTests
{
    [Theory]
    [InlineData(""" "hist_access_type":"tail","n":2 """, """[[1,3,"1 + 1"],[1,4,"var y = 2;"]]""")]
    [InlineData(""" "hist_access_type":"tail","n":2,"output":true """, """[[1,3,["1 + 1","2"]],[1,4,["var y = 2;",null]]]""")]
    [InlineData(""" "hist_access_type":"tail","n":0 """, "[]")]
    [InlineData(""" "hist_access_type":"tail","n":-5 """, "[]")]
    [InlineData(""" "hist_access_type":"range","session":0,"start":2,"stop":4 """, """[[1,2,"1 + 1"],[1,3,"1 + 1"]]""")]
    [InlineData(""" "hist_access_type":"range","session":1,"start":4 """, """[[1,4,"var y = 2;"]]""")]
    [InlineData(""" "hist_access_type":"range","session":-1,"start":0 """, "[]")]
    [InlineData(""" "hist_access_type":"search","pattern":"var ?*" """, """[[1,1,"var x = 1;"],[1,4,"var y = 2;"]]""")]
    [InlineData(""" "hist_access_type":"search","pattern":"1*" """, """[[1,2,"1 + 1"],[1,3,"1 + 1"]]""")]
    [InlineData(""" "hist_access_type":"search","pattern":"1*","unique":true """, """[[1,3,"1 + 1"]]""")]
    [InlineData(""" "hist_access_type":"search","pattern":"*","n":1 """, """[[1,4,"var y = 2;"]]""")]
    [InlineData(""" "hist_access_type":"search","pattern":"nothing" """, "[]")]
    public async Task History_is_told_by_tail_range_and_search(string query, string expected)
    {
        await using var kernel = await LiveKernel.StartAsync();
        foreach (var code in (string[])["var x = 1;", "1 + 1", "1 + 1", "var y = 2;"]) await kernel.ExecuteAsync(code);
        var reply = (await kernel.AskAsync("history_request", "{" + query + "}")).Reply!;
        Assert.Equal(expected, reply.Content["history"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void The_oldest_entries_give_way_by_number_and_by_length()
    {
        var history = new History(capacity: 2, characters: 10);
        for (var i = 1; i <= 3; i++) history.Add(i, "abc", null);
        Assert.Equal([2, 3], history.Entries.Select(entry => entry.Line));
        history.Add(4, "12345", MimeBundle.Of("text/plain", "123"));
        Assert.Equal([4], history.Entries.Select(entry => entry.Line));
        history.Add(5, new string('x', 11), null);
        Assert.Empty(history.Entries);
    }

    [Theory]
    [InlineData("tail")]
    [InlineData("range")]
    [InlineData("search")]
    public void A_query_ends_with_the_entry_at_which_it_is_interrupted(string access)
    {
        var history = new History();
        for (var i = 1; i <= 3; i++) history.Add(i, "abc", null);
        using var interrupt = new CancellationTokenSource();
        var read = new HistoryQuery { Access = access }.Of(history, interrupt.Token).GetEnumerator();
        Assert.True(read.MoveNext());
        interrupt.Cancel();
        Assert.Throws<OperationCanceledException>(() => read.MoveNext());
    }

    [Fact]
    public void A_long_value_is_kept_in_part()
    {
        var history = new History();
        history.Add(1, "x", MimeBundle.Of("text/plain", new string('x', 100_000)));
        Assert.Equal(65_536, Assert.Single(history.Entries).Output!.Length);
    }
}
