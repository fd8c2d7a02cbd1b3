using Phm.Jupyter.Messages;
using Phm.Notebook.Assistance;
using Phm.Notebook.Execution;

namespace Phm.Jupyter.Serving.Handlers;

/// <summary><c>is_complete_request</c>: whether Enter runs the text or starts another line.</summary>
internal sealed class CompletenessHandler(NotebookSession session, Task warmUp)
{
    public async Task HandleAsync(Request request, CancellationToken interrupted)
    {
        var code = request.Content.Text("code");
        await warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var completeness = session.CheckCompleteness(code);
        request.Reply(json =>
        {
            json.WriteString("status"u8, completeness.Status switch
            {
                CompletenessStatus.Complete => "complete"u8,
                CompletenessStatus.Incomplete => "incomplete"u8,
                CompletenessStatus.Invalid => "invalid"u8,
                _ => "unknown"u8,
            });
            if (completeness.Status == CompletenessStatus.Incomplete) json.WriteString("indent"u8, completeness.Indent);
        });
    }
}
