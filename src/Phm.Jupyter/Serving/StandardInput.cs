using System.Diagnostics;
using Phm.Jupyter.Messages;
using Phm.Jupyter.Zmtp;
using Phm.Notebook.Execution;

namespace Phm.Jupyter.Serving;

/// <summary>
/// The stdin channel: questions of a cell go to the client whose request runs it, one at a time, and the answer comes back. A question
/// ends with its request. An answer to a question that is no longer open is ignored.
/// </summary>
// A cell's error tells of the cell, not of how its question was put.
[StackTraceHidden]
internal sealed class StandardInput(RequestChannel channel, BoundedLog log)
{
    private readonly Lock gate = new();

    /// <summary>The first has been sent and is open, the others wait for their turn.</summary>
    private readonly List<Question> questions = [];

    private Request? asker;

    /// <summary>Lets the cell of a request ask, and cancels what another request has left unanswered.</summary>
    /// <param name="request">The request; null where its front end takes no input, and after its end.</param>
    public void Allow(Request? request)
    {
        lock (gate)
        {
            asker = request;
            foreach (var question in questions) question.Answer.TrySetCanceled(CancellationToken.None);
            questions.Clear();
        }
    }

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="InvalidOperationException">The front end takes no input.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted, or has ended.</exception>
    public async Task<string> AskAsync(InputRequest text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var question = Put(text);
        using var interruption = cancellationToken.UnsafeRegister(_ => Withdraw(question, cancellationToken), null);
        return await question.Answer.Task.ConfigureAwait(false);
    }

    /// <summary>Starts to take answers.</summary>
    public void Start(CancellationToken stop) => new Thread(() => Run(stop)) { IsBackground = true, Name = "stdin" }.Start();

    private Question Put(InputRequest text)
    {
        // Under the lock, so that the answer cannot come before the question is known.
        lock (gate)
        {
            var question = new Question(text, asker ?? throw Refusal());
            questions.Add(question);
            if (questions.Count == 1) SendFirst();
            return question;
        }
    }

    private void Withdraw(Question question, CancellationToken interrupted)
    {
        lock (gate)
        {
            question.Answer.TrySetCanceled(interrupted);
            var wasOpen = questions.IndexOf(question) == 0;
            if (questions.Remove(question) && wasOpen) SendFirst();
        }
    }

    /// <summary>Sends the first of the questions that can be sent; those before it have lost their client.</summary>
    private void SendFirst()
    {
        while (questions is [var question, ..])
        {
            question.Id = channel.Send(question.Asker.Identity, question.Asker.Message.Route, "input_request", question.Asker.Header, json =>
            {
                json.WriteStartObject();
                json.WriteString("prompt"u8, question.Text.Prompt);
                json.WriteBoolean("password"u8, question.Text.IsPassword);
                json.WriteEndObject();
            });
            if (question.Id is not null) return;
            question.Answer.TrySetException(Refusal());
            questions.RemoveAt(0);
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
                if (reply.Header.Type == "input_reply" && questions is [var question, ..] && question.IsAnsweredBy(reply))
                {
                    question.Answer.TrySetResult(value);
                    questions.RemoveAt(0);
                    SendFirst();
                }
                else
                {
                    log.Write("stdin: a message that answers no open question was ignored");
                }
            }
        }
        catch (MessageException)
        {
            log.Write("stdin: a malformed answer was ignored");
        }
    }

    private sealed class Question(InputRequest text, Request asker)
    {
        public InputRequest Text => text;

        public Request Asker => asker;

        /// <summary>The id of the message that asks it; null before it is sent.</summary>
        public string? Id { get; set; }

        /// <summary>What waits for it is the cell's own code, which must run neither under the lock nor on the thread that answers or interrupts.</summary>
        public TaskCompletionSource<string> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Some clients name the question in the parent header, others leave it empty.</summary>
        public bool IsAnsweredBy(Request reply) => reply.Identity.Span.SequenceEqual(asker.Identity.Span) && (reply.Message.ParentId ?? Id) == Id;
    }
}
