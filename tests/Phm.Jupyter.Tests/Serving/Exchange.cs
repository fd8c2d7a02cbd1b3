namespace Phm.Jupyter.Tests.Serving;

/// <summary>What a request brought about.</summary>
/// <param name="Reply">Its answer; null for a request that has none.</param>
/// <param name="Published">What was published for it, from busy to idle.</param>
internal sealed record Exchange(WireMessage? Reply, IReadOnlyList<WireMessage> Published)
{
    public string[] Types => [.. Published.Select(message => message.Type == "status" ? (string)message.Content["execution_state"]! : message.Type)];

    public string Stdout => string.Concat(Published.Where(message => message.Type == "stream" && (string?)message.Content["name"] == "stdout").Select(message => (string)message.Content["text"]!));

    public string? Result => (string?)Published.SingleOrDefault(message => message.Type == "execute_result")?.Content["data"]!["text/plain"];

    public WireMessage Only(string type) => Assert.Single(Published, message => message.Type == type);
}
