using System.Text;
using CsvHelper;

namespace Phm.Ingest;

/// <summary>
/// The rejected rows of one file, each with its line, its reason and the whole of its text, so that nothing is lost. The file is
/// made when the first row is rejected.
/// </summary>
internal sealed class Quarantine(string folder, string table) : IDisposable
{
    private CsvWriter? _writer;

    public void Write(DataProblem problem, ReadOnlySpan<byte> row)
    {
        if (_writer is null)
        {
            Directory.CreateDirectory(folder);
            _writer = CsvWriter.ToFile(Path.Combine(folder, table + ".rejected.csv"), new CsvWriterOptions { NewLine = "\n" });
            _writer.WriteHeader(["line", "column", "reason", "row"]);
        }
        _writer.WriteField(problem.Line, default);
        _writer.WriteField(problem.Column ?? "");
        _writer.WriteField($"found {problem.Found}; expected {problem.Expected}");
        _writer.WriteField(Encoding.UTF8.GetString(row));
        _writer.EndRecord();
    }

    public void Dispose() => _writer?.Dispose();
}
