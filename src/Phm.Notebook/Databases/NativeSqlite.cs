using System.Runtime.InteropServices;
using SQLitePCL;

namespace Phm.Notebook.Databases;

/// <summary>The one function of SQLite that its provider does not offer.</summary>
internal static partial class NativeSqlite
{
    /// <summary>The byte of the statement at which the last error lies, or -1.</summary>
    public static int ErrorOffset(sqlite3 connection) => ErrorOffset(connection.DangerousGetHandle());

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_error_offset")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int ErrorOffset(nint connection);
}
