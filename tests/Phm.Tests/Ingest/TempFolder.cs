using System.IO.Compression;
using System.Text;

namespace Phm.Tests.Ingest;

/// <summary>A folder that a test writes files into and that is gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("phm-test-").FullName;

    public TempFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public TempFolder With(string file, byte[] bytes)
    {
        File.WriteAllBytes(In(file), bytes);
        return this;
    }

    public TempFolder WithGzip(string file, string text)
    {
        using var gzip = new GZipStream(File.Create(In(file)), CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(text));
        return this;
    }

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The bytes of every file, by name.</summary>
    public static SortedDictionary<string, string> BytesOf(string folder) =>
        new(Directory.GetFiles(folder).ToDictionary(file => System.IO.Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file))), StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
