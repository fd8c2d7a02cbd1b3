using System.Globalization;
using System.IO.Compression;
using Phm.Ingest;
using Phm.Populations;

namespace Phm.Tests.Ingest;

/// <summary>What is read can be written and read again without loss, whatever the order, the culture or the form of the file.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_saved_population_is_read_back_equal_and_saved_again_with_the_same_bytes(int seed)
    {
        using var folder = RandomLinkedData.Write(new RandomLinkedData(seed).Tables());
        var first = LinkedData.Load(folder.Path).Population;
        var bytes = Saved(first);
        LinkedData.Save(first, folder.In("saved"));

        var second = LinkedData.Load(folder.In("saved")).Population;

        AssertEqual(first, second);
        Assert.Equal(bytes, Saved(second));
        Assert.Equal(bytes, Saved(first));
        Assert.Equal(10, bytes.Count);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void The_order_of_rows_makes_no_difference(int seed)
    {
        var tables = new RandomLinkedData(seed).Tables();
        using var sorted = RandomLinkedData.Write(tables);
        RandomLinkedData.Shuffle(tables, seed);
        using var shuffled = RandomLinkedData.Write(tables);
        var (a, b) = (LinkedData.Load(sorted.Path).Population, LinkedData.Load(shuffled.Path).Population);
        AssertEqual(a, b);
        Assert.Equal(Saved(a), Saved(b));
    }

    [Fact]
    public void The_form_of_the_file_makes_no_difference()
    {
        var tables = new RandomLinkedData(8).Tables();
        using var plain = RandomLinkedData.Write(tables);
        using var windows = RandomLinkedData.Write(tables, newLine: "\r\n", start: "\uFEFF");
        using var gzipped = new TempFolder();
        foreach (var (name, (header, rows)) in tables) gzipped.WithGzip(name + ".csv.gz", string.Join('\n', [header, .. rows]));
        var expected = Saved(LinkedData.Load(plain.Path).Population);
        Assert.Equal(expected, Saved(LinkedData.Load(windows.Path).Population));
        Assert.Equal(expected, Saved(LinkedData.Load(gzipped.Path).Population));
    }

    [Fact]
    public void The_order_of_columns_their_case_and_columns_more_make_no_difference()
    {
        using var usual = new TempFolder().With("patients.csv", "patient_id,birth_date,sex\np1,1950-05-01,F\n");
        using var other = new TempFolder().With("patients.csv", "remark,SEX, Birth_Date ,patient_id\n\"free, text\nover \"\"lines\"\"\",F,1950-05-01,p1\n");
        Assert.Equal(Saved(LinkedData.Load(usual.Path).Population), Saved(LinkedData.Load(other.Path).Population));
    }

    [Fact]
    public void The_culture_of_the_machine_makes_no_difference()
    {
        using var folder = RandomLinkedData.Write(new RandomLinkedData(9).Tables());
        var expected = Saved(LinkedData.Load(folder.Path).Population);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CommaCulture();
            Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
            var data = LinkedData.Load(folder.Path);
            Assert.Equal(expected, Saved(data.Population));
            Assert.DoesNotContain(',', data.Quality.ToCsv().Split('\n')[1].Split(',')[2]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_cohort_is_saved_without_the_others()
    {
        using var folder = RandomLinkedData.Write(new RandomLinkedData(10).Tables());
        var all = LinkedData.Load(folder.Path).Population;
        var cohort = all.Where(Period.Between("1900-01-01", "2079-01-01"), person => person.Sex == Sex.Female);
        LinkedData.Save(cohort, folder.In("cohort"));
        var read = LinkedData.Load(folder.In("cohort")).Population;
        Assert.InRange(cohort.Count, 1, all.Count - 1);
        Assert.Equal(cohort.Count, read.Count);
        Assert.Equal(Saved(cohort), Saved(read));
    }

    [Fact]
    public void Nothing_that_is_there_is_overwritten()
    {
        using var folder = NativeSample.With("", "");
        var population = LinkedData.Load(folder.Path).Population;
        Assert.Contains("exists and is not empty", Assert.Throws<DataException>(() => LinkedData.Save(population, folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_did_not_come_is_not_available()
    {
        using var folder = new TempFolder().With("patients.csv", "patient_id,birth_date\np1,1950-05-01\n");
        var population = LinkedData.Load(folder.Path).Population;
        Assert.All(population.Tables.Events, table => Assert.False(table.Table.IsAvailable));
        LinkedData.Save(population, folder.In("saved"));
        Assert.Equal(["patients.csv.gz"], Directory.GetFiles(folder.In("saved")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("p2,2024-05-01,ae,\n", false)]
    [InlineData("p2,2024-05-01,ae,0\n", true)]
    [InlineData("p2,2024-05-01,ae,1\n", true)]
    public void The_column_of_minor_attendances_is_written_only_where_one_of_these_people_has_a_value(string row, bool written)
    {
        using var folder = NativeSample.With("activity", "patient_id,date,point_of_delivery,minor_self_referred\np1,2024-04-02,ae,\n" + row);
        var everyone = LinkedData.Load(folder.Path).Population;
        LinkedData.Save(everyone, folder.In("saved"));
        LinkedData.Save(everyone.Where(Period.FinancialYear(2024), person => person.Sex == Sex.Female), folder.In("cohort"));

        Assert.Equal(written, Activity("saved").StartsWith("patient_id,date,point_of_delivery,end_date,primary_diagnosis,cost,attended,provider,minor_self_referred\n", StringComparison.Ordinal));
        Assert.Equal(written, Activity("saved").Contains("minor", StringComparison.Ordinal));
        Assert.Equal("patient_id,date,point_of_delivery,end_date,primary_diagnosis,cost,attended,provider\np1,2024-04-02,ae,,,,,\n", Activity("cohort"));

        string Activity(string copy)
        {
            using var text = new StreamReader(new GZipStream(File.OpenRead(folder.In($"{copy}/activity.csv.gz")), CompressionMode.Decompress));
            return text.ReadToEnd();
        }
    }

    private static SortedDictionary<string, string> Saved(Population population)
    {
        using var folder = new TempFolder();
        LinkedData.Save(population, folder.In("saved"));
        return TempFolder.BytesOf(folder.In("saved"));
    }

    private static CultureInfo CommaCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        culture.DateTimeFormat.DateSeparator = ".";
        return culture;
    }

    private static void AssertEqual(Population a, Population b)
    {
        Assert.Equal(a.Geography.Practices, b.Geography.Practices);
        Assert.Equal(Ids(a), Ids(b));
        Same(a.Patients.Flags, b.Patients.Flags);
        Same(a.Patients.Birth, b.Patients.Birth);
        Same(a.Patients.Sex, b.Patients.Sex);
        Same(a.Patients.EthnicGroup, b.Patients.EthnicGroup);
        Same(a.Patients.Practice, b.Patients.Practice);
        Same(a.Patients.DeprivationDecile, b.Patients.DeprivationDecile);
        Same(a.Patients.RegisteredFrom, b.Patients.RegisteredFrom);
        Same(a.Patients.RegisteredTo, b.Patients.RegisteredTo);
        Same(a.Patients.Death, b.Patients.Death);
        foreach (var (x, y) in a.Tables.Events.Zip(b.Tables.Events))
        {
            Assert.Equal(x.Name, y.Name);
            Same(x.Table.Offsets, y.Table.Offsets);
            Same(x.Table.Date, y.Table.Date);
        }
        Same(a.Activity.Point, b.Activity.Point);
        Same(a.Activity.Flags, b.Activity.Flags);
        Same(a.Activity.End, b.Activity.End);
        Same(a.Activity.Cost, b.Activity.Cost);
        Same(a.Diagnoses.Condition, b.Diagnoses.Condition);
        Same(a.Diagnoses.End, b.Diagnoses.End);
        Same(a.Diagnoses.HasEnd, b.Diagnoses.HasEnd);
        Same(a.Deficits.Deficit, b.Deficits.Deficit);
        Same(a.Measurements.Kind, b.Measurements.Kind);
        Same(a.Measurements.Value, b.Measurements.Value);
        Same(a.Activations.Score, b.Activations.Score);
        Same(a.Activations.Level, b.Activations.Level);
        Same(a.Assessments.Flags, b.Assessments.Flags);
        Same(a.Assessments.Eq5d, b.Assessments.Eq5d);
        Assert.Equal(Codes(a.Activity.DiagnosisCodes, a.Activity.Diagnosis), Codes(b.Activity.DiagnosisCodes, b.Activity.Diagnosis));
        Assert.Equal(Codes(a.Activity.ProviderCodes, a.Activity.Provider), Codes(b.Activity.ProviderCodes, b.Activity.Provider));
        Assert.Equal(Codes(a.Medications.MedicineCodes, a.Medications.Medicine), Codes(b.Medications.MedicineCodes, b.Medications.Medicine));
        Assert.Equal(Codes(a.Interventions.ProgrammeCodes, a.Interventions.Programme), Codes(b.Interventions.ProgrammeCodes, b.Interventions.Programme));
    }

    private static void Same<T>(ReadOnlyMemory<T> a, ReadOnlyMemory<T> b) => Assert.Equal(a.ToArray(), b.ToArray());

    private static IEnumerable<string> Ids(Population population) => Enumerable.Range(0, population.Patients.Count).Select(p => population.Patients.Ids[p]);

    private static IEnumerable<string> Codes(CodeDictionary codes, ReadOnlyMemory<ushort> rows) => rows.ToArray().Select(row => codes.Count == 0 ? "" : codes[row]);
}
