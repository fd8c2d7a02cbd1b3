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
            var file = table + ".rejected.csv";
            if (File.Exists(Path.Combine(folder, file))) throw new DataException($"The quarantine '{folder}' already has {file}, from an earlier import. Choose a new folder, so that no rejected row is lost.");
            _writer = CsvWriter.ToFile(Path.Combine(folder, file), new CsvWriterOptions { NewLine = "\n" });
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
