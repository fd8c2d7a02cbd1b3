using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Phm.Jupyter.Serving;

/// <summary>Waits for the end of the process that started the kernel, which may have been killed without a word.</summary>
internal static class ParentWatch
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    /// <summary>Calls back when the parent has gone; never where the text names no process that can be watched.</summary>
    /// <param name="parent">A process id, on Windows an inherited handle, or null.</param>
    /// <param name="gone">Called once, on a thread of its own: a cell may keep the thread pool busy.</param>
    /// <param name="log">Told where nothing can be watched.</param>
    /// <param name="stop">Ends the watch.</param>
    public static void Start(string? parent, Action gone, Action<string> log, CancellationToken stop)
    {
        if (parent is null) return;
        if (!long.TryParse(parent, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is <= 0 or > int.MaxValue)
        {
            log("the parent process that the environment names is none; its end will not be noticed");
            return;
        }
        Func<bool> hasGone = OperatingSystem.IsWindows() ? () => WaitFor((nint)number, stop) : () => Poll(ProcessTest((int)number), stop);
        Start(hasGone, gone, log);
    }

    /// <summary>Calls back when the wait for the parent's end says that it has come; not where the wait fails, as at a handle that is none.</summary>
    internal static void Start(Func<bool> hasGone, Action gone, Action<string> log) => new Thread(() =>
    {
        if (HasGone(hasGone, log)) gone();
    })
    { IsBackground = true, Name = "parent" }.Start();

    private static bool HasGone(Func<bool> hasGone, Action<string> log)
    {
        try
        {
            return hasGone();
        }
#pragma warning disable CA1031 // Whatever it is, an exception on this thread would end the process.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log($"the parent process cannot be watched ({e.GetType().Name}); its end will not be noticed");
            return false;
        }
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

    private static bool Poll(Func<bool> lives, CancellationToken stop)
    {
        while (lives())
            if (stop.WaitHandle.WaitOne(Period)) return false;
        return true;
    }

    private static bool WaitFor(nint handle, CancellationToken stop)
    {
        using var process = new ManualResetEvent(false) { SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false) };
        return WaitHandle.WaitAny([process, stop.WaitHandle]) == 0;
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ParentOfThis();
}
