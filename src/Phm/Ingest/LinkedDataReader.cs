using Phm.Populations;

namespace Phm.Ingest;

/// <summary>Reads a folder of native linked data: practices, then patients, then the events of those patients.</summary>
internal sealed class LinkedDataReader(LinkedDataFolder folder, ImportOptions options)
{
    private readonly TableReads _tables = new(folder.Name, options);

    public (Population Population, IReadOnlyList<TableReport> Tables, int UnknownPractices) Read()
    {
        var geography = ReadTable(NativeSchema.Practices, ReadPractices) ?? Geography.None;
        var unknownPractices = 0;
        var patients = ReadTable(NativeSchema.Patients, csv => PatientReader.Read(csv, geography, out unknownPractices))!;
        var rows = new PopulationRows();
        ReadEvents(patients, rows);

        _tables.RequireGood();
        if (patients.Count == 0) throw new DataException($"'{folder.Name}': patients has no rows that could be imported. Expected one row a person.");
        return (rows.Build(geography, patients), _tables.Reports, unknownPractices);
    }

    private void ReadEvents(PatientTable patients, PopulationRows rows)
    {
        var index = new PatientIndex(patients);
        var readers = new (TableSchema Schema, EventRows Rows, Action<CsvTable> Read)[]
        {
            (NativeSchema.Activity, rows.Activity, csv => new EventReader(csv, index).Activity(rows.Activity)),
            (NativeSchema.Diagnoses, rows.Diagnoses, csv => new EventReader(csv, index).Diagnoses(rows.Diagnoses)),
            (NativeSchema.Deficits, rows.Deficits, csv => new EventReader(csv, index).Deficits(rows.Deficits)),
            (NativeSchema.Measurements, rows.Measurements, csv => new EventReader(csv, index).Measurements(rows.Measurements)),
            (NativeSchema.Medications, rows.Medications, csv => new EventReader(csv, index).Medications(rows.Medications)),
            (NativeSchema.Activation, rows.Activations, csv => new EventReader(csv, index).Activations(rows.Activations)),
            (NativeSchema.Assessments, rows.Assessments, csv => new EventReader(csv, index).Assessments(rows.Assessments)),
            (NativeSchema.Interventions, rows.Interventions, csv => new EventReader(csv, index).Interventions(rows.Interventions)),
        };
        var done = new (TableReport, ProblemLog)?[readers.Length];
        try
        {
            Parallel.For(0, readers.Length, i =>
            {
                var (schema, tableRows, read) = readers[i];
                tableRows.IsAvailable = folder.FileOf(schema) is not null;
                if (folder.FileOf(schema) is { } file) done[i] = _tables.ReadAside(schema.Name, file, read);
            });
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<DataException>().Any())
        {
            // Several files can be unreadable at once; the user is told of the same one first every time.
            throw e.InnerExceptions.OfType<DataException>().OrderBy(inner => inner.Message, StringComparer.Ordinal).First();
        }
        foreach (var table in done.OfType<(TableReport, ProblemLog)>()) _tables.Add(table);
    }

    private T? ReadTable<T>(TableSchema schema, Func<CsvTable, T> read) where T : class
    {
        T? result = null;
        if (folder.FileOf(schema) is { } file) _tables.Read(schema.Name, file, csv => result = read(csv));
        return result;
    }

    private static Geography ReadPractices(CsvTable csv)
    {
        var schema = NativeSchema.Practices;
        var columns = schema.Columns.Select(csv.Column).ToArray();
        var practices = new List<Practice>();
        while (csv.Read())
        {
            var cells = new string[columns.Length];
            var ok = true;
            for (var c = 0; c < columns.Length && ok; c++) ok = csv.Text(columns[c], schema.Columns[c], out cells[c]);
            if (!ok) continue;
            csv.Keep();
            practices.Add(new Practice(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]));
        }
        return new Geography(practices);
    }
}
