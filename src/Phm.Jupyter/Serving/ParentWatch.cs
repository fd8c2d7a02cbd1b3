using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Phm.Jupyter.Serving;

/// <summary>Waits for the end of the process that started the kernel, which may have been killed without a word.</summary>
internal static class ParentWatch
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <summary>Calls back when the parent has gone; never where the text names no process that can be watched.</summary>
    /// <param name="parent">A process id, on Windows an inherited handle, or null.</param>
    /// <param name="gone">Called once.</param>
    /// <param name="log">Told where nothing can be watched.</param>
    /// <returns>Ends the watch.</returns>
    public static IDisposable? Start(string? parent, Action gone, Action<string> log)
    {
        if (parent is null) return null;
        if (!long.TryParse(parent, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= 0)
        {
            log("the parent process that the environment names is none; its end will not be noticed");
            return null;
        }
        return OperatingSystem.IsWindows() ? Wait((nint)number, gone) : Poll(ProcessTest((int)Math.Min(number, int.MaxValue)), gone);
    }

    /// <summary>
    /// Whether the parent lives. A process id is given to another process once it is free: so the test is that the parent is still this
    /// process's own, or, where something stands between them, that it still has the time at which it was started.
    /// </summary>
    private static Func<bool> ProcessTest(int parent)
    {
        if (ParentOfThis() == parent) return () => ParentOfThis() == parent;
        var started = StartOf(parent);
        return () => StartOf(parent) is { } start && start == started;
    }

    private static DateTime? StartOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception or NotSupportedException)
        {
            return null;
        }
    }

    private static Timer Poll(Func<bool> lives, Action gone)
    {
        var told = 0;
        return new Timer(_ =>
        {
            if (!lives() && Interlocked.Exchange(ref told, 1) == 0) gone();
        }, null, Period, Period);
    }

    private static Waiting Wait(nint handle, Action gone)
    {
        var process = new ManualResetEvent(false) { SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false) };
        return new Waiting(process, ThreadPool.RegisterWaitForSingleObject(process, (_, _) => gone(), null, Timeout.Infinite, executeOnlyOnce: true));
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ParentOfThis();

    private sealed class Waiting(WaitHandle process, RegisteredWaitHandle wait) : IDisposable
    {
        public void Dispose()
        {
            wait.Unregister(null);
            process.Dispose();
        }
    }
}
