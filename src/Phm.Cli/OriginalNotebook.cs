using Phm.Notebook;
using Phm.Notebook.Documents;

namespace Phm.Cli;

/// <summary>
/// A notebook's file while the notebook runs: what it held at the start, and whether somebody changed it since, the notebook itself
/// perhaps. It stays open for reading: on Windows nobody can write to it meanwhile; elsewhere editors and cells can, and it is noticed.
/// </summary>
internal sealed class OriginalNotebook : IDisposable
{
    private readonly string path;
    private readonly FileStream stream;
    private readonly byte[] content;

    private OriginalNotebook(string path, FileStream stream, byte[] content)
    {
        this.path = path;
        this.stream = stream;
        this.content = content;
    }

    /// <summary>Reads and holds the file.</summary>
    /// <exception cref="NotebookException">It cannot be read, or is too large for a notebook.</exception>
    public static OriginalNotebook Open(string path)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > ReadLimits.Default.Bytes)
            {
                stream.Dispose();
                throw new NotebookException(FormattableString.Invariant($"{path}: the file is too large; at most {ReadLimits.Default.Bytes:#,##0} bytes are read."));
            }
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new OriginalNotebook(path, stream, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path}: the file cannot be read.", e);
        }
    }

    /// <summary>Saves what the notebook held at the start beside its copy, if the file is another one now.</summary>
    /// <param name="copy">The executed copy.</param>
    /// <returns>A sentence about it, or null where nothing has changed.</returns>
    public string? SaveIfChanged(string copy)
    {
        if (Current() is { } now && now.AsSpan().SequenceEqual(content)) return null;
        var saved = Path.ChangeExtension(copy, ".original.ipynb");
        AtomicFile.Write(saved, content);
        return $"{path}: the file was changed while the notebook ran, by a cell or by another program, so outputs are not kept in it. What it held before lies in '{saved}'. Run it again.";
    }

    /// <summary>Replaces the notebook in one step.</summary>
    public void Replace(NotebookDocument document)
    {
        // Windows does not rename over a file that is open.
        stream.Dispose();
        document.Save(path);
    }

    public void Dispose() => stream.Dispose();

    /// <summary>What the file of that name holds now; null where there is none, or another program holds it.</summary>
    private byte[]? Current()
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
