using Phm.Ingest;
using Phm.Ingest.Omop;
using static Phm.Tests.Ingest.OmopSample;

namespace Phm.Tests.Ingest;

public sealed class OmopBadInputTests
{
    /// <summary>File, text, the value that must not be told, what must.</summary>
    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "person.csv", "person_id,year_of_birth\n1,nineteen\n", "nineteen", "person.csv, line 2, column year_of_birth: found text that is not such a number; expected a whole number" },
        { "person.csv", "person_id,year_of_birth\n1,\n", "1,", "person.csv, line 2, column year_of_birth: found nothing" },
        { "person.csv", "person_id,year_of_birth,month_of_birth,day_of_birth\n1,1977,2,30\n", "1977", "column year_of_birth: found a year, month and day that are no date" },
        { "person.csv", "person_id,year_of_birth\n1,1899\n", "1899", "column year_of_birth" },
        { "person.csv", "person_id,birth_datetime\n1,09/04/1977\n", "1977", "column birth_datetime" },
        { "person.csv", "person_id,year_of_birth\nZX9,1950\nZX9,1950\n", "ZX9", "person.csv, line 3, column person_id: found a pseudonym that stands in an earlier row" },
        { "person.csv", "year_of_birth\n1950\n", "1950", "person.csv, line 1: found a header without person_id" },
        { "death.csv", "person_id,death_date\nZX9,2020-01-01\n", "ZX9", "death.csv, line 2, column person_id: found a pseudonym without a row in person" },
        { "death.csv", "person_id,death_date\n1,2019-07-07\n1,2019-07-08\n", "2019-07", "death.csv, line 3, column person_id: found a second death" },
        { "visit_occurrence.csv", VisitHeader + "7,ZX9,9202,2024-05-01,,,,\n", "ZX9", "column person_id: found a pseudonym without a row in person" },
        { "visit_occurrence.csv", VisitHeader + "7,1,9202,2019-07-07,2019-07-06,,,\n", "2019-07", "column visit_end_date: found a last day before the first" },
        { "visit_occurrence.csv", VisitHeader + "778899,1,9202,2024-05-01,,,,\n778899,1,9202,2024-05-02,,,,\n", "778899", "line 3, column visit_occurrence_id: found an identifier that stands in an earlier row" },
        { "condition_occurrence.csv", ConditionHeader + "7,1,x44y,2024-05-01,,,\n", "x44y", "column condition_concept_id: found text that is not such a number" },
        { "drug_exposure.csv", DrugHeader + "7,1,1,2019-07-07,2019-07-06,\n", "2019-07", "column drug_exposure_end_date: found a last day before the first" },
        { "measurement.csv", MeasurementHeader + "7,1,1,2024-05-01,7.7x,,,\n", "7.7x", "column value_as_number" },
        { "cost.csv", CostHeader + "1,778899,Visit,,,5,\n", "778899", "column cost_event_id: found a visit without a row in visit_occurrence" },
        { "cost.csv", CostHeader + "1,1,Visit,,,-77.31,\n", "77.31", "column total_cost: found text that is not such a number; expected a number between 0" },
        { "concept.csv", "concept_id,concept_name,domain_id,vocabulary_id\n1,a,b,c\n", "1,a", "concept.csv, line 1: found a header without concept_code" },
        { "care_site.csv", "care_site_id,care_site_name\nZX9,a\nZX9,b\n", "ZX9", "care_site.csv, line 3, column care_site_id" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_malformed_cell_or_a_row_that_refers_to_nothing_stops_a_strict_import(string file, string text, string secret, string expected)
    {
        using var folder = Folder((file, text));
        var told = Assert.Throws<DataException>(() => OmopData.Load(folder.Path)).Message.Replace(Path.GetFileName(folder.Path), "", StringComparison.Ordinal);
        Assert.Contains(expected, told, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quarantine_imports_the_good_rows_and_loses_none()
    {
        using var folder = Folder(("visit_occurrence.csv", VisitHeader + "7,1,9202,2024-05-01,,,,\n8,9,9202,2024-05-01,,,,\n9,1,5083,2024-05-01,,,,\n"));
        using var aside = new TempFolder();
        var data = OmopData.Load(folder.Path, new OmopOptions { Quarantine = aside.Path });
        var report = data.Quality.Tables.Single(t => t.Table == "visit_occurrence");
        Assert.Equal(report.RowsRead, report.RowsKept + report.Rejected.Values.Sum() + report.LeftOut.Values.Sum());
        Assert.Contains("8,9,9202,2024-05-01,,,,", File.ReadAllText(aside.In("visit_occurrence.rejected.csv")), StringComparison.Ordinal);
        Assert.Equal(1, data.Population.Activity.Rows);
    }

    [Fact]
    public void A_folder_without_people_or_with_a_table_twice_is_refused()
    {
        using var folder = new TempFolder().With("visit_occurrence.csv", VisitHeader);
        Assert.Contains("has no person.csv or person.csv.gz", Assert.Throws<DataException>(() => OmopData.Load(folder.Path)).Message, StringComparison.Ordinal);
        folder.With("person.csv", Persons).WithGzip("PERSON.csv.gz", Persons);
        Assert.Contains("has both", Assert.Throws<DataException>(() => OmopData.Load(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("is not a folder", Assert.Throws<DataException>(() => OmopData.Load("nowhere")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_before_birth_and_after_death_are_kept_and_found()
    {
        using var folder = Folder(("death.csv", "person_id,death_date\n1,2020-05-06\n"), ("visit_occurrence.csv", VisitHeader + "7,1,9202,1949-05-01,,,,\n8,1,9202,2021-05-01,,,,\n"));
        var findings = OmopData.Load(folder.Path).Quality.Findings;
        Assert.Equal(1, findings.Single(f => f.Check == "Before birth").Rows);
        Assert.Equal(1, findings.Single(f => f.Check == "After death").Rows);
    }

    [Fact]
    public void Source_identifiers_of_people_are_not_imported()
    {
        using var folder = Folder();
        LinkedData.Save(OmopData.Load(folder.Path).Population, folder.In("native"));
        using var gzip = new System.IO.Compression.GZipStream(File.OpenRead(folder.In("native/patients.csv.gz")), System.IO.Compression.CompressionMode.Decompress);
        Assert.DoesNotContain("real-identifier", new StreamReader(gzip).ReadToEnd(), StringComparison.Ordinal);
    }
}
