using System.Globalization;

namespace Phm.Cli.Workers;

/// <summary>Why a worker ended before its notebook did, in a sentence for the notebook's author.</summary>
internal static class WorkerDeath
{
    /// <summary>What the exit code of a killed process is on Unix: 128 and the number of the signal.</summary>
    private const int Killed = 128 + 9;
    private const int Terminated = 128 + 15;
    private const int LongestMessage = 2_000;

    /// <summary>The words of an exception that ended the process, or null. They may hold what its data held.</summary>
    public static string? Words(WorkerMessage? last) => last is WorkerMessage.Crashing { Message: var message } ? message.Length <= LongestMessage ? message : message[..LongestMessage] + "…" : null;

    /// <summary>Explains a death, without words of the notebook's own.</summary>
    /// <param name="last">What the worker told of its end, or null.</param>
    /// <param name="exitCode">Its exit code.</param>
    /// <param name="error">The beginning of its error stream, where the runtime states why it ends a process.</param>
    /// <param name="memory">What memory it might use.</param>
    public static string Explain(WorkerMessage? last, int exitCode, string error, WorkerMemory memory)
    {
        if (error.Contains("Stack overflow", StringComparison.Ordinal))
            return "the calls of the cell went too deep (a stack overflow), which ends the process. Look for a function that calls itself without end.";
        if (Says(error, "Out of memory") || last is WorkerMessage.Crashing { Exception: nameof(OutOfMemoryException) })
            return string.Create(CultureInfo.InvariantCulture, $"the cell needed more memory than the run may use ({memory.Megabytes} MB), which ended the process. Work on less at a time, or allow more with --memory.");
        return last switch
        {
            WorkerMessage.Crashing crash => $"a thread that a cell had started threw an exception that nothing caught, which ends the process. Catch it there, or use Task.Run and await. It was {crash.Exception}; its message stands only in the executed copy, because nobody could tell whether it says something about people.",
            WorkerMessage.Exiting when exitCode != Terminated => Text($"the cell ended the process with exit code {exitCode}, as Environment.Exit does. A notebook cannot end the process that runs it: let the cell end, or throw an exception."),
            _ => FromOutside(exitCode, error),
        };
    }

    private static string FromOutside(int exitCode, string error)
    {
        if (exitCode is Killed or Terminated)
            return Text($"the process was killed (exit code {exitCode}), by somebody or by the system for want of memory.");
        if (Says(error, "Process terminated"))
            return Text($"the process was ended by Environment.FailFast or by the runtime (exit code {exitCode}). A notebook cannot end the process that runs it: throw an exception.");
        return Text($"the process ended (exit code {exitCode}), perhaps by an error in native code.");
    }

    private static bool Says(string error, string words) => error.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
