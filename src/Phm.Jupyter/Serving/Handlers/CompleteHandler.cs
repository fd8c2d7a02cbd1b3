using System.Text.Json;
using Phm.Jupyter.Messages;
using Phm.Notebook.Assistance;
using Phm.Notebook.Execution;

namespace Phm.Jupyter.Serving.Handlers;

/// <summary><c>complete_request</c>: what may stand at the cursor.</summary>
internal sealed class CompleteHandler(NotebookSession session, Task warmUp)
{
    public async Task HandleAsync(Request request, CancellationToken interrupted)
    {
        var place = CodePlaceFields.Read(request.Content);
        await warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var completions = await session.CompleteAsync(place.Code, place.Cursor, interrupted).ConfigureAwait(false);
        var start = CodePoints.FromUtf16(place.Code, completions.Start);
        var end = CodePoints.FromUtf16(place.Code, completions.End);
        request.Reply(json => Write(json, completions.Items, start, end));
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Completion> items, int start, int end)
    {
        json.WriteString("status"u8, "ok"u8);
        json.WriteNumber("cursor_start"u8, start);
        json.WriteNumber("cursor_end"u8, end);
        json.WriteStartArray("matches"u8);
        foreach (var item in items) json.WriteStringValue(item.Text);
        json.WriteEndArray();
        json.WriteStartObject("metadata"u8);
        // Not in the specification, but what JupyterLab and VS Code read the kinds of items from.
        json.WriteStartArray("_jupyter_types_experimental"u8);
        foreach (var item in items) WriteKind(json, item, start, end);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter json, Completion item, int start, int end)
    {
        json.WriteStartObject();
        json.WriteNumber("start"u8, start);
        json.WriteNumber("end"u8, end);
        json.WriteString("text"u8, item.Text);
        json.WriteString("type"u8, item.Kind);
        json.WriteString("signature"u8, item.Signature);
        json.WriteEndObject();
    }
}
