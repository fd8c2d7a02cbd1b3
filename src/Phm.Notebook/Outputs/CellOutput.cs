namespace Phm.Notebook.Outputs;

/// <summary>Something that a running cell shows, published in order while the cell runs.</summary>
public abstract record CellOutput;
