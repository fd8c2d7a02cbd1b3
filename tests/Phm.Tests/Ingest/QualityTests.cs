using Phm.Disclosure;
using Phm.Ingest;
using Phm.Populations;

namespace Phm.Tests.Ingest;

public sealed class QualityTests
{
    [Fact]
    public void What_looks_wrong_is_counted_and_kept()
    {
        using var folder = new TempFolder()
            .With("patients.csv", "patient_id,birth_date,practice_code,death_date\nearly,1950-05-01,,1949-01-01\nold,1900-01-01,X99,\nwell,1980-01-31,,2024-01-01\n")
            .With("activity.csv", "patient_id,date,point_of_delivery,cost\nwell,1979-01-01,gp,\nwell,2024-05-01,gp,42\nwell,2024-05-01,gp,42\n");
        var quality = LinkedData.Load(folder.Path).Quality;

        Assert.Equal(1, Rows(quality, "Death before birth"));
        Assert.Equal(1, Rows(quality, "Alive and over 110"));
        Assert.Equal(1, Rows(quality, "Practice code not in practices"));
        Assert.Equal(2, Rows(quality, "No practice code"));
        Assert.Equal(2, Rows(quality, "No activity at all"));
        Assert.Equal(1, Rows(quality, "Before birth"));
        Assert.Equal(2, Rows(quality, "After death"));
        Assert.Equal(1, Rows(quality, "Same as the row before"));
        Assert.Equal(1, Rows(quality, "No cost"));
        Assert.Equal(Period.Between("1979-01-01", "2024-05-01"), quality.Covered);
    }

    [Fact]
    public void Rows_outside_a_stated_period_are_counted()
    {
        using var folder = NativeSample.With("", "");
        var quality = LinkedData.Load(folder.Path, new ImportOptions { Period = Period.FinancialYear(2023) }).Quality;
        Assert.Equal(1, Rows(quality, "Outside the period 2023/24"));
    }

    [Fact]
    public void Completeness_is_told_by_column()
    {
        using var folder = NativeSample.With("", "");
        var patients = LinkedData.Load(folder.Path).Quality.Tables.Single(t => t.Table == "patients");
        Assert.Equal([("patient_id", 2L), ("birth_date", 2L), ("sex", 2L), ("practice_code", 2L)], patients.Filled);
    }

    [Fact]
    public void Small_counts_are_suppressed_when_shown()
    {
        using var folder = NativeSample.With("", "");
        var quality = LinkedData.Load(folder.Path).Quality;
        Assert.Contains(DisclosedValue.SuppressedMark, quality.ToString(), StringComparison.Ordinal);
        Assert.Contains("rows read", quality.ToString(), StringComparison.Ordinal);
        Assert.Contains("No row was left out.", quality.LeftOut.ToString(), StringComparison.Ordinal);
        Assert.Contains("No row was rejected.", quality.Rejections.ToString(), StringComparison.Ordinal);
    }

    private static long Rows(DataQuality quality, string check) => quality.Findings.Where(f => f.Check == check).Sum(f => f.Rows);
}
