using System.Diagnostics;
using System.Security.Cryptography;
using Phm.Codelists;
using Phm.Costing;
using Phm.Ingest;
using Phm.Ingest.Omop;
using Phm.Synthetic;

namespace Phm.Tests.Ingest;

/// <summary>Which file was read is told to whoever listens, with the digest of the bytes that were read.</summary>
public sealed class FileReadTests
{
    private const string Patients = "patient_id,birth_date\np1,1950-05-01\np2,1980-01-31\n";

    [Fact]
    public void Every_file_of_native_linked_data_is_told_with_path_digest_and_rows()
    {
        using var folder = NativeSample.With("patients", NativeSample.Files["patients"]);
        using var told = new ToldActivities();
        LinkedData.Load(folder.Path);
        var reads = told.Named("phm.file.read");
        Assert.Equal(Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal), reads.Select(Path).Order(StringComparer.Ordinal));
        Assert.All(reads, read =>
        {
            Assert.Equal(Sha256(Path(read)), read.GetTagItem("phm.file.sha256"));
            Assert.Equal(File.ReadLines(Path(read)).LongCount() - 1, read.GetTagItem("phm.file.rows"));
            Assert.Equal(ActivityStatusCode.Unset, read.Status);
        });
    }

    [Fact]
    public void The_digest_of_a_gzip_file_is_of_the_file_and_not_of_its_content()
    {
        using var folder = new TempFolder().WithGzip("patients.csv.gz", Patients);
        using var told = new ToldActivities();
        LinkedData.Load(folder.Path);
        var read = Assert.Single(told.Named("phm.file.read"));
        Assert.Equal(Sha256(folder.In("patients.csv.gz")), read.GetTagItem("phm.file.sha256"));
        Assert.Equal(2L, read.GetTagItem("phm.file.rows"));
    }

    [Fact]
    public void A_file_larger_than_any_buffer_has_the_digest_of_the_whole()
    {
        var rows = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"person-number-{i},1950-05-01\n"));
        using var folder = new TempFolder().With("patients.csv", "patient_id,birth_date\n" + rows);
        using var told = new ToldActivities();
        LinkedData.Load(folder.Path);
        var read = Assert.Single(told.Named("phm.file.read"));
        Assert.Equal(Sha256(folder.In("patients.csv")), read.GetTagItem("phm.file.sha256"));
        Assert.Equal(60_000L, read.GetTagItem("phm.file.rows"));
    }

    [Fact]
    public void Files_of_an_OMOP_folder_are_told_but_not_those_that_are_passed_over()
    {
        using var folder = OmopSample.Folder(("notes.csv", "anything\n"));
        using var told = new ToldActivities();
        OmopData.Load(folder.Path);
        Assert.Equal(["concept.csv", "person.csv"], told.Named("phm.file.read").Select(read => System.IO.Path.GetFileName(Path(read))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Codelists_unit_costs_and_parameters_given_as_files_are_told()
    {
        using var folder = new TempFolder()
            .With("codes.csv", "code,condition\nI50,heart_failure\n")
            .With("costs.csv", "service,name,point_of_delivery,unit,nights_from,nights_to,used,pounds,price_year,source,status\nvisit,Visit,,one,,,0,10,2024/25,ours,own\n")
            .With("parameters.csv", "parameter,at,value,status,source\nx,,1,assumption,ours\n");
        using var told = new ToldActivities();
        ConditionCodelists.Load<Icd10Code>(folder.In("codes.csv"));
        UnitCosts.Load(folder.In("costs.csv"));
        SyntheticParameters.Load(folder.In("parameters.csv"));
        Assert.Equal(new[] { "codes.csv", "costs.csv", "parameters.csv" }.Select(folder.In), told.Named("phm.file.read").Select(Path));
        Assert.All(told.Named("phm.file.read"), read => Assert.Equal((Sha256(Path(read)), 1L), (read.GetTagItem("phm.file.sha256"), read.GetTagItem("phm.file.rows"))));
    }

    [Fact]
    public void What_ships_inside_the_product_is_no_file_that_was_read()
    {
        using var told = new ToldActivities();
        ConditionCodesReader.ReadResource<Icd10Code>("conditions-icd10.csv", "Conditions", "sources");
        Assert.Empty(told.Named("phm.file.read"));
    }

    [Fact]
    public void A_file_with_rejected_rows_was_read_to_its_end()
    {
        using var folder = new TempFolder().With("patients.csv", Patients + "p3,not a date\n");
        using var told = new ToldActivities();
        Assert.Throws<DataException>(() => LinkedData.Load(folder.Path));
        var read = Assert.Single(told.Named("phm.file.read"));
        Assert.Equal(3L, read.GetTagItem("phm.file.rows"));
        Assert.Equal(Sha256(folder.In("patients.csv")), read.GetTagItem("phm.file.sha256"));
        Assert.Empty(told.Named("phm.population"));
    }

    [Theory]
    [InlineData("patient_id,birth_date\np1,1950-05-01\n\"p2,1980-01-31\n")]
    [InlineData("birth_date\n1950-05-01\n")]
    [InlineData("")]
    public void A_file_that_fails_half_way_has_an_error_and_no_digest(string text)
    {
        using var folder = new TempFolder().With("patients.csv", text);
        AssertFails(folder, "patients.csv");
    }

    [Fact]
    public void A_gzip_file_that_was_cut_off_has_an_error_and_no_digest()
    {
        using var folder = new TempFolder().WithGzip("patients.csv.gz", Patients);
        var bytes = File.ReadAllBytes(folder.In("patients.csv.gz"));
        folder.With("patients.csv.gz", bytes[..^6]);
        AssertFails(folder, "patients.csv.gz");
    }

    [Fact]
    public void A_file_in_UTF_16_has_an_error_and_no_digest()
    {
        using var folder = new TempFolder().With("patients.csv", [0xFF, 0xFE, .. "patient_id"u8]);
        AssertFails(folder, "patients.csv");
    }

    private static void AssertFails(TempFolder folder, string file)
    {
        using var told = new ToldActivities();
        Assert.Throws<DataException>(() => LinkedData.Load(folder.Path));
        var read = Assert.Single(told.Named("phm.file.read"));
        Assert.Equal(ActivityStatusCode.Error, read.Status);
        Assert.Equal(folder.In(file), Path(read));
        Assert.Null(read.GetTagItem("phm.file.sha256"));
        Assert.Null(read.GetTagItem("phm.file.rows"));
    }

    private static string Path(Activity read) => (string)read.GetTagItem("phm.file.path")!;

    private static string Sha256(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
