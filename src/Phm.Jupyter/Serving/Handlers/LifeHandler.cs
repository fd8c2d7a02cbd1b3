using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Serving.Handlers;

/// <summary><c>interrupt_request</c> and <c>shutdown_request</c>.</summary>
/// <param name="cells">Where the running cell is stopped.</param>
/// <param name="publisher">Tells other clients of the end.</param>
/// <param name="end">Ends the kernel once the request has been served.</param>
internal sealed class LifeHandler(Interruption cells, OutputPublisher publisher, Action end)
{
    public Task InterruptAsync(Request request, CancellationToken interrupted)
    {
        cells.Interrupt();
        request.Reply(static json => json.WriteString("status"u8, "ok"u8));
        return Task.CompletedTask;
    }

    public Task ShutdownAsync(Request request, CancellationToken interrupted)
    {
        var restart = request.Content.Flag("restart", false);
        void Write(System.Text.Json.Utf8JsonWriter json)
        {
            json.WriteString("status"u8, "ok"u8);
            json.WriteBoolean("restart"u8, restart);
        }
        request.Reply(Write);
        publisher.Publish("shutdown_reply", request.Header, Write);
        end();
        return Task.CompletedTask;
    }
}
