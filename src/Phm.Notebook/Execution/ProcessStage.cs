using System.Globalization;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Execution;

/// <summary>
/// The parts of a process that a running cell takes over and gives back: the console, the current folder and the culture.
/// A process has one of each, so one cell runs at a time; cells of other sessions wait for their turn.
/// </summary>
internal sealed class ProcessStage : IDisposable
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    private readonly TextWriter output = Console.Out;
    private readonly TextWriter error = Console.Error;
    private readonly TextReader input = Console.In;
    private readonly string directory = Environment.CurrentDirectory;
    private readonly CultureInfo? culture = CultureInfo.DefaultThreadCurrentCulture;
    private readonly CultureInfo? uiCulture = CultureInfo.DefaultThreadCurrentUICulture;

    private readonly bool keepsConsole;

    private ProcessStage(CellRun run)
    {
        keepsConsole = run.Session.Options.LateOutputs;
        Environment.CurrentDirectory = run.Directory;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        Console.SetOut(new ConsoleWriter(run, StreamOutput.Out));
        Console.SetError(new ConsoleWriter(run, StreamOutput.Error));
        Console.SetIn(new ConsoleReader(run));
    }

    /// <summary>Waits for the turn of this run.</summary>
    public static async Task<ProcessStage> EnterAsync(CellRun run, CancellationToken cancellationToken)
    {
        await Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new ProcessStage(run);
        }
        catch
        {
            Turn.Release();
            throw;
        }
    }

    /// <summary>A cell that asks to run another one would wait for a turn that never comes.</summary>
    public static InvalidOperationException Nested() =>
        new("A cell cannot execute another cell or notebook in its own process. Start a second process.");

    public void Dispose()
    {
        try
        {
            // Threads that the cell has left behind may still write for it.
            if (!keepsConsole)
            {
                Console.SetOut(output);
                Console.SetError(error);
            }
            Console.SetIn(input);
            CultureInfo.DefaultThreadCurrentCulture = culture;
            CultureInfo.DefaultThreadCurrentUICulture = uiCulture;
            if (Directory.Exists(directory)) Environment.CurrentDirectory = directory;
        }
        finally
        {
            Turn.Release();
        }
    }
}
