using System.CommandLine;
using System.Runtime.InteropServices;
using Phm.Cli.Kernels;
using Phm.Cli.Workers;
using Phm.Jupyter;
using Phm.Notebook;

namespace Phm.Cli;

/// <summary>The command <c>phm</c> with its verbs. Every error that a user can act on becomes one sentence and an exit code.</summary>
internal static class PhmCommand
{
    public static async Task<int> InvokeAsync(string[] args)
    {
        // Jupyter waits for its kernel: what a command line can be otherwise need not be worked out first.
        if (args is [KernelCommand.Name, KernelStartCommand.Name, var file] && !file.StartsWith('-')) return await Guard(() => KernelProcess.RunAsync(file));
        var result = Create().Parse(args);
        if (result.Errors.Count > 0)
        {
            await result.InvokeAsync();
            return ExitCode.Usage;
        }
        using var stop = new CancellationTokenSource();
        // The first Ctrl-C asks the command to end in good order; the second is left to the system. A worker asks nobody but its parent, and a kernel stops its cell.
        using var interrupt = result.CommandResult.Command.Name is WorkerCommand.Name or KernelStartCommand.Name ? null : PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        });
        return await Guard(() => result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token));
    }

    /// <summary>Does something and turns whatever goes wrong into a sentence and an exit code.</summary>
    internal static async Task<int> Guard(Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (PhmException e)
        {
            return Tell(e, e.ExitCode);
        }
        catch (ConnectionFileException e)
        {
            return Tell(e, ExitCode.Kernel);
        }
        catch (NotebookException e)
        {
            return Tell(e, ExitCode.Notebook);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("phm: cancelled.");
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is ArgumentException)
        {
            return Tell(e, ExitCode.Usage);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Tell(e, ExitCode.Files);
        }
#pragma warning disable CA1031 // The last resort: whatever else goes wrong is told in a sentence, not as a stack of calls.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // No message of its own: it was not written for a user, and may repeat what it found in the data.
            await Console.Error.WriteLineAsync($"phm: an error in phm itself ({e.GetType().Name}); please report the command and this line.");
            return ExitCode.Unexpected;
        }
    }

    public static RootCommand Create() => new(
        $"""
        Population health management: run, verify and export notebooks, generate, import and check linked data.

        Examples:
          phm run                                      run every notebook in 'notebooks'
          phm run notebooks/02-segmentation.ipynb      run one
          phm verify                                   derive every kept output anew and compare
          phm export my.ipynb --to html                write it as one page
          phm data generate --people 50000 --out my-data
          phm data check data-samples/kent-10k
          phm findings --study barker2018              published figures with their sources
          phm audit                                    who revealed or exported people's records
          phm kernel install                           open notebooks in Jupyter

        {ExitCode.Help}
        """)
    {
        RunCommand.Create(),
        VerifyCommand.Create(),
        ExportCommand.Create(),
        DataCommand.Create(),
        FindingsCommand.Create(),
        AuditCommand.Create(),
        KernelCommand.Create(),
        WorkerCommand.Create(),
    };

    /// <summary>Tells of a problem. Its words may be those of a notebook, which must not steer the terminal.</summary>
    internal static void Tell(string problem) =>
        Console.Error.WriteLine($"phm: {Printable(problem)}");

    /// <summary>A text without characters that would steer the terminal.</summary>
    internal static string Printable(string text) => string.Concat(text.ReplaceLineEndings("\n").Select(c => char.IsControl(c) && c != '\n' ? ' ' : c));

    private static int Tell(Exception e, int exitCode)
    {
        Tell(e.Message);
        return exitCode;
    }
}
