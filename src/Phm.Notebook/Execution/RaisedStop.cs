namespace Phm.Notebook.Execution;

/// <summary>
/// Keeps the stop points raised for as long as code of a stopped cell may still run. The cell's run holds it, and every thread and task that
/// the cell has started holds the run, so it goes when the last of them has gone.
/// </summary>
internal sealed class RaisedStop
{
    public RaisedStop() => StopPoint.Raise();

    ~RaisedStop() => StopPoint.Lower();
}
