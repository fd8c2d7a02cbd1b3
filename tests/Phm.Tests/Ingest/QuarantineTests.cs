using CsvHelper;
using Phm.Ingest;

namespace Phm.Tests.Ingest;

public sealed class QuarantineTests
{
    private const string Header = "patient_id,birth_date,sex";

    [Fact]
    public void The_first_twenty_problems_are_told_and_all_are_counted()
    {
        using var folder = new TempFolder().With("patients.csv", Header + "\n" + string.Concat(Enumerable.Range(1, 1_234).Select(i => $"p{i},secret,F\n")));
        var told = Assert.Throws<DataException>(() => LinkedData.Load(folder.Path)).Message;
        Assert.StartsWith("1,234 problems in '", told, StringComparison.Ordinal);
        Assert.Equal(20, told.Split('\n').Count(line => line.Contains("column birth_date", StringComparison.Ordinal)));
        Assert.Contains("line 2,", told, StringComparison.Ordinal);
        Assert.Contains("line 21,", told, StringComparison.Ordinal);
        Assert.DoesNotContain("line 22,", told, StringComparison.Ordinal);
        Assert.Contains("… and 1,214 more.", told, StringComparison.Ordinal);
        Assert.Contains("--quarantine DIR", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_of_several_files_are_told_together()
    {
        using var folder = NativeSample.With("activity", NativeSample.Files["activity"] + "p9,2024-01-01,gp,,,,,\n");
        folder.With("deficits.csv", "patient_id,deficit,onset\np9,falls,2021-01-01\n");
        var told = Assert.Throws<DataException>(() => LinkedData.Load(folder.Path)).Message;
        Assert.StartsWith("2 problems", told, StringComparison.Ordinal);
        Assert.Contains("activity.csv, line 3", told, StringComparison.Ordinal);
        Assert.Contains("deficits.csv, line 2", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nothing_is_lost_read_is_kept_and_rejected_and_the_rejected_rows_are_the_originals(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, 400).Select(i => random.Next(6) switch
        {
            0 => $"p{i},31/12/1980,F",
            1 => $"p{i},1980-12-31,\"x,\"\"y\"\"\"",
            2 => $"p{i},1980-12-31",
            3 => $"p{i},\"1980\n12\",F",
            _ => $"p{i},1980-12-31,{(i % 2 == 0 ? "F" : "")}",
        }).ToArray();
        using var folder = new TempFolder().With("patients.csv", Header + "\n" + string.Join('\n', rows) + "\n");
        using var aside = new TempFolder();

        var data = LinkedData.Load(folder.Path, new ImportOptions { Quarantine = aside.Path });

        var report = data.Quality.Tables.Single();
        Assert.Equal(rows.Length, report.RowsRead);
        Assert.Equal(report.RowsRead, report.RowsKept + report.Rejected.Values.Sum());
        Assert.Equal(report.RowsKept, data.Population.Count);
        var rejected = Rejected(aside.In("patients.rejected.csv"));
        Assert.Equal(report.RowsRead - report.RowsKept, rejected.Count);
        Assert.Equal(rows.Where(row => !IsGood(row)), rejected.Select(row => row.Row));
        Assert.All(rejected, row => Assert.StartsWith("found ", row.Reason, StringComparison.Ordinal));

        static bool IsGood(string row) => row.EndsWith("1980-12-31,F", StringComparison.Ordinal) || row.EndsWith("1980-12-31,", StringComparison.Ordinal);
    }

    [Fact]
    public void Rejected_rows_are_rejected_again_and_mended_rows_are_taken()
    {
        using var folder = new TempFolder().With("patients.csv", Header + "\np1,1980-12-31,F\np2,1980-13-31,F\n");
        using var aside = new TempFolder();
        LinkedData.Load(folder.Path, new ImportOptions { Quarantine = aside.Path });
        var row = Rejected(aside.In("patients.rejected.csv")).Single();
        Assert.Equal((3, "birth_date"), (row.Line, row.Column));

        using var mended = new TempFolder().With("patients.csv", Header + "\n" + row.Row.Replace("-13-", "-12-", StringComparison.Ordinal) + "\n");
        Assert.Equal(1, LinkedData.Load(mended.Path).Population.Count);
    }

    [Fact]
    public void Good_data_leave_no_file_aside()
    {
        using var folder = NativeSample.With("", "");
        LinkedData.Load(folder.Path, new ImportOptions { Quarantine = folder.In("aside") });
        Assert.False(Directory.Exists(folder.In("aside")));
    }

    [Fact]
    public void Events_of_a_rejected_person_are_set_aside_too()
    {
        using var folder = NativeSample.With("patients", "patient_id,birth_date\np1,1950-15-01\np2,1980-01-31\n");
        using var aside = new TempFolder();
        var data = LinkedData.Load(folder.Path, new ImportOptions { Quarantine = aside.Path });
        Assert.Equal(1, data.Population.Count);
        Assert.Equal(0, data.Population.Activity.Rows);
        Assert.Single(Rejected(aside.In("activity.rejected.csv")));
    }

    [Fact]
    public void A_quote_that_takes_in_lines_costs_those_lines_and_no_more()
    {
        using var folder = new TempFolder().With("patients.csv", Header + "\np1,1980-12-31,F\n\"p2,1980-12-31,F\np3,1980-12-31,\"F\"\np4,1980-12-31,F\n");
        using var aside = new TempFolder();
        var data = LinkedData.Load(folder.Path, new ImportOptions { Quarantine = aside.Path });
        Assert.Equal(2, data.Population.Count);
        Assert.Equal("\"p2,1980-12-31,F\np3,1980-12-31,\"F\"", Rejected(aside.In("patients.rejected.csv")).Single().Row);
    }

    private static List<(int Line, string Column, string Reason, string Row)> Rejected(string path)
    {
        using var csv = CsvReader.Create(File.OpenRead(path), CsvReaderOptions.Default with { Separator = ',' }, leaveOpen: false);
        var rows = new List<(int, string, string, string)>();
        while (csv.Read()) rows.Add((csv.Parse<int>(0), csv.GetString(1), csv.GetString(2), csv.GetString(3)));
        return rows;
    }
}
