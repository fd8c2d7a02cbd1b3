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
    public void Doubled_diagnoses_and_deficits_and_registrations_that_end_before_they_begin_are_counted()
    {
        using var folder = new TempFolder()
            .With("patients.csv", "patient_id,birth_date,registered_from,registered_to\na,1950-05-01,2020-01-01,2019-01-01\nb,1950-05-01,2020-01-01,2020-01-01\n")
            .With("diagnoses.csv", "patient_id,condition,onset\na,asthma,2020-01-01\na,asthma,2020-01-01\na,copd,2020-01-01\nb,asthma,2020-01-01\nb,asthma,2021-01-01\n")
            .With("deficits.csv", "patient_id,deficit,onset\na,falls,2020-01-01\na,memory,2020-02-01\na,falls,2021-01-01\nb,falls,2020-01-01\n");
        var quality = LinkedData.Load(folder.Path).Quality;
        Assert.Equal(1, Rows(quality, "Registration ended before it began"));
        Assert.Equal(1, Rows(quality, "Same as a row before"));
        Assert.Equal(1, Rows(quality, "Deficit recorded before"));
    }

    [Fact]
    public void Rows_of_few_people_and_shares_of_few_rows_are_suppressed_but_those_of_practices_are_not()
    {
        var people = string.Concat(Enumerable.Range(0, 43).Select(i => $"p{i:00},1950-05-01,{(i < 40 ? "F" : "")},{(i < 3 ? "2024-05-01" : "")},{(i < 23 ? "A01" : "")}\n"));
        using var folder = new TempFolder()
            .With("practices.csv", "practice_code,practice_name,network,locality,place,system\nA01,Old Mill,North,Coast,East,Kent\n")
            .With("patients.csv", "patient_id,birth_date,sex,death_date,practice_code\n" + people)
            .With("activity.csv", "patient_id,date,point_of_delivery,cost\np01,2024-04-17,gp,40\n")
            .With("diagnoses.csv", "patient_id,condition,onset\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"p{i:00},asthma,2020-01-{i + 1:00}\n")));
        var data = LinkedData.Load(folder.Path);
        string Cell(Phm.Presentation.ResultTable table, string name, int column, string? second = null)
        {
            var row = table.Rows.Single(row => row[0].Text == name && (second is null || row[1].Text == second));
            return row[column].Print(table.Columns[column]);
        }

        Assert.Equal("45", Cell(data.Quality.Rows, "patients", 1));
        Assert.Equal("[c]", Cell(data.Quality.Rows, "activity", 1));
        Assert.Equal("1", Cell(data.Quality.Rows, "practices", 1));
        Assert.Equal("100.0%", Cell(data.Quality.Completeness, "patients", 2, "birth_date"));
        Assert.Equal("[c]", Cell(data.Quality.Completeness, "patients", 2, "sex")); // three have none
        Assert.Equal("[c]", Cell(data.Quality.Completeness, "patients", 2, "death_date")); // three have one
        Assert.Equal("55.6%", Cell(data.Quality.Completeness, "patients", 2, "practice_code")); // 25 of 45, from 23 of 43
        Assert.DoesNotContain("2024-04", data.Quality.ToString() + data.Quality.Rows + data, StringComparison.Ordinal);

        var table = data.ToTable();
        Assert.Equal("Linked data '" + data.Quality.Source + "': 45 people, 1 practices", table.Title);
        Assert.Equal(["[c]", "[c]", "[c]", "[c]"], Enumerable.Range(1, 4).Select(column => Cell(table, "activity", column)));
        Assert.Equal(["10", "10", "2020-01", "2020-01"], Enumerable.Range(1, 4).Select(column => Cell(table, "diagnoses", column)));
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
