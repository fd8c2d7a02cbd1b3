using Phm.Ingest;
using Phm.Ingest.Omop;
using static Phm.Tests.Ingest.OmopSample;

namespace Phm.Tests.Ingest;

/// <summary>What holds of any OMOP folder, tried on random ones.</summary>
public sealed class OmopPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_row_is_kept_left_out_or_rejected_and_the_order_of_rows_makes_no_difference(int seed)
    {
        var tables = Tables(new Random(seed));
        using var folder = Write(tables);
        foreach (var (_, rows) in tables.Values) new Random(seed).Shuffle(rows);
        using var shuffled = Write(tables);
        using var aside = new TempFolder();

        var data = OmopData.Load(folder.Path, new OmopOptions { Quarantine = aside.In("a") });
        var other = OmopData.Load(shuffled.Path, new OmopOptions { Quarantine = aside.In("b") });

        foreach (var table in data.Quality.Tables)
        {
            Assert.Equal(table.RowsRead, table.RowsKept + table.LeftOut.Values.Sum() + table.Rejected.Values.Sum());
            if (tables.TryGetValue(table.Table, out var written)) Assert.Equal(written.Rows.Length, table.RowsRead);
            Assert.Equal(table.LeftOut, other.Quality.Tables.Single(t => t.Table == table.Table).LeftOut);
        }
        Assert.Equal(data.Population.Activity.Rows, data.Quality.Tables.Single(t => t.Table == "visit_occurrence").RowsKept);
        LinkedData.Save(data.Population, aside.In("c"));
        LinkedData.Save(other.Population, aside.In("d"));
        Assert.Equal(TempFolder.BytesOf(aside.In("c")), TempFolder.BytesOf(aside.In("d")));
        Assert.Throws<DataException>(() => OmopData.Load(folder.Path));
    }

    private static SortedDictionary<string, (string Header, string[] Rows)> Tables(Random random)
    {
        int[] visits = [9201, 9202, 9203, 262, 581476, 581477, 5083, 0];
        int[] conditions = [201826, 4299535, 44054, 4251306, 0];
        int[] measures = [3004410, 3027114, 3025315];
        int[] drugs = [19080128, 19128263, 0];
        return new(StringComparer.Ordinal)
        {
            // Person 4 is not there: those rows are rejected.
            ["visit_occurrence"] = (VisitHeader, Rows(i => $"{i},{Person()},{Any(visits)},{Day()},2024-02-01,,,")),
            ["condition_occurrence"] = (ConditionHeader, Rows(i => $"{i},{Person()},{Any(conditions)},{Day()},{(random.Next(2) == 0 ? "2024-03-01" : "")},,0")),
            ["drug_exposure"] = (DrugHeader, Rows(i => $"{i},{Person()},{Any(drugs)},{Day()},,{(random.Next(2) == 0 ? "x" : "")}")),
            ["measurement"] = (MeasurementHeader, Rows(i => $"{i},{Person()},{Any(measures)},{Day()},{random.Next(300)},0,,")),
        };

        string[] Rows(Func<int, string> row) => [.. Enumerable.Range(0, 150).Select(row)];
        int Person() => random.Next(20) == 0 ? 4 : random.Next(1, 4);
        int Any(int[] of) => of[random.Next(of.Length)];
        string Day() => $"2024-01-{random.Next(1, 20):00}";
    }

    private static TempFolder Write(SortedDictionary<string, (string Header, string[] Rows)> tables) =>
        Folder([.. tables.Select(table => (table.Key + ".csv", table.Value.Header + string.Join('\n', table.Value.Rows) + "\n"))]);
}
