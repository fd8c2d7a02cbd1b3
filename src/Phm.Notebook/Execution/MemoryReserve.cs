using System.Globalization;

namespace Phm.Notebook.Execution;

/// <summary>
/// Memory that is held back from cells, so that there is some left to report and save a cell that used up all of it. It matters only
/// where the garbage collector has a hard limit; elsewhere the system ends the process first.
/// </summary>
internal sealed class MemoryReserve
{
    private const string HardLimit = "GCHeapHardLimit";

    private byte[]? held;

    /// <param name="bytes">How much is held back.</param>
    public MemoryReserve(int bytes)
    {
        if (bytes > 0 && Limit is not null) held = GC.AllocateUninitializedArray<byte>(bytes);
    }

    /// <summary>The hard limit in bytes, or null.</summary>
    private static long? Limit => GC.GetConfigurationVariables().TryGetValue(HardLimit, out var value)
        && Convert.ToInt64(value, CultureInfo.InvariantCulture) is > 0 and var limit ? limit : null;

    /// <summary>Whether an exception, or what caused it, is a want of memory. An array of more elements than .NET has is not.</summary>
    public static bool IsShortage(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (cause is OutOfMemoryException && !cause.Message.StartsWith("Array dimensions", StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>The error with a sentence that says how much there was and what to do.</summary>
    public static CellError Explain(CellError error)
    {
        var limit = Limit is { } bytes ? string.Create(CultureInfo.InvariantCulture, $" than the run may use ({bytes / (1024 * 1024)} MB)") : " than there is";
        var message = $"The cell needed more memory{limit}. Work on less at a time, keep fewer large variables, or allow the run more memory.";
        return error with { Name = "OutOfMemory", Message = message, Traceback = [$"OutOfMemory: {message}", .. error.Traceback.Skip(1)] };
    }

    /// <summary>Gives the reserve up.</summary>
    public void Release()
    {
        if (held is null) return;
        held = null;
        GC.Collect();
    }
}
