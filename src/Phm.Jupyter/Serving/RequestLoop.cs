using System.Diagnostics;
using Phm.Jupyter.Messages;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Serving;

/// <summary>Serves a request.</summary>
/// <param name="request">The request.</param>
/// <param name="interrupted">Cancelled by an interrupt.</param>
internal delegate Task RequestHandler(Request request, CancellationToken interrupted);

/// <summary>
/// Serves the requests of one channel, one after another, on a thread of its own, so that a cell which keeps the thread pool busy does
/// not delay it. Every request is framed by <c>busy</c> and <c>idle</c>.
/// </summary>
internal sealed class RequestLoop
{
    /// <summary>In the place of a time: a request is being served.</summary>
    private const long Busy = long.MaxValue;

    private readonly RequestChannel channel;
    private readonly IReadOnlyDictionary<string, RequestHandler> handlers;
    private readonly Interruption interruption;
    private readonly OutputPublisher publisher;
    private readonly BoundedLog log;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long quietSince = Stopwatch.GetTimestamp();

    /// <param name="channel">Where the requests come.</param>
    /// <param name="handlers">What serves them, by type of message.</param>
    /// <param name="interruption">Interrupts the request that is being served.</param>
    /// <param name="publisher">Tells of busy and idle.</param>
    /// <param name="log">The operator's log.</param>
    public RequestLoop(RequestChannel channel, IReadOnlyDictionary<string, RequestHandler> handlers, Interruption interruption, OutputPublisher publisher, BoundedLog log)
    {
        this.channel = channel;
        this.handlers = handlers;
        this.interruption = interruption;
        this.publisher = publisher;
        this.log = log;
    }

    /// <summary>For how long no request has been served.</summary>
    public TimeSpan Quiet => Volatile.Read(ref quietSince) is var since && since == Busy ? TimeSpan.Zero : Stopwatch.GetElapsedTime(since);

    /// <summary>Ends when the loop does.</summary>
    public Task Ended => ended.Task;

    /// <summary>Starts to serve.</summary>
    /// <param name="name">The name of the thread.</param>
    /// <param name="stop">Ends the loop after the request that is being served.</param>
    public void Start(string name, CancellationToken stop) => new Thread(() => Run(stop)) { IsBackground = true, Name = name }.Start();

    private void Run(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested && channel.Receive(stop) is { } request) Serve(request);
        }
        catch (OperationCanceledException)
        {
            // Asked to end while it waited.
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    private void Serve(Request request)
    {
        Volatile.Write(ref quietSince, Busy);
        using var served = interruption.Begin();
        // Once begun it can be interrupted itself; before, it was one of those that wait.
        request.IsAborted = channel.Aborts(request);
        publisher.Status(request.Header, KernelState.Busy);
        try
        {
            if (handlers.TryGetValue(request.Header.Type, out var handle)) handle(request, served.Token).GetAwaiter().GetResult();
            else log.Write($"a message of the unknown type '{request.Header.ShownType}' was left unanswered");
        }
        catch (MessageException e)
        {
            log.Write($"{request.Header.ShownType}: {e.Message}");
            request.ReplyError("MessageError", $"The request cannot be served: {e.Message}.");
        }
        catch (OperationCanceledException)
        {
            request.ReplyError("Interrupted", "The request was interrupted.");
        }
#pragma warning disable CA1031 // Whatever goes wrong with one request, the kernel serves the next.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // The message of an unforeseen exception may repeat what it found in the data.
            log.Write($"{request.Header.ShownType}: an error in the kernel itself ({e.GetType().Name})");
            request.ReplyError("KernelError", $"An error in the kernel itself ({e.GetType().Name}); please report what you did.");
        }
        finally
        {
            publisher.Status(request.Header, KernelState.Idle);
            Volatile.Write(ref quietSince, Stopwatch.GetTimestamp());
        }
    }
}
