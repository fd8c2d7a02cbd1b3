using Phm.Ingest;

namespace Phm.Cli;

/// <summary>Prints a data quality report.</summary>
internal static class QualityReport
{
    public static void Print(DataQuality quality)
    {
        Console.WriteLine(quality.Rows);
        Console.WriteLine(quality.LeftOut);
        Console.WriteLine(quality.Rejections);
        Console.WriteLine(quality.Completeness);
        Console.WriteLine(quality);
    }

    /// <summary>
    /// One line a file with exact numbers of rows, for whoever imports the file and must compare it with what was sent. It stays at the
    /// terminal: what results and notebooks show is under the policy.
    /// </summary>
    public static void PrintFiles(DataQuality quality)
    {
        foreach (var table in quality.Tables)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"{table.Table}: {table.RowsRead:N0} rows read, {table.RowsKept:N0} kept, {table.LeftOut.Values.Sum():N0} left out, {table.Rejected.Values.Sum():N0} rejected"));
            foreach (var (reason, rows) in table.LeftOut) Console.WriteLine(FormattableString.Invariant($"  left out: {rows:N0} {reason}"));
        }
        Console.WriteLine();
    }
}
