using Phm.Populations;

namespace Phm.Ingest.Omop;

/// <summary>Reads measurements that the product holds, in its units. The others, and values that cannot be, are left out and counted.</summary>
internal static class OmopMeasurements
{
    public static void Read(CsvTable csv, OmopConcepts concepts, PatientIndex patients, MeasurementRows rows)
    {
        var s = OmopSchema.Measurement.Columns;
        var c = s.Select(csv.Column).ToArray();
        var person = new PersonCell(csv, patients, OmopSchema.Person.Name);
        while (csv.Read())
        {
            if (!person.Read(c[0], s[0]) || !csv.Date(c[1], s[1], out var date) || !csv.OptionalWhole(c[2], s[2], out var concept)
                || !csv.OptionalNumber(c[3], s[3], out var number) || !csv.OptionalWhole(c[4], s[4], out var unitConcept)
                || !csv.OptionalText(c[5], s[5], out var unitText) || !csv.OptionalText(c[6], s[6], out var source)) continue;
            if (concepts.MeasureOf(concept, source) is not { } measure) csv.LeaveOut("measurement that the product does not hold");
            else if (number is not { } value) csv.LeaveOut($"{measure.Kind.Code()} without a number");
            else if (measure.Convert(value, concepts.UnitOf(unitConcept, unitText)) is not { } converted) csv.LeaveOut($"{measure.Kind.Code()} in a unit that is not known");
            else if (!IsPlausible(measure.Kind, converted)) csv.LeaveOut($"{measure.Kind.Code()} that is not plausible");
            else
            {
                csv.Keep();
                rows.Add(person.Patient, date, measure.Kind, (float)converted);
            }
        }
    }

    private static bool IsPlausible(MeasureKind kind, double value)
    {
        var (min, max) = MeasureRange.Of(kind);
        return value >= min && value <= max;
    }
}
