namespace Phm.Notebook.Execution;

/// <summary>Ends code of a cell that was stopped.</summary>
internal sealed class StoppedException(CancellationToken stop) : OperationCanceledException(stop);
