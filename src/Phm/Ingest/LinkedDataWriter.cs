using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using Phm.Populations;

namespace Phm.Ingest;

/// <summary>Writes a population as native linked data.</summary>
internal sealed class LinkedDataWriter
{
    private readonly Population _population;
    private readonly string _folder;

    private LinkedDataWriter(Population population, string folder)
    {
        _population = population;
        _folder = folder;
    }

    /// <summary>Writes beside the target and renames at the end, so that a killed run leaves no half of the data behind.</summary>
    public static void Write(Population population, string folder)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new DataException($"'{folder}' exists and is not empty. Expected a new or empty folder; choose another name or empty this one yourself.");
        var unfinished = target + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        new LinkedDataWriter(population, unfinished).WriteTables();
        if (Directory.Exists(target)) Directory.Delete(target);
        Directory.Move(unfinished, target);
    }

    private void WriteTables()
    {
        if (_population.Geography.Practices.Count > 0) Write(NativeSchema.Practices, WritePractices);
        Write(NativeSchema.Patients, WritePatients);
        WriteEvents(NativeSchema.Activity, _population.Activity, WriteActivity);
        WriteEvents(NativeSchema.Diagnoses, _population.Diagnoses, (csv, t, row) =>
        {
            csv.WriteField(t.Condition.Span[row].Code());
            WriteDay(csv, t.Date.Span[row]);
            WriteDay(csv, t.End.Span[row], t.HasEnd.Span[row] != 0);
        });
        WriteEvents(NativeSchema.Deficits, _population.Deficits, (csv, t, row) =>
        {
            csv.WriteField(t.Deficit.Span[row].Code());
            WriteDay(csv, t.Date.Span[row]);
        });
        WriteEvents(NativeSchema.Measurements, _population.Measurements, (csv, t, row) =>
        {
            WriteDay(csv, t.Date.Span[row]);
            csv.WriteField(t.Kind.Span[row].Code());
            WriteNumber(csv, t.Value.Span[row]);
        });
        WriteEvents(NativeSchema.Medications, _population.Medications, (csv, t, row) =>
        {
            csv.WriteField(t.MedicineCodes[t.Medicine.Span[row]]);
            WriteDay(csv, t.Date.Span[row]);
            WriteDay(csv, t.End.Span[row], t.HasEnd.Span[row] != 0);
        });
        WriteEvents(NativeSchema.Activation, _population.Activations, (csv, t, row) =>
        {
            var level = t.Level.Span[row];
            WriteDay(csv, t.Date.Span[row]);
            WriteNumber(csv, level == 0 ? t.Score.Span[row] : null);
            WriteNumber(csv, level == 0 ? null : level);
        });
        WriteEvents(NativeSchema.Assessments, _population.Assessments, (csv, t, row) =>
        {
            var flags = t.Flags.Span[row];
            WriteDay(csv, t.Date.Span[row]);
            WriteNumber(csv, (flags & AssessmentFlags.HasEq5d) != 0 ? t.Eq5d.Span[row] : null);
            WriteYesNo(csv, (flags & AssessmentFlags.AnxietyKnown) != 0 ? (flags & AssessmentFlags.Anxious) != 0 : null);
        });
        WriteEvents(NativeSchema.Interventions, _population.Interventions, (csv, t, row) =>
        {
            csv.WriteField(t.ProgrammeCodes[t.Programme.Span[row]]);
            WriteDay(csv, t.Date.Span[row]);
            WriteDay(csv, t.End.Span[row], t.HasEnd.Span[row] != 0);
        });
    }

    private void WritePractices(CsvWriter csv)
    {
        foreach (var practice in _population.Geography.Practices)
        {
            csv.WriteRecord([practice.Code, practice.Name, practice.Network, practice.Locality, practice.Place, practice.System]);
        }
    }

    private void WritePatients(CsvWriter csv)
    {
        var patients = _population.Patients;
        for (var position = 0; position < _population.Count; position++)
        {
            var p = _population.PatientAt(position);
            var flags = patients.Flags.Span[p];
            csv.WriteField(patients.Ids.Utf8(p));
            WriteDay(csv, patients.Birth.Span[p]);
            csv.WriteField(Has(PatientFlags.HasSex) ? patients.Sex.Span[p].Code() : "");
            csv.WriteField(Has(PatientFlags.HasEthnicGroup) ? patients.EthnicGroup.Span[p].Code() : "");
            csv.WriteField(Has(PatientFlags.HasPractice) ? _population.Geography.Practices[patients.Practice.Span[p]].Code : "");
            WriteNumber(csv, Has(PatientFlags.HasDeprivation) ? patients.DeprivationDecile.Span[p] : null);
            WriteDay(csv, patients.RegisteredFrom.Span[p], Has(PatientFlags.HasRegisteredFrom));
            WriteDay(csv, patients.RegisteredTo.Span[p], Has(PatientFlags.HasRegisteredTo));
            WriteDay(csv, patients.Death.Span[p], Has(PatientFlags.HasDeath));
            WriteYesNo(csv, Has(PatientFlags.CareHome));
            csv.EndRecord();

            bool Has(PatientFlags flag) => (flags & flag) != 0;
        }
    }

    private static void WriteActivity(CsvWriter csv, ActivityTable t, int row)
    {
        var flags = t.Flags.Span[row];
        WriteDay(csv, t.Date.Span[row]);
        csv.WriteField(t.Point.Span[row].Code());
        WriteDay(csv, t.End.Span[row], Has(ActivityFlags.HasEnd));
        csv.WriteField(Has(ActivityFlags.HasDiagnosis) ? t.DiagnosisCodes[t.Diagnosis.Span[row]] : "");
        if (Has(ActivityFlags.HasCost)) csv.WriteField(t.Cost.Span[row] / 100m, "0.##", CultureInfo.InvariantCulture);
        else csv.WriteField("");
        WriteYesNo(csv, Has(ActivityFlags.AttendanceKnown) ? Has(ActivityFlags.Attended) : null);
        csv.WriteField(Has(ActivityFlags.HasProvider) ? t.ProviderCodes[t.Provider.Span[row]] : "");

        bool Has(ActivityFlags flag) => (flags & flag) != 0;
    }

    private void WriteEvents<T>(TableSchema schema, T table, Action<CsvWriter, T, int> writeRow) where T : EventTable
    {
        if (!table.IsAvailable) return;
        Write(schema, csv =>
        {
            for (var position = 0; position < _population.Count; position++)
            {
                var patient = _population.PatientAt(position);
                var (start, end) = (table.RowsOf(patient).Start.Value, table.RowsOf(patient).End.Value);
                for (var row = start; row < end; row++)
                {
                    csv.WriteField(_population.Patients.Ids.Utf8(patient));
                    writeRow(csv, table, row);
                    csv.EndRecord();
                }
            }
        });
    }

    private void Write(TableSchema schema, Action<CsvWriter> write)
    {
        var path = Path.Combine(_folder, schema.Name + ".csv.gz");
        using (var file = new FileStream(path, FileMode.CreateNew))
        {
            using var gzip = new GZipStream(file, CompressionLevel.SmallestSize, leaveOpen: true);
            using var csv = CsvWriter.Create(gzip, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
            csv.WriteHeader([.. schema.Columns.Select(column => column.Name)]);
            write(csv);
        }
        MarkSystemUnknown(path);
    }

    /// <summary>The tenth byte of a gzip file names the operating system (RFC 1952); 255 is unknown, on all of them.</summary>
    private static void MarkSystemUnknown(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = 9;
        file.WriteByte(255);
    }

    private static void WriteDay(CsvWriter csv, Day day, bool known = true)
    {
        if (known) csv.WriteField(day.Date, "yyyy-MM-dd");
        else csv.WriteField("");
    }

    private static void WriteNumber(CsvWriter csv, float? value) =>
        csv.WriteField(value?.ToString("R", CultureInfo.InvariantCulture) ?? "");

    private static void WriteYesNo(CsvWriter csv, bool? value) => csv.WriteField(value switch { true => "1", false => "0", null => "" });
}
