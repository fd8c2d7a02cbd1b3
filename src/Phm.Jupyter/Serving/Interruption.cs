namespace Phm.Jupyter.Serving;

/// <summary>
/// Brings interrupts to the request that is being served. A request can be interrupted from before its <c>busy</c> to after its
/// answer, so no interrupt falls between; one that comes when nothing is served, or a second one, changes nothing.
/// </summary>
internal sealed class Interruption : IDisposable
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

    /// <summary>Interrupts the request that is being served.</summary>
    public void Interrupt()
    {
        CancellationTokenSource? source;
        lock (gate) source = served;
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
