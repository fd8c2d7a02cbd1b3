using System.Text.Json;

namespace Phm.Jupyter.Serving.Handlers;

/// <summary><c>history_request</c>: cells that this kernel has executed.</summary>
internal sealed class HistoryHandler(History history)
{
    public Task HandleAsync(Request request, CancellationToken interrupted)
    {
        var query = HistoryQuery.Read(request.Content);
        request.Reply(json =>
        {
            json.WriteString("status"u8, "ok"u8);
            json.WriteStartArray("history"u8);
            foreach (var entry in query.Of(history, interrupted)) Write(json, entry, query.WithOutput);
            json.WriteEndArray();
        });
        return Task.CompletedTask;
    }

    /// <summary>Session, number, text; with output, the text and the value are a pair.</summary>
    private static void Write(Utf8JsonWriter json, HistoryEntry entry, bool withOutput)
    {
        json.WriteStartArray();
        json.WriteNumberValue(HistoryQuery.Session);
        json.WriteNumberValue(entry.Line);
        if (withOutput) json.WriteStartArray();
        json.WriteStringValue(entry.Input);
        if (withOutput)
        {
            json.WriteStringValue(entry.Output);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
