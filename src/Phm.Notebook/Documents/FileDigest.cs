using System.Security.Cryptography;

namespace Phm.Notebook.Documents;

/// <summary>The SHA-256 of a file's bytes, in lower-case hexadecimal; others may have the file open.</summary>
internal static class FileDigest
{
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string Of(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
