using Phm.Ingest;

namespace Phm.Cli;

/// <summary>Prints a data quality report.</summary>
internal static class QualityReport
{
    public static void Print(DataQuality quality)
    {
        Console.WriteLine(quality.Rows);
        Console.WriteLine(quality.Rejections);
        Console.WriteLine(quality.Completeness);
        Console.WriteLine(quality);
    }
}
