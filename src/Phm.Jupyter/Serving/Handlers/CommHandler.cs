using Phm.Jupyter.Messages;

namespace Phm.Jupyter.Serving.Handlers;

/// <summary>
/// Comms, the channels between a widget in the page and an object in the kernel. This kernel has no object for them: it closes what a
/// page opens.
/// </summary>
internal sealed class CommHandler(OutputPublisher publisher)
{
    public static Task InfoAsync(Request request, CancellationToken interrupted)
    {
        request.Reply(json =>
        {
            json.WriteString("status"u8, "ok"u8);
            json.WriteStartObject("comms"u8);
            json.WriteEndObject();
        });
        return Task.CompletedTask;
    }

    public Task OpenAsync(Request request, CancellationToken interrupted)
    {
        if (request.Content.OptionalText("comm_id") is not { } id) return Task.CompletedTask;
        publisher.Publish("comm_close", request.Header, json =>
        {
            json.WriteString("comm_id"u8, id);
            json.WriteStartObject("data"u8);
            json.WriteEndObject();
        });
        return Task.CompletedTask;
    }

    /// <summary>A message to a comm that is closed already.</summary>
    public static Task IgnoreAsync(Request request, CancellationToken interrupted) => Task.CompletedTask;
}
