using System.Diagnostics;
using System.IO.Compression;
using Phm.Ingest;
using Phm.Populations;
using Phm.Segmentation;
using Phm.Synthetic;

namespace Phm.Benchmarks;

/// <summary>Measures one size of population, in a process that does nothing else.</summary>
internal static class SizeRun
{
    public const string Gzip = "gzip";
    public const string Csv = "csv";
    public const string Cells = "cells-phm.tsv";

    public static SizeResult Measure(BenchmarkOptions options)
    {
        var year = options.Year;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Population population = null!;
        var generation = Timing.Of(() => population = SyntheticPopulation.Generate(new() { People = options.People[0], Years = options.Years, StartYear = BenchmarkOptions.StartYear }));
        var peakAfterGeneration = Peak();
        var memory = MemoryAccount.Of(population, GC.GetTotalMemory(forceFullCollection: true) - before);

        SegmentGrid grid = null!;
        var cold = Timing.Of(() => grid = population.Segment(Schemes.KentGrid, year));
        var warm = Timing.Median(() => population.Segment(Schemes.KentGrid, year));
        var disclosure = Timing.Of(() => grid.By(Level.Locality));
        GridCells.Write(grid, population, Path.Combine(options.Folder, Cells));
        var totals = Timing.Median(() => PersonTotals.Of(population, year));
        var check = PersonTotals.Of(population, year).Check;
        var concentration = Timing.Median(() => population.Concentration(year));
        var save = Timing.Of(() => LinkedData.Save(population, Path.Combine(options.Folder, Gzip)));
        var rows = population.Activity.Rows;
        (population, grid) = (null!, null!);

        var bytes = Unpack(options.Folder);
        var importCsv = Timing.Of(() => LinkedData.Load(Path.Combine(options.Folder, Csv)));
        var importGzip = Timing.Of(() => LinkedData.Load(Path.Combine(options.Folder, Gzip)));
        return new()
        {
            People = options.People[0],
            ActivityRows = rows,
            Generation = generation,
            PeakAfterGeneration = peakAfterGeneration,
            Memory = memory,
            GridCold = cold,
            GridWarm = warm,
            Disclosure = disclosure,
            Totals = totals,
            Concentration = concentration,
            Save = save,
            CsvBytes = bytes,
            ImportCsv = importCsv,
            ImportGzip = importGzip,
            Peak = Peak(),
            TotalsCheck = check,
        };
    }

    private static long Peak() => Process.GetCurrentProcess().PeakWorkingSet64;

    /// <summary>The files of the save as plain CSV, for the import and the peer; says how many bytes they have.</summary>
    private static long Unpack(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, Csv));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, Gzip)))
        {
            using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var csv = File.Create(Path.Combine(folder, Csv, Path.GetFileNameWithoutExtension(file)));
            gzip.CopyTo(csv);
        }
        return Directory.EnumerateFiles(Path.Combine(folder, Csv)).Sum(file => new FileInfo(file).Length);
    }
}
