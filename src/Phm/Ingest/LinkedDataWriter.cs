using System.IO.Compression;
using CsvHelper;
using Phm.Populations;

namespace Phm.Ingest;

/// <summary>Writes a population as native linked data.</summary>
internal static class LinkedDataWriter
{
    /// <summary>Writes beside the target and renames at the end, so that a killed run leaves no half of the data behind.</summary>
    public static void Write(Population population, string folder)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new DataException($"'{folder}' exists and is not empty. Expected a new or empty folder; choose another name or empty this one yourself.");
        var unfinished = target + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        foreach (var (schema, write) in new LinkedRows(population).Tables()) Write(Path.Combine(unfinished, schema.Name + ".csv.gz"), schema, write);
        if (Directory.Exists(target)) Directory.Delete(target);
        Directory.Move(unfinished, target);
        PhmActivities.TellWritten(target);
    }

    private static void Write(string path, TableSchema schema, Action<RowWriter> write)
    {
        using (var file = new FileStream(path, FileMode.CreateNew))
        {
            using var gzip = new GZipStream(file, CompressionLevel.SmallestSize, leaveOpen: true);
            using var csv = CsvWriter.Create(gzip, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
            csv.WriteHeader([.. schema.Columns.Select(column => column.Name)]);
            write(new CsvRowWriter(csv));
        }
        MarkSystemUnknown(path);
    }

    /// <summary>The tenth byte of a gzip file names the operating system (RFC 1952); 255 is unknown, on all of them.</summary>
    private static void MarkSystemUnknown(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = 9;
        file.WriteByte(255);
    }
}
