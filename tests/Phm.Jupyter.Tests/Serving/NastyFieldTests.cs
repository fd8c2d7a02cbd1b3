namespace Phm.Jupyter.Tests.Serving;

/// <summary>Every field of every request, filled with what no client ought to send: an answer comes, and none of an error in the kernel itself.</summary>
[Collection(KernelTestGroup.Name)]
public sealed class NastyFieldTests
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "2147483648", "-99999999999999999999", "1.5", "1e999", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"*?*?*?\"", "[]", "[1]", "{}", "{\"a\":\"1\"}",
        "{\"\\ud800\":\"1\"}", "{\"a\":{}}", "\"" + new string('x', 100_000) + "\"", new string('[', 50) + new string(']', 50),
    ];

    private static readonly Dictionary<string, string[]> Fields = new()
    {
        ["execute_request"] = ["code", "silent", "store_history", "user_expressions", "allow_stdin", "stop_on_error"],
        ["complete_request"] = ["code", "cursor_pos"],
        ["inspect_request"] = ["code", "cursor_pos", "detail_level"],
        ["is_complete_request"] = ["code"],
        ["history_request"] = ["hist_access_type", "output", "n", "session", "start", "stop", "pattern", "unique", "raw"],
        ["comm_info_request"] = ["target_name"],
        ["comm_open"] = ["comm_id", "target_name", "data"],
        ["comm_msg"] = ["comm_id", "data"],
        ["interrupt_request"] = ["anything"],
    };

    private static readonly Dictionary<string, string> Rest = new()
    {
        ["code"] = "\"1\"",
        ["hist_access_type"] = "\"search\"",
        ["comm_id"] = "\"c\"",
    };

    [Fact]
    public async Task Every_request_is_answered()
    {
        await using var kernel = await LiveKernel.StartAsync();
        foreach (var (type, fields) in Fields)
        {
            foreach (var field in fields)
            {
                foreach (var value in Values)
                {
                    var rest = Rest.Where(other => other.Key != field && fields.Contains(other.Key)).Select(other => $",\"{other.Key}\":{other.Value}");
                    var content = $"{{\"{field}\":{value}{string.Concat(rest)}}}";
                    if (type.EndsWith("_request", StringComparison.Ordinal)) Check(await kernel.AskAsync(type, content), content);
                    else await kernel.TellAsync(type, content);
                }
            }
        }
        Assert.DoesNotContain(kernel.Log, line => line.Contains("kernel itself", StringComparison.Ordinal));
        Assert.Equal("2", (await kernel.ExecuteAsync("1 + 1")).Result);
    }

    private static void Check(Exchange exchange, string content)
    {
        Assert.Contains(exchange.Reply!.Status, (string[])["ok", "error", "complete", "incomplete", "invalid", "unknown"]);
        Assert.True((string?)exchange.Reply.Content["ename"] != "KernelError", content[..Math.Min(content.Length, 200)]);
    }
}
