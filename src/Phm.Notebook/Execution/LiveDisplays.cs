namespace Phm.Notebook.Execution;

/// <summary>
/// The displays of a cell whose values tell when they change, by <see cref="System.ComponentModel.INotifyPropertyChanged"/>: progress of long work, for
/// instance. While the cell runs each is shown anew in its place, at most ten times a second, and at its end once more.
/// </summary>
/// <param name="format">Makes what publishes a display in its place, which it names by its id.</param>
internal sealed class LiveDisplays(Func<string, LiveDisplay, Action> format) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly Dictionary<string, LiveDisplay> displays = new(StringComparer.Ordinal);
    private Timer? timer;
    private int ticking;
    private bool isOver;

    private bool IsChanged
    {
        get
        {
            lock (gate) return displays.Values.Any(static display => display.IsChanged);
        }
    }

    /// <summary>From now on what a place shows is shown anew when it changes.</summary>
    public void Follow(string displayId, LiveDisplay? display)
    {
        if (display is null) return;
        lock (gate)
        {
            if (isOver)
            {
                display.End();
                return;
            }
            // Two threads may put a value into the same place.
            if (displays.Remove(displayId, out var other)) other.End();
            displays.Add(displayId, display);
            // In a task, where code of a cell that is stopped may be thrown out of; on a thread of the timer it would rest for ever.
            timer ??= new Timer(_ => Task.Run(Tick), null, Period, Period);
        }
    }

    /// <summary>Another value comes to a place: what it showed is shown there no more.</summary>
    public void Leave(string displayId)
    {
        lock (gate)
        {
            if (displays.Remove(displayId, out var display)) display.End();
        }
    }

    /// <summary>The work of showing the last states, or null where all are shown.</summary>
    public Action? Last() => IsChanged ? () => ShowAll(static (_, e) => throw e) : null;

    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
            timer?.Dispose();
            foreach (var display in displays.Values) display.End();
            displays.Clear();
        }
    }

    /// <summary>A value may not stand being read while the cell changes it: the next tick reads it again, and the last reading is the one that counts.</summary>
    private void Tick()
    {
        if (Interlocked.Exchange(ref ticking, 1) == 1) return;
        ShowAll(static (display, _) => display.Retry());
        Volatile.Write(ref ticking, 0);
    }

    private void ShowAll(Action<LiveDisplay, Exception> failed)
    {
        foreach (var (id, display) in Changed())
        {
            try
            {
                display.Show(() => format(id, display));
            }
            catch (Exception e)
            {
                failed(display, e);
            }
        }
    }

    private List<KeyValuePair<string, LiveDisplay>> Changed()
    {
        lock (gate) return [.. displays.Where(entry => entry.Value.IsChanged)];
    }
}
