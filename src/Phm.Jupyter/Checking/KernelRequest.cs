using System.Collections.Concurrent;
using System.Text.Json;
using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Checking;

/// <summary>A request that a kernel was sent, and what has come of it so far.</summary>
internal sealed class KernelRequest
{
    private const int MostOutputs = 1000;

    private readonly TaskCompletionSource<JsonElement> reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource printed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<Message> outputs = new();

    /// <summary>The content of the reply.</summary>
    public Task<JsonElement> Reply => reply.Task;

    /// <summary>Ends when the kernel has said that it is idle again.</summary>
    public Task Idle => idle.Task;

    /// <summary>Ends when something was printed.</summary>
    public Task Printed => printed.Task;

    /// <summary>What was published, in its order.</summary>
    public IEnumerable<Message> Outputs => outputs;

    /// <summary>Takes a message that came to shell or control.</summary>
    public void TakeReply(Message message) => reply.TrySetResult(message.Content);

    /// <summary>Takes a message that was published.</summary>
    public void TakeOutput(Message message)
    {
        if (outputs.Count < MostOutputs) outputs.Enqueue(message);
        if (message.Header.Type == "stream") printed.TrySetResult();
        else if (message.Header.Type == "status" && message.Content.TextAt("execution_state") == "idle") idle.TrySetResult();
    }
}
