namespace Phm.Notebook.Outputs;

/// <summary>The value of a cell's trailing expression.</summary>
/// <param name="Data">The value.</param>
/// <param name="ExecutionCount">The number of the execution.</param>
public sealed record ResultOutput(MimeBundle Data, int ExecutionCount) : CellOutput;
