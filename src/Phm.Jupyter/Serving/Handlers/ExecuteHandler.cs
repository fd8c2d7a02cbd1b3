using System.Text.Json;
using Phm.Notebook.Execution;

namespace Phm.Jupyter.Serving.Handlers;

/// <summary><c>execute_request</c>: runs a cell, publishes what it shows while it runs, then answers.</summary>
internal sealed class ExecuteHandler(NotebookSession session, Task warmUp, OutputPublisher publisher, StandardInput input, History history)
{
    public async Task HandleAsync(Request request, CancellationToken interrupted)
    {
        if (request.IsAborted)
        {
            request.Reply(WriteAborted);
            return;
        }
        request.ExecutionCount = session.ExecutionCount;
        var fields = ExecuteFields.Read(request.Content);
        var number = session.ExecutionCount + (fields.StoresHistory && !string.IsNullOrWhiteSpace(fields.Code) ? 1 : 0);
        if (!fields.Silent) publisher.ExecuteInput(request.Header, fields.Code, number);
        await warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        input.Allow(fields.AllowsInput ? request : null);
        try
        {
            await ExecuteAsync(request, fields, interrupted).ConfigureAwait(false);
        }
        finally
        {
            input.Allow(null);
        }
    }

    private async Task ExecuteAsync(Request request, ExecuteFields fields, CancellationToken interrupted)
    {
        var cell = new CellRequest(fields.Code) { Silent = fields.Silent, TakesNumber = fields.StoresHistory };
        var result = await session.ExecuteAsync(cell, output => publisher.Output(request.Header, output), interrupted).ConfigureAwait(false);
        publisher.CatchUp();
        if (fields.StoresHistory && result.ExecutionCount is { } number) history.Add(number, fields.Code, result.Shown);
        var values = result.Status == CellStatus.Ok ? await EvaluateAsync(fields.Expressions, interrupted).ConfigureAwait(false) : [];
        // Before the answer, so that nothing is aborted which the client sends after it has seen the answer.
        if (result.Error is not null && fields is { StopsOnError: true, Silent: false }) request.Channel.AbortWaiting();
        request.Reply(json => WriteReply(json, result, values));
    }

    private async Task<List<(string Name, CellResult Result)>> EvaluateAsync(IReadOnlyList<KeyValuePair<string, string>> expressions, CancellationToken interrupted)
    {
        var values = new List<(string, CellResult)>(expressions.Count);
        foreach (var (name, code) in expressions)
            values.Add((name, await session.ExecuteAsync(new CellRequest(code) { Silent = true }, cancellationToken: interrupted).ConfigureAwait(false)));
        return values;
    }

    private void WriteAborted(Utf8JsonWriter json)
    {
        json.WriteString("status"u8, "aborted"u8);
        json.WriteNumber("execution_count"u8, session.ExecutionCount);
    }

    private void WriteReply(Utf8JsonWriter json, CellResult result, List<(string Name, CellResult Result)> values)
    {
        json.WriteNumber("execution_count"u8, session.ExecutionCount);
        WriteStatus(json, result);
        json.WriteStartArray("payload"u8);
        json.WriteEndArray();
        json.WriteStartObject("user_expressions"u8);
        foreach (var (name, value) in values)
        {
            json.WriteStartObject(name);
            WriteStatus(json, value);
            if (value.Error is null) BundleFields.Write(json, value.Shown);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter json, CellResult result)
    {
        json.WriteString("status"u8, result.Error is null ? "ok"u8 : "error"u8);
        if (result.Error is { } error) ErrorFields.Write(json, error.Name, error.Message, error.Traceback);
    }
}
