using Phm.Notebook.Execution;

namespace Phm.Notebook.Interactive;

/// <summary>A value that a cell has shown and that code may replace, in this cell or a later one.</summary>
public sealed class DisplayedValue
{
    internal DisplayedValue(string displayId) => DisplayId = displayId;

    /// <summary>The id under which front ends know the place.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in the same place.</summary>
    /// <param name="updatedValue">The new value.</param>
    public void Update(object? updatedValue) => CellRun.Current?.Update(DisplayId, updatedValue);
}
