using System.Text;
using Phm.Ingest;

namespace Phm.Tests.Ingest;

/// <summary>Every way in which a whole file can be wrong; a quarantine does not help, because rows cannot be told apart.</summary>
public sealed class BadFileTests
{
    private const string Patients = "patient_id,birth_date\nSECRET1,1950-05-01\nSECRET2,1980-01-31\n";

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Assert.Contains("is not a folder", Refused("nowhere/at/all"), StringComparison.Ordinal);

    [Fact]
    public void A_folder_without_data_says_which_file_was_expected()
    {
        using var folder = new TempFolder().With("notes.txt", "hello");
        Assert.Contains("has no patients.csv or patients.csv.gz", Refused(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_both_plain_and_gzipped_is_refused()
    {
        using var folder = new TempFolder().With("patients.csv", Patients).WithGzip("patients.csv.gz", Patients);
        Assert.Contains("has both patients.csv and patients.csv.gz", Refused(folder.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("birth_date\n1950-05-01\n", "patient_id")]
    [InlineData("patient_id,birthdate\nSECRET1,1950-05-01\n", "birth_date")]
    [InlineData("SECRET1,1950-05-01\nSECRET2,1980-01-31\n", "patient_id")]
    public void A_missing_column_or_header_is_told_by_name_and_not_by_what_stands_there(string text, string column) =>
        Told(text, $"patients.csv, line 1: found a header without {column}", "data dictionary");

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    public void An_empty_file_is_refused(string text) => Told(text, "patients.csv: found an empty file", "a header with column names");

    [Fact]
    public void A_header_without_rows_is_refused_for_patients() => Told("patient_id,birth_date\n", "patients has no rows", "one row a person");

    [Fact]
    public void A_header_without_rows_is_an_empty_table_elsewhere()
    {
        using var folder = NativeSample.With("activity", "patient_id,date,point_of_delivery\n");
        var activity = LinkedData.Load(folder.Path).Population.Activity;
        Assert.True(activity.IsAvailable);
        Assert.Equal(0, activity.Rows);
    }

    [Fact]
    public void A_column_that_stands_twice_is_refused() => Told("patient_id,birth_date,birth_date\nSECRET1,1950-05-01,1950-05-01\n", "line 1: found a column name that stands twice");

    [Fact]
    public void A_quote_that_is_never_closed_is_told_by_the_line_where_it_opens() =>
        Told("patient_id,birth_date\np1,1950-05-01\n\"SECRET2,1980-01-31\np3,1980-01-31\n", "patients.csv, line 3: found a quote that is never closed");

    [Fact]
    public void A_quote_that_is_never_closed_in_a_large_file_does_not_fill_memory() =>
        Told("patient_id,birth_date\n\"SECRET2,1980-01-31\n" + string.Concat(Enumerable.Repeat("p3,1980-01-31\n", 200_000)), "line 2: found a record of more than 1 MB");

    [Theory]
    [InlineData("patient_id,\"birth_date\"x\nSECRET1,1950-05-01\n", "line 1: found a quote where none may stand")]
    [InlineData("patient_id,\"birth_date\nSECRET1,1950-05-01\n", "line 1: found a quote that is never closed")]
    public void A_header_with_bad_quotes_is_refused(string text, string expected) => Told(text, expected);

    public static TheoryData<string, byte[], string> Encodings => new()
    {
        { "Latin-1", Encoding.Latin1.GetBytes("patient_id,birth_date,sex\np1,1950-05-01,F\nSECRETé,1950-05-01,F\n"), "patients.csv, line 3: found bytes that are not UTF-8" },
        { "Latin-1 in the header", Encoding.Latin1.GetBytes("patient_id,birth_date,straße\nSECRET1,1950-05-01,\n"), "line 1: found bytes that are not UTF-8" },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Patients), "line 1: found zero bytes in the header" },
        { "UTF-16 big-endian without a mark", Encoding.BigEndianUnicode.GetBytes(Patients), "line 1: found zero bytes in the header" },
        { "UTF-16 with a mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Patients)], "line 1: found the byte order mark of UTF-16" },
        { "UTF-16 big-endian with a mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Patients)], "line 1: found the byte order mark of UTF-16" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Another_encoding_than_UTF8_is_refused(string name, byte[] bytes, string expected)
    {
        Assert.NotEmpty(name);
        using var folder = new TempFolder().With("patients.csv", bytes);
        var told = Refused(folder.Path);
        Assert.Contains(expected, told, StringComparison.Ordinal);
        Assert.Contains("expected a file in UTF-8", told, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_gzip_is_refused()
    {
        using var folder = new TempFolder().With("patients.csv.gz", Patients);
        Assert.Contains("patients.csv.gz: found a damaged gzip file; expected a whole .gz file", Refused(folder.Path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    [InlineData(0.99999)]
    public void A_gzip_that_was_cut_off_is_refused_and_never_taken_for_the_whole(double keep)
    {
        using var folder = new TempFolder().WithGzip("patients.csv.gz", ManyPatients());
        var bytes = File.ReadAllBytes(folder.In("patients.csv.gz"));
        folder.With("patients.csv.gz", bytes[..(int)(bytes.Length * keep)]);
        foreach (var quarantine in (string?[])[null, folder.In("aside")]) Assert.Contains("damaged gzip", Refused(folder.Path, quarantine), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_that_was_changed_is_refused()
    {
        using var folder = new TempFolder().WithGzip("patients.csv.gz", ManyPatients());
        var bytes = File.ReadAllBytes(folder.In("patients.csv.gz"));
        bytes[^6] ^= 0x55;
        folder.With("patients.csv.gz", bytes);
        Assert.Contains("damaged gzip", Refused(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_of_several_members_is_read_whole()
    {
        using var folder = new TempFolder().WithGzip("patients.csv.gz", ManyPatients()).WithGzip("more.gz", "more,1950-01-01\n");
        folder.With("patients.csv.gz", [.. File.ReadAllBytes(folder.In("patients.csv.gz")), .. File.ReadAllBytes(folder.In("more.gz"))]);
        Assert.Equal(20_001, LinkedData.Load(folder.Path).Population.Count);
    }

    [Fact]
    public void An_empty_gzip_is_an_empty_file()
    {
        using var folder = new TempFolder().WithGzip("patients.csv.gz", "");
        Assert.Contains("patients.csv.gz: found an empty file", Refused(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_practice_that_stands_twice_or_a_network_in_two_localities_is_refused()
    {
        foreach (var row in (string[])["A01,Other,North,Coast,East,Kent", "A02,Other,North,Inland,East,Kent", "A02,Old Mill,North,Coast,East,Kent"])
        {
            using var folder = NativeSample.With("practices", NativeSample.Files["practices"] + row + "\n");
            Assert.StartsWith("practices:", Refused(folder.Path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_several_unreadable_files_the_same_is_told_every_time()
    {
        using var folder = NativeSample.With("activity", "");
        folder.With("deficits.csv", "").With("measurements.csv", "");
        var told = Refused(folder.Path);
        Assert.StartsWith("activity.csv", told, StringComparison.Ordinal);
        for (var i = 0; i < 10; i++) Assert.Equal(told, Refused(folder.Path));
    }

    private static string ManyPatients() =>
        "patient_id,birth_date\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"p{i * 7919L % 20_000},19{i % 90 + 10}-01-{i % 28 + 1:00}\n"));

    private static void Told(string text, params string[] expected)
    {
        using var folder = new TempFolder().With("patients.csv", text);
        var told = Refused(folder.Path);
        foreach (var part in expected) Assert.Contains(part, told, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", told, StringComparison.Ordinal);
        Assert.Equal(told, Refused(folder.Path, folder.In("aside")));
    }

    private static string Refused(string folder, string? quarantine = null) =>
        Assert.Throws<DataException>(() => LinkedData.Load(folder, new ImportOptions { Quarantine = quarantine })).Message;
}
