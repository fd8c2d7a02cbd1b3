using Phm.Jupyter.Messages;
using Phm.Notebook.Execution;

namespace Phm.Jupyter.Serving.Handlers;

/// <summary><c>inspect_request</c>: how the name at the cursor is declared, and its documentation.</summary>
internal sealed class InspectHandler(NotebookSession session, Task warmUp)
{
    public async Task HandleAsync(Request request, CancellationToken interrupted)
    {
        var place = CodePlaceFields.Read(request.Content);
        var isDetailed = request.Content.OptionalInteger("detail_level") > 0;
        await warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var inspection = await session.InspectAsync(place.Code, place.Cursor, isDetailed, interrupted).ConfigureAwait(false);
        request.Reply(json =>
        {
            json.WriteString("status"u8, "ok"u8);
            json.WriteBoolean("found"u8, inspection is not null);
            BundleFields.Write(json, inspection?.Data);
        });
    }
}
