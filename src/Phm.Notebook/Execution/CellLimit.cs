using System.Globalization;

namespace Phm.Notebook.Execution;

/// <summary>The two ends that a cell does not choose: its caller's cancellation and its time limit.</summary>
internal sealed class CellLimit : IDisposable
{
    private readonly TimeSpan? timeout;
    private readonly CancellationTokenSource clock = new();
    private readonly CancellationTokenSource joined;
    private bool started;

    public CellLimit(TimeSpan? timeout, CancellationToken cancellationToken)
    {
        this.timeout = timeout;
        Source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        joined = CancellationTokenSource.CreateLinkedTokenSource(Source.Token, clock.Token);
    }

    /// <summary>Cancelled by the caller or by an interrupt.</summary>
    public CancellationTokenSource Source { get; }

    /// <summary>Cancelled by either end.</summary>
    public CancellationToken Token => joined.Token;

    /// <summary>Whether code of the cell goes on although it was stopped.</summary>
    public bool IsAbandoned { get; set; }

    private bool IsTimeout => clock.IsCancellationRequested && !Source.IsCancellationRequested;

    /// <summary>Starts the clock when code first runs: waiting for other sessions and compiling do not count.</summary>
    public void Start()
    {
        if (!started && timeout is { } time) clock.CancelAfter(time);
        started = true;
    }

    public CellStatus StatusOf(CellError error) => error.Name switch
    {
        Timeout => CellStatus.TimedOut,
        Interrupted => CellStatus.Cancelled,
        _ => CellStatus.Error,
    };

    public CellError Error()
    {
        var (name, message) = IsTimeout
            ? (Timeout, $"The cell ran longer than {Seconds()} s and was stopped. Variables assigned so far are kept.")
            : (Interrupted, "The cell was interrupted. Variables assigned so far are kept.");
        if (IsAbandoned) message += " It would not stop: part of its work goes on in the background and takes time from later cells. Start the notebook again to end it.";
        return new CellError(name, message, [$"{name}: {message}"]);
    }

    public void Dispose()
    {
        joined.Dispose();
        clock.Dispose();
        Source.Dispose();
    }

    private const string Timeout = "CellTimeout";
    private const string Interrupted = "Interrupted";

    private string Seconds() => timeout!.Value.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
