namespace Phm.Jupyter.Serving;

/// <summary>
/// Brings interrupts to the request that is being served and to those that wait. A request can be interrupted from before its
/// <c>busy</c>; after the last look at its token it ends as it would have. One that has not begun counts among those that wait, so no
/// interrupt falls between two. An interrupt when nothing is served and nothing waits changes nothing.
/// </summary>
/// <param name="abortWaiting">Aborts the requests that wait.</param>
internal sealed class Interruption(Action abortWaiting) : IDisposable
{
    private readonly Lock gate = new();
    private CancellationTokenSource? served;

    /// <summary>Begins a request, which ends with the disposal.</summary>
    public Served Begin()
    {
        lock (gate)
        {
            served = new CancellationTokenSource();
            return new Served(this, served.Token);
        }
    }

    /// <summary>Interrupts the request that is being served and aborts those that wait.</summary>
    public void Interrupt()
    {
        CancellationTokenSource? source;
        lock (gate)
        {
            source = served;
            // Under the lock, so that none of them begins in between.
            abortWaiting();
        }
        try
        {
            // Outside the lock: it runs what the cell has registered.
            source?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The request has ended meanwhile.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            served?.Dispose();
            served = null;
        }
    }

    /// <summary>A request that is being served.</summary>
    /// <param name="Owner">Where it ends.</param>
    /// <param name="Token">Cancelled by an interrupt.</param>
    internal readonly record struct Served(Interruption Owner, CancellationToken Token) : IDisposable
    {
        public void Dispose() => Owner.Dispose();
    }
}
