using Phm.Notebook.Formatting;
using Phm.Notebook.Interactive;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Execution;

/// <summary>One execution of one cell: its outputs, its limits and its end. It follows the cell's code onto every thread.</summary>
internal sealed class CellRun : IDisposable
{
    /// <summary>The name of cells that nobody numbers, in places of errors: many have it, so what is written in them is not told by it.</summary>
    public const string Unnumbered = "a cell without a number";

    private static readonly AsyncLocal<CellRun?> Ambient = new(static change => StopPoint.Enter(change.CurrentValue));

    private readonly NotebookSession session;
    private readonly CellLimit limit;
    private readonly CancellationToken stop;
    private readonly List<Action> endings = [];
    private readonly OutputTally tally;
    private readonly LiveDisplays live;
    private int displays;
    private bool canShowLate;
    private RaisedStop? raised;

    public CellRun(NotebookSession session, CellRequest request, int number, Action<CellOutput> sink, CellLimit limit)
    {
        this.session = session;
        Request = request;
        Number = number;
        this.limit = limit;
        stop = limit.Token;
        tally = new OutputTally(session.Outputs, session.Options.DisplayCharacters);
        Channel = new OutputChannel(request.Silent ? static _ => { } : sink, session.Options.StreamCharacters, tally);
        Imports = new ImportStack(session.Directory);
        live = new LiveDisplays(Format);
    }

    /// <summary>The run to which the calling code belongs, or null outside cells.</summary>
    public static CellRun? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public CellRequest Request { get; }

    public int Number { get; }

    /// <summary>The cell's name in places of errors.</summary>
    public string Label => Imports.Label ?? (Request is { Silent: false, TakesNumber: true } ? $"cell {Number}" : Unnumbered);

    public CancellationToken Stop => stop;

    public OutputChannel Channel { get; }

    public bool IsOpen { get; private set; } = true;

    /// <summary>Whether what the cell's code shows is still seen: while it runs and, in a live session, after its end, unless it was stopped.</summary>
    public bool CanShow => IsOpen || canShowLate;

    /// <summary>The value of the trailing expression.</summary>
    public object? Value { get; private set; }

    /// <summary>That value as it was shown.</summary>
    public MimeBundle? Shown { get; private set; }

    public string Directory => session.Directory;

    /// <summary>The folder of the file that the running text comes from: the notebook's, or an imported one's.</summary>
    public string SourceDirectory => Imports.Directory;

    /// <summary>The files that the cell is importing.</summary>
    public ImportStack Imports { get; }

    public NotebookSession Session => session;

    private ValueFormatter Formatter => session.Formatter;

    /// <summary>Runs code of the cell on threads that can be stopped, and waits for its end.</summary>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public void Controlled(Func<Task> body)
    {
        limit.Start();
        var threads = new ControlledThreads(ReportUnobserved, () => raised ??= new RaisedStop(), Stop);
        if (threads.Run(body, session.Options.StopGrace)) return;
        limit.IsAbandoned = true;
        throw new OperationCanceledException(Stop);
    }

    /// <summary>The same for code that waits for nothing.</summary>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public void Controlled(Action body) => Controlled(() =>
    {
        body();
        return Task.CompletedTask;
    });

    /// <summary>Shows a value at once, and anew while the cell runs where the value tells of its changes.</summary>
    public DisplayedValue Display(object? value, IReadOnlyList<string> mimeTypes)
    {
        var id = "";
        var following = Watched(value, mimeTypes, data => Show(data, id = NextDisplay()));
        live.Follow(id, following);
        return new DisplayedValue(id);
    }

    /// <summary>Shows a bundle at once.</summary>
    public DisplayedValue Display(MimeBundle data)
    {
        var id = NextDisplay();
        Show(data, id);
        return new DisplayedValue(id);
    }

    /// <summary>Shows the value of the trailing expression.</summary>
    public void ShowResult(object? value)
    {
        Value = value;
        if (value is DisplayedValue) return;
        var data = Formatter.Format(value, []);
        tally.Add(data);
        Shown = data;
        Channel.Publish(new ResultOutput(data, Number));
    }

    /// <summary>Shows another value in the place of one that was shown before.</summary>
    public void Update(string displayId, object? value)
    {
        var following = Watched(value, [], data =>
        {
            live.Leave(displayId);
            Update(displayId, data);
        });
        live.Follow(displayId, following);
    }

    /// <summary>Shows the last state of what has changed since it was shown. It runs code of the values, so it can be stopped.</summary>
    public void ShowLast()
    {
        if (live.Last() is { } show) Controlled(show);
    }

    /// <summary>The same for a cell that has failed already: what cannot be shown is left as it was.</summary>
    public async Task TryShowLastAsync()
    {
        if (live.Last() is not { } show) return;
        try
        {
            await Task.Run(show, CancellationToken.None).WaitAsync(session.Options.StopGrace, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The cell's own error is the one to tell.
        }
    }

    /// <summary>Withdraws what the cell has shown so far.</summary>
    public void Clear(bool wait) => Channel.Publish(new ClearOutput(wait));

    /// <summary>Asks the person at the notebook, who has seen by then what the cell has written before.</summary>
    public Task<string> AskAsync(InputRequest request)
    {
        if (session.Options.Input is not { } ask)
            throw new InvalidOperationException("This notebook asks for input, and nobody is there in a headless run. Give the value in a cell tagged 'parameters' instead.");
        Channel.Flush();
        return ask(request, Stop);
    }

    /// <summary>Does something when the cell has run to its end.</summary>
    public void AtEnd(Action ending) => endings.Add(ending);

    public void Finish()
    {
        foreach (var ending in endings) ending();
        tally.Check();
    }

    public void Dispose()
    {
        canShowLate = session.Options.LateOutputs && !stop.IsCancellationRequested;
        IsOpen = false;
        live.Dispose();
        // Its threads may go on to publish.
        if (canShowLate) Channel.Flush();
        else Channel.Dispose();
    }

    private Action Format(string displayId, LiveDisplay display)
    {
        var data = Formatter.Format(display.Value, display.MimeTypes);
        return () => Update(displayId, data);
    }

    /// <summary>Shows a value that is listened to from before it is formatted, and no longer where it cannot be shown.</summary>
    private LiveDisplay? Watched(object? value, IReadOnlyList<string> mimeTypes, Action<MimeBundle> show)
    {
        var following = LiveDisplay.Of(value, mimeTypes);
        try
        {
            show(Formatter.Format(value, mimeTypes));
            return following;
        }
        catch
        {
            following?.End();
            throw;
        }
    }

    private string NextDisplay() => Interlocked.Increment(ref displays) <= session.Options.Displays ? session.NextDisplayId()
        : throw new InvalidOperationException($"A cell displays at most {session.Options.Displays} values. Update one display instead of adding more.");

    private void Show(MimeBundle data, string displayId)
    {
        tally.Replace(displayId, data);
        Channel.Publish(new DisplayOutput(data, displayId));
    }

    private void Update(string displayId, MimeBundle data)
    {
        tally.Replace(displayId, data);
        Channel.Publish(new DisplayUpdate(displayId, data));
    }

    private void ReportUnobserved(Exception e) =>
        Channel.Write(StreamOutput.Error, $"{e.GetType().FullName}: {session.Paths.Relative(e.Message)} (nothing awaited this error)\n");
}
