using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Interactive;

/// <summary>A value that a cell has shown and that code may replace, in this cell or a later one.</summary>
public sealed class DisplayedValue
{
    private readonly NotebookSession session;

    internal DisplayedValue(NotebookSession session, string displayId)
    {
        this.session = session;
        DisplayId = displayId;
    }

    /// <summary>The id under which front ends know the place.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in the same place.</summary>
    /// <param name="updatedValue">The new value.</param>
    public void Update(object? updatedValue) =>
        CellRun.Current?.Channel.Publish(new DisplayUpdate(DisplayId, session.Formatter.Format(updatedValue, [])));
}
