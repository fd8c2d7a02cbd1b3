using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Phm.Jupyter.Installation;

namespace Phm.Jupyter.Checking;

/// <summary>A kernel's process with its connection file. Both are gone when this is, with all that the kernel has started.</summary>
internal sealed class KernelUnderCheck : IAsyncDisposable
{
    private const int Interruption = 2;
    private const int LongestWords = 400;

    /// <summary>How long the last words of an ended kernel are waited for: what it has started may hold its streams open.</summary>
    private static readonly TimeSpan Remainder = TimeSpan.FromSeconds(1);

    private readonly PrivateConnectionFile file = new();
    private readonly StringBuilder words = new();
    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource ended = new();
    private readonly KernelSpec spec;
    private readonly Stopwatch clock = new();
    private Process? process;

    public KernelUnderCheck(KernelSpec spec) => this.spec = spec;

    /// <summary>Where it listens.</summary>
    public ConnectionFile Connection => file.Connection;

    /// <summary>The time since its start.</summary>
    public TimeSpan Age => clock.Elapsed;

    /// <summary>Ends with the process.</summary>
    public Task Exited => exited.Task;

    /// <summary>Is cancelled when the process has ended and its last words have come.</summary>
    public CancellationToken Ended => ended.Token;

    /// <summary>Starts it as Jupyter would.</summary>
    /// <exception cref="CheckFailedException">The system does not start it.</exception>
    public void Start()
    {
        process = new Process { StartInfo = KernelStart.StartInfo(spec, file.Path), EnableRaisingEvents = true };
        process.Exited += (_, _) => exited.TrySetResult();
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        clock.Start();
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            process.Dispose();
            process = null;
            throw new CheckFailedException($"the system does not start it: {e.Message}");
        }
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _ = WatchAsync(process);
    }

    /// <summary>How it ended, and the beginning of what it said.</summary>
    public string Death()
    {
        var code = process is { HasExited: true } ? FormattableString.Invariant($"the kernel has ended with exit code {process.ExitCode}") : "the kernel has ended";
        lock (words) return words.Length == 0 ? code : $"{code}: {words.ToString().Trim()}";
    }

    /// <summary>Sends the signal that a key press would.</summary>
    public void Interrupt()
    {
        if (process is { HasExited: false }) _ = Signal(process.Id, Interruption);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
            {
                // It has ended by itself.
            }
            await exited.Task;
            process.Dispose();
        }
        file.Dispose();
        ended.Dispose();
    }

    private async Task WatchAsync(Process running)
    {
        await exited.Task;
        try
        {
            await Task.WhenAny(running.WaitForExitAsync(), Task.Delay(Remainder));
            await ended.CancelAsync();
        }
        catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException)
        {
            // Nobody waits for the end any more.
        }
    }

    private void Hear(string? line)
    {
        lock (words)
        {
            if (line is null || words.Length >= LongestWords) return;
            words.Append(line.AsSpan(0, Math.Min(line.Length, LongestWords - words.Length))).Append(' ');
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
