using Phm.Populations;

namespace Phm.Ingest;

/// <summary>Reads the table of patients.</summary>
internal static class PatientReader
{
    /// <param name="csv">The file.</param>
    /// <param name="geography">Where practice codes are looked up.</param>
    /// <param name="unknownPractices">How many people have a practice code that is not in the geography.</param>
    public static PatientTable Read(CsvTable csv, Geography geography, out int unknownPractices)
    {
        var schema = NativeSchema.Patients;
        var practices = geography.Practices.Select((practice, index) => (practice.Code, Index: (ushort)index)).ToDictionary(p => p.Code, p => p.Index, StringComparer.Ordinal);
        var columns = schema.Columns.Select(csv.Column).ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rows = new PatientRows();
        unknownPractices = 0;
        while (csv.Read())
        {
            if (!TryRead(csv, columns, schema.Columns, out var row, out var practice)) continue;
            if (!seen.Add(row.Id))
            {
                csv.Reject("patient_id", "a pseudonym that stands in an earlier row", "each person once", "Remove the duplicate; keep the row that is right.");
                continue;
            }
            if (practice is not null && practices.TryGetValue(practice, out var index)) row = row with { Practice = index };
            else if (practice is not null) unknownPractices++;
            csv.Keep();
            rows.Add(row);
        }
        return rows.Build();
    }

    private static bool TryRead(CsvTable csv, int[] at, IReadOnlyList<ColumnSchema> schema, out PatientRow row, out string? practice)
    {
        row = default;
        practice = null;
        if (!csv.Text(at[0], schema[0], out var id)
            || !csv.Date(at[1], schema[1], out var birth)
            || !csv.OptionalWord<Sex>(at[2], schema[2], out var sex)
            || !csv.OptionalWord<EthnicGroup>(at[3], schema[3], out var ethnicGroup)
            || !csv.OptionalText(at[4], schema[4], out practice)
            || !csv.OptionalNumber(at[5], schema[5], out var decile)
            || !csv.OptionalDate(at[6], schema[6], out var from)
            || !csv.OptionalDate(at[7], schema[7], out var to)
            || !csv.OptionalDate(at[8], schema[8], out var death)
            || !csv.OptionalYesNo(at[9], schema[9], out var careHome)) return false;
        if (decile is { } number && number != Math.Floor(number)) return csv.Reject("imd_decile", "a broken number", "a whole number from 1 to 10", "Check how the decile was derived.");
        row = new PatientRow
        {
            Id = id,
            Birth = birth,
            Sex = sex,
            EthnicGroup = ethnicGroup,
            DeprivationDecile = (byte?)decile,
            RegisteredFrom = from,
            RegisteredTo = to,
            Death = death,
            CareHome = careHome == true,
        };
        return true;
    }
}
