namespace Phm.Notebook.Outputs;

/// <summary>Everything that the cell has shown so far is withdrawn.</summary>
/// <param name="Wait">Whether it stays until the next output comes, so that nothing flickers.</param>
public sealed record ClearOutput(bool Wait = false) : CellOutput;
