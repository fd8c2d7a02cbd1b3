namespace Phm.Notebook.Outputs;

/// <summary>Everything that the cell has shown so far is withdrawn.</summary>
public sealed record ClearOutput : CellOutput;
