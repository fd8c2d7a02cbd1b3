using System.Diagnostics;
using Phm.Jupyter.Messages;
using Phm.Jupyter.Zmtp;
using Phm.Notebook.Execution;

namespace Phm.Jupyter.Serving;

/// <summary>
/// The stdin channel: questions of a cell go to the client whose request runs it, one at a time, and the answer comes back. An answer
/// to a question that is no longer open is ignored.
/// </summary>
// A cell's error tells of the cell, not of how its question was put.
[StackTraceHidden]
internal sealed class StandardInput(RequestChannel channel, BoundedLog log) : IDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private Request? asker;
    private OpenQuestion? open;

    /// <summary>Lets the cell of a request ask.</summary>
    /// <param name="request">The request; null where its front end takes no input, and after its end.</param>
    public void Allow(Request? request)
    {
        lock (gate) asker = request;
    }

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="InvalidOperationException">The front end takes no input.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public async Task<string> AskAsync(InputRequest question, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Send(question).Answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (gate) open = null;
            turn.Release();
        }
    }

    /// <summary>Starts to take answers.</summary>
    public void Start(CancellationToken stop) => new Thread(() => Run(stop)) { IsBackground = true, Name = "stdin" }.Start();

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private OpenQuestion Send(InputRequest question)
    {
        // Under the lock, so that the answer cannot come before the question is known.
        lock (gate)
        {
            if (asker is not { } request) throw Refusal();
            var id = channel.Send(request.Identity, request.Message.Route, "input_request", request.Header, json =>
            {
                json.WriteStartObject();
                json.WriteString("prompt"u8, question.Prompt);
                json.WriteBoolean("password"u8, question.IsPassword);
                json.WriteEndObject();
            });
            return open = new OpenQuestion(id ?? throw Refusal(), request.Identity);
        }
    }

    private static InvalidOperationException Refusal() =>
        new("This cell asks for input, and this front end takes no input. Give the value in a variable instead.");

    private void Run(CancellationToken stop)
    {
        try
        {
            while (channel.Receive(stop) is { } request) Take(request);
        }
        catch (OperationCanceledException)
        {
            // The kernel ends.
        }
    }

    private void Take(Request reply)
    {
        try
        {
            var value = reply.Content.Text("value");
            lock (gate)
            {
                if (reply.Header.Type == "input_reply" && open is { } question && question.IsAnsweredBy(reply)) question.Answer.TrySetResult(value);
                else log.Write("stdin: a message that answers no open question was ignored");
            }
        }
        catch (MessageException)
        {
            log.Write("stdin: a malformed answer was ignored");
        }
    }

    private sealed record OpenQuestion(string Id, ReadOnlyMemory<byte> Identity)
    {
        public TaskCompletionSource<string> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Some clients name the question in the parent header, others leave it empty.</summary>
        public bool IsAnsweredBy(Request reply) => reply.Identity.Span.SequenceEqual(Identity.Span) && (reply.Message.ParentId ?? Id) == Id;
    }
}
