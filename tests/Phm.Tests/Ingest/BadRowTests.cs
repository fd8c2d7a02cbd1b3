using Phm.Ingest;

namespace Phm.Tests.Ingest;

/// <summary>Every way in which a row can be wrong: the error says where, what was expected and what to do, and never what stood there.</summary>
public sealed class BadRowTests
{
    private const string Minor = "patient_id,date,point_of_delivery,minor_self_referred\n";

    private const string Activity = "patient_id,date,point_of_delivery,end_date,primary_diagnosis,cost,attended,provider\n";
    private const string Good = "p1,2024-04-02,emergency,2024-04-09,I500,5417,1,RVV\n";

    /// <summary>Name, table, text, the value that must not be told, then what the message must have.</summary>
    private static readonly (string Name, string Table, string Text, string Secret, string[] Expected)[] Cases =
    [
        ("a date that is none", "patients", "patient_id,birth_date\np1,1950-05-01\np2,31/12/1977x\n", "1977", ["patients.csv, line 3, column birth_date", "a date as YYYY-MM-DD"]),
        ("a day that does not exist", "patients", "patient_id,birth_date\np1,1977-02-29\n", "1977-02-29", ["line 2, column birth_date", "a date as YYYY-MM-DD"]),
        ("a date before 1900", "patients", "patient_id,birth_date\np1,1899-12-31\n", "1899", ["line 2, column birth_date", "between 1900-01-01 and 2079-06-06"]),
        ("a date after 2079", "activity", Activity + "p1,2079-06-07,gp,,,,,\n", "2079-06-07", ["line 2, column date"]),
        ("a date with a time", "activity", Activity + "p1,2024-04-02T10:11:12,gp,,,,,\n", "10:11", ["line 2, column date", "without a time"]),
        ("no date of birth", "patients", "patient_id,birth_date\np1,\n", "p1", ["line 2, column birth_date: found nothing"]),
        ("no pseudonym", "patients", "patient_id,birth_date\n,1977-03-04\n", "1977-03-04", ["line 2, column patient_id: found nothing"]),
        ("a person twice", "patients", "patient_id,birth_date\nZX9,1950-05-01\nZX9,1951-05-01\n", "ZX9", ["line 3, column patient_id", "each person once"]),
        ("a person who is not there", "activity", Activity + Good + "ZX9,2024-04-02,gp,,,,,\n", "ZX9", ["activity.csv, line 3, column patient_id", "a person of the table patients"]),
        ("a pseudonym that is too long", "patients", $"patient_id,birth_date\n{new string('Q', 65)},1950-05-01\n", "QQQ", ["line 2, column patient_id", "1 to 64 bytes"]),
        ("a huge field", "activity", Activity + $"p1,2024-04-02,gp,,{new string('Q', 100_000)},,,\n", "QQQ", ["line 2, column primary_diagnosis"]),
        ("control characters in a name", "medications", "patient_id,medicine,start\np1,secret\u0007name,2020-01-01\n", "secret", ["line 2, column medicine", "control characters"]),
        ("a delete character in a name", "medications", "patient_id,medicine,start\np1,secret\u007fname,2020-01-01\n", "secret", ["line 2, column medicine"]),
        ("a zero byte in a name", "medications", "patient_id,medicine,start\np1,secret\0name,2020-01-01\n", "secret", ["line 2, column medicine"]),
        ("a zero byte in a number", "activity", Activity + "p1,2024-04-02,gp,,,77\0,,\n", "77", ["line 2, column cost"]),
        ("a line break in a name", "medications", "patient_id,medicine,start\np1,\"secret\nname\",2020-01-01\n", "secret", ["line 2, column medicine"]),
        ("another word", "activity", Activity + "p1,2024-04-02,barbershop,,,,,\n", "barbershop", ["line 2, column point_of_delivery", "one of gp, prescribing, ae"]),
        ("a word in capitals", "patients", "patient_id,birth_date,sex\np1,1950-05-01,f\n", "1950-05-01", ["line 2, column sex", "one of F, M, O"]),
        ("a number with a comma", "activity", Activity + "p1,2024-04-02,gp,,,\"7,654\",,\n", "7,654", ["line 2, column cost", "point as decimal mark"]),
        ("a number with a unit", "measurements", "patient_id,date,measure,value\np1,2024-01-01,bmi,87kg\n", "87", ["line 2, column value", "without thousands separators or units"]),
        ("not a number", "measurements", "patient_id,date,measure,value\np1,2024-01-01,bmi,NaN\n", "NaN", ["line 2, column value"]),
        ("an infinite number", "measurements", "patient_id,date,measure,value\np1,2024-01-01,bmi,Infinity\n", "Infinity", ["line 2, column value"]),
        ("a negative cost", "activity", Activity + "p1,2024-04-02,gp,,,-7654,,\n", "7654", ["line 2, column cost", "a number between 0 and 20000000"]),
        ("a cost beyond belief", "activity", Activity + "p1,2024-04-02,gp,,,20000001,,\n", "20000001", ["line 2, column cost"]),
        ("an end before the start", "activity", Activity + "p1,2024-04-09,emergency,2024-04-02,,,,\n", "2024-04", ["line 2, column end_date", "on or after the first"]),
        ("a condition that ends before it began", "diagnoses", "patient_id,condition,onset,end\np1,pregnancy,2020-03-07,2020-03-06\n", "2020-03", ["line 2, column end"]),
        ("a decile that is broken", "patients", "patient_id,birth_date,imd_decile\np1,1950-05-01,7.5\n", "7.5", ["line 2, column imd_decile", "a whole number from 1 to 10"]),
        ("a decile that does not exist", "patients", "patient_id,birth_date,imd_decile\np1,1950-05-01,11\n", "is 11", ["line 2, column imd_decile", "between 1 and 10"]),
        ("a measure that cannot be", "measurements", "patient_id,date,measure,value\np1,2024-01-01,hba1c,7.13\n", "7.13", ["line 2, column value", "between 10 and 200 for hba1c"]),
        ("neither yes nor no", "activity", Activity + "p1,2024-04-02,gp,,,,maybe,\n", "maybe", ["line 2, column attended", "0 or 1"]),
        ("a minor attendance at the GP", "activity", Minor + "p1,2024-04-02,gp,1\n", "p1", ["line 2, column minor_self_referred", "except for rows of ae"]),
        ("a minor attendance that is neither", "activity", Minor + "p1,2024-04-02,ae,perhaps\n", "perhaps", ["line 2, column minor_self_referred", "0 or 1"]),
        ("a level that is broken", "activation", "patient_id,date,score,level\np1,2024-01-01,,2.5\n", "2.5", ["line 2, column level", "1, 2, 3 or 4"]),
        ("neither score nor level", "activation", "patient_id,date,score,level\np1,2024-01-01,,\n", "p1", ["activation.csv, line 2: found neither a score nor a level"]),
        ("a row that is too short", "patients", "patient_id,birth_date,sex\np1,1950-05-01\n", "1950", ["patients.csv, line 2: found a row with 2 cells", "3 cells"]),
        ("a row that is too long", "patients", "patient_id,birth_date\np1,1950-05-01,F\n", "1950", ["patients.csv, line 2: found a row with 3 cells", "2 cells"]),
        ("a stray quote", "medications", "patient_id,medicine,start\np1,secret\"name,2020-01-01\n", "secret", ["medications.csv, line 2: found a quote where none may stand", "RFC 4180"]),
        ("text after a quote", "medications", "patient_id,medicine,start\np1,\"secret\"name,2020-01-01\n", "secret", ["medications.csv, line 2: found a quote where none may stand"]),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_strict_import_says_where_and_what_was_expected_but_never_what_stood_there(string name)
    {
        var (_, table, text, secret, expected) = Cases.Single(c => c.Name == name);
        using var folder = NativeSample.With(table, text);

        var error = Assert.Throws<DataException>(() => LinkedData.Load(folder.Path));

        foreach (var part in expected) Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Told(error, folder), StringComparison.Ordinal);
        Assert.Contains("nothing was imported", error.Message, StringComparison.Ordinal);
        Assert.Null(error.InnerException);
        Assert.Equal(3, error.ExitCode);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_quarantine_keeps_the_whole_row_aside_and_imports_the_others(string name)
    {
        var (_, table, text, _, _) = Cases.Single(c => c.Name == name);
        using var folder = NativeSample.With(table, table == "patients" ? text + OtherPatient(text) : text);
        using var aside = new TempFolder();

        var data = LinkedData.Load(folder.Path, new ImportOptions { Quarantine = aside.Path });

        var report = data.Quality.Tables.Single(t => t.Table == table);
        Assert.Equal(1, report.RowsRead - report.RowsKept);
        Assert.Equal(1, report.Rejected.Values.Sum());
        var rejected = File.ReadAllText(aside.In(table + ".rejected.csv"));
        Assert.StartsWith("line,column,reason,row\n", rejected, StringComparison.Ordinal);
    }

    /// <summary>Without anyone, there is nothing to import.</summary>
    private static string OtherPatient(string text) => "other,1960-01-01" + new string(',', text.Split('\n')[0].Count(c => c == ',') - 1) + "\n";

    private static string Told(DataException error, TempFolder folder) =>
        error.Message.Replace(Path.GetFileName(folder.Path), "", StringComparison.Ordinal).Replace("1900-01-01 and 2079-06-06", "", StringComparison.Ordinal);
}
