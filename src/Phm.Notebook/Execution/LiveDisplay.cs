using System.ComponentModel;

namespace Phm.Notebook.Execution;

/// <summary>A display of a value that tells when it changes.</summary>
internal sealed class LiveDisplay
{
    private readonly INotifyPropertyChanged value;
    private readonly Lock gate = new();
    private volatile bool isChanged;
    private int started;
    private int shown;
    private bool isOver;

    private LiveDisplay(INotifyPropertyChanged value, IReadOnlyList<string> mimeTypes)
    {
        this.value = value;
        MimeTypes = mimeTypes;
        value.PropertyChanged += Note;
    }

    public object Value => value;

    public IReadOnlyList<string> MimeTypes { get; }

    /// <summary>Listens to a value, from before it is first shown so that no change is missed; null where the value tells of none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mimeTypes">The MIME types to show it in; none for those that its type prefers.</param>
    public static LiveDisplay? Of(object? value, IReadOnlyList<string> mimeTypes) => value is INotifyPropertyChanged live ? new(live, mimeTypes) : null;

    /// <summary>Whether the value has changed since it was shown.</summary>
    public bool IsChanged => isChanged && !isOver;

    /// <summary>Shows the value as it is now, unless somebody has shown a later state of it meanwhile.</summary>
    /// <param name="format">Makes what is to be published, outside of any lock: it runs code of the value.</param>
    public void Show(Func<Action> format)
    {
        var number = Interlocked.Increment(ref started);
        isChanged = false;
        var publish = format();
        lock (gate)
        {
            if (isOver || number < shown) return;
            shown = number;
            publish();
        }
    }

    /// <summary>Has a further try at a value that could not be shown while it was changing.</summary>
    public void Retry() => isChanged = true;

    /// <summary>Follows the value no longer; what is being formatted is dropped.</summary>
    public void End()
    {
        lock (gate) isOver = true;
        try
        {
            value.PropertyChanged -= Note;
        }
        catch (Exception)
        {
            // An event may be of the notebook's own making. What still comes from it is no longer looked at.
        }
    }

    /// <summary>Called by the value, perhaps a million times: it only leaves a note.</summary>
    private void Note(object? sender, PropertyChangedEventArgs e)
    {
        if (!isChanged) isChanged = true;
    }
}
