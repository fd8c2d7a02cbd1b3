using Phm.Populations;

namespace Phm.Ingest.Omop;

/// <summary>Reads medicines by the name of their concept, or by their source value where the concept is not known.</summary>
internal static class OmopDrugs
{
    public static void Read(CsvTable csv, OmopConcepts concepts, PatientIndex patients, MedicationRows rows)
    {
        var s = OmopSchema.Drug.Columns;
        var c = s.Select(csv.Column).ToArray();
        var person = new PersonCell(csv, patients, OmopSchema.Person.Name);
        while (csv.Read())
        {
            if (!person.Read(c[0], s[0]) || !csv.Date(c[1], s[1], out var start) || !csv.OptionalDate(c[2], s[2], out var end)
                || !csv.OptionalWhole(c[3], s[3], out var concept) || !csv.OptionalText(c[4], s[4], out var source)
                || !csv.EndsAfter(start, end, s[2].Name)) continue;
            if (concepts.MedicineOf(concept) is { } name || source is not null && (name = ShortName.Of(source, "")).Length > 0)
            {
                csv.Keep();
                rows.Add(person.Patient, start, name, end);
            }
            else csv.LeaveOut("medicine without a name or code");
        }
    }
}
