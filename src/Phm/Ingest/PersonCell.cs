using Phm.Populations;

namespace Phm.Ingest;

/// <summary>The cell of an event that says whose it is.</summary>
internal sealed class PersonCell(CsvTable csv, PatientIndex patients, string table)
{
    /// <summary>The person of the last row that was read well, as a row of the patient table.</summary>
    public int Patient { get; private set; } = -1;

    /// <summary>Finds the person; false, and the row is rejected, where there is none.</summary>
    public bool Read(int column, ColumnSchema schema)
    {
        var id = csv.Cell(column);
        if (id.IsEmpty) return csv.Reject(schema.Name, "nothing", schema.Expected, "Fill the cell or leave the row out.");
        var found = patients.Find(id, Patient);
        if (found < 0) return csv.Reject(schema.Name, $"a pseudonym without a row in {table}", $"a person of the table {table}", $"Add the person to {table} or leave the row out.");
        Patient = found;
        return true;
    }
}
