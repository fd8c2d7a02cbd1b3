using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Phm.Notebook.Documents;

/// <summary>Makes a rename outlast a loss of power: on Unix the folder itself is flushed. Windows has no such call and needs none.</summary>
internal static class FolderSync
{
    /// <summary>Flushes a folder where the system lets it; the file in it is whole either way.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        try
        {
            using var handle = new SafeFileHandle(Open([.. System.Text.Encoding.UTF8.GetBytes(folder), 0], 0), ownsHandle: true);
            if (!handle.IsInvalid) RandomAccess.FlushToDisk(handle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // A file system that cannot flush a folder.
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
