using System.Diagnostics;
using System.Security.Cryptography;

namespace Phm.Ingest;

/// <summary>
/// The reading of one file as listeners are told of it. The digest is of the bytes that were read, made while they pass, so that it
/// cannot be that of a file which was replaced in between; without a listener no byte is touched.
/// </summary>
internal sealed class FileRead : IDisposable
{
    private readonly Activity? _activity;
    private WatchedStream? _file;
    private bool _isComplete;

    private FileRead(Activity? activity) => _activity = activity;

    /// <summary>Starts to tell of the reading of a file.</summary>
    public static FileRead Start(string path)
    {
        var activity = PhmActivities.Source.StartActivity(PhmActivities.FileRead);
        if (activity is { IsAllDataRequested: true }) activity.SetTag(PhmActivities.FilePath, Path.GetFullPath(path));
        return new(activity);
    }

    /// <summary>The bytes of the file, watched where someone listens.</summary>
    public Stream Watch(Stream file) => _activity is { IsAllDataRequested: true } ? _file = new WatchedStream(file) : file;

    /// <summary>Says that the file was read to its end.</summary>
    public void Complete(long rows)
    {
        if (_isComplete) return;
        _isComplete = true;
        if (_file is null) return;
        _activity!.SetTag(PhmActivities.FileSha256, _file.Sha256()).SetTag(PhmActivities.FileRows, rows);
    }

    public void Dispose()
    {
        if (!_isComplete) _activity?.SetStatus(ActivityStatusCode.Error, "The file was not read to its end.");
        _activity?.Dispose();
        _file?.Dispose();
    }

    /// <summary>A file whose digest is made while it is read.</summary>
    private sealed class WatchedStream(Stream file) : ReadOnlyStream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public override int Read(Span<byte> buffer)
        {
            var count = file.Read(buffer);
            _hash.AppendData(buffer[..count]);
            return count;
        }

        public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
                _hash.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
