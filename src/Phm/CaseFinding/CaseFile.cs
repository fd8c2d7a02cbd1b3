using System.Text;

namespace Phm.CaseFinding;

/// <summary>Writes a file beside its place and moves it there when it is whole and on the disk.</summary>
internal static class CaseFile
{
    public static void Write(string path, string text)
    {
        var unfinished = path + ".unfinished";
        try
        {
            // Another writer of the same file holds it until it is done, and its half stays its own.
            using (var stream = new FileStream(unfinished, Options()))
            {
                DeleteUnless(() => WriteThrough(stream, text), unfinished);
            }
            DeleteUnless(() => File.Move(unfinished, path, overwrite: true), unfinished);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"'{Path.GetFileName(path)}' cannot be written. Expected a file in a folder that exists, has space and may be written to; nothing was left there.", e);
        }
    }

    /// <summary>Half a list is a list of people too.</summary>
    private static void DeleteUnless(Action done, string unfinished)
    {
        try
        {
            done();
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static void WriteThrough(FileStream stream, string text)
    {
        stream.Write(new UTF8Encoding(false).GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.Delete };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
