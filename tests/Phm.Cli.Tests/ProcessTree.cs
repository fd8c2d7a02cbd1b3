using System.Diagnostics;
using System.Globalization;

namespace Phm.Cli.Tests;

/// <summary>Which process has started which.</summary>
internal static class ProcessTree
{
    /// <summary>The living children of a process; none where the system does not tell.</summary>
    public static IReadOnlyList<Process> Children(int parent)
    {
        // A child belongs to the thread that started it.
        var threads = string.Create(CultureInfo.InvariantCulture, $"/proc/{parent}/task");
        if (!Directory.Exists(threads)) return [];
        return [.. Directory.GetDirectories(threads).SelectMany(thread => Read(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Find).OfType<Process>()];
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static Process? Find(string id)
    {
        try
        {
            return Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
