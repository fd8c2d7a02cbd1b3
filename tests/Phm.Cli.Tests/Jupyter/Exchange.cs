using System.Text.Json.Nodes;

namespace Phm.Cli.Tests.Jupyter;

/// <summary>A request and all that the kernel said to it.</summary>
internal sealed class Exchange(JsonNode json)
{
    public string Id => json["id"]!.GetValue<string>();

    public KernelMessage Reply { get; } = new(json["reply"]!);

    /// <summary>How many replies came; one is right.</summary>
    public int Replies => json["replies"]!.GetValue<int>();

    /// <summary>What all front ends were told, in order.</summary>
    public IReadOnlyList<KernelMessage> Published { get; } = Messages(json["published"]!);

    /// <summary>What the front end was asked.</summary>
    public IReadOnlyList<KernelMessage> Asked { get; } = Messages(json["asked"]!);

    public string? Status => Reply.Text("status");

    public int Count => Reply.Content["execution_count"]!.GetValue<int>();

    /// <summary>The types of what was published between the echo of the cell and idle.</summary>
    public IReadOnlyList<string> Outputs => [.. Published.Select(message => message.Type).Where(type => type is not ("status" or "execute_input"))];

    public IReadOnlyList<string> States => [.. Published.Where(message => message.Type == "status").Select(message => message.Text("execution_state")!)];

    /// <summary>The plain text of the result.</summary>
    public string? Result => Only("execute_result").Content["data"]!["text/plain"]?.GetValue<string>();

    /// <summary>The runs of console output, neighbours of one stream joined.</summary>
    public IReadOnlyList<(string Name, string Text)> Streams => [.. Published.Where(message => message.Type == "stream").Aggregate(new List<(string Name, string Text)>(), Join)];

    public KernelMessage Only(string type) => Assert.Single(Published, message => message.Type == type);

    private static List<(string Name, string Text)> Join(List<(string Name, string Text)> runs, KernelMessage message)
    {
        var (name, text) = (message.Text("name")!, message.Text("text")!);
        if (runs.Count > 0 && runs[^1].Name == name) runs[^1] = (name, runs[^1].Text + text);
        else runs.Add((name, text));
        return runs;
    }

    private static KernelMessage[] Messages(JsonNode list) => [.. list.AsArray().Select(message => new KernelMessage(message!))];
}
