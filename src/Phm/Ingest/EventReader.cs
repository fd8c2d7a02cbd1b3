using Phm.Populations;

namespace Phm.Ingest;

/// <summary>Reads tables of events: each row belongs to a person of the patient table.</summary>
internal sealed class EventReader(CsvTable csv, PatientIndex patients)
{
    private readonly PersonCell _person = new(csv, patients, NativeSchema.Patients.Name);

    public void Activity(ActivityRows rows)
    {
        var s = NativeSchema.Activity.Columns;
        var c = s.Select(csv.Column).ToArray();
        Span<char> diagnosisBuffer = stackalloc char[CsvTable.MaxTextLength];
        Span<char> providerBuffer = stackalloc char[CsvTable.MaxTextLength];
        while (csv.Read())
        {
            if (!_person.Read(c[0], s[0]) || !csv.Date(c[1], s[1], out var date) || !csv.Word<PointOfDelivery>(c[2], s[2], out var point)
                || !csv.OptionalDate(c[3], s[3], out var end) || !csv.OptionalCode(c[4], s[4], diagnosisBuffer, out var diagnosis)
                || !csv.OptionalPence(c[5], s[5], out var pence) || !csv.OptionalYesNo(c[6], s[6], out var attended)
                || !csv.OptionalCode(c[7], s[7], providerBuffer, out var provider) || !csv.OptionalYesNo(c[8], s[8], out var minor)
                || !csv.EndsAfter(date, end, "end_date") || !IsOfAccidentAndEmergency(minor, point, s[8])) continue;
            csv.Keep();
            rows.Add(_person.Patient, date, point, end, pence, attended, diagnosis, provider, minor);
        }
    }

    public void Diagnoses(DiagnosisRows rows)
    {
        var s = NativeSchema.Diagnoses.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!_person.Read(c[0], s[0]) || !csv.Word<Condition>(c[1], s[1], out var condition) || !csv.Date(c[2], s[2], out var onset)
                || !csv.OptionalDate(c[3], s[3], out var end) || !csv.EndsAfter(onset, end, "end")) continue;
            csv.Keep();
            rows.Add(_person.Patient, onset, condition, end);
        }
    }

    public void Deficits(DeficitRows rows)
    {
        var s = NativeSchema.Deficits.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!_person.Read(c[0], s[0]) || !csv.Word<Deficit>(c[1], s[1], out var deficit) || !csv.Date(c[2], s[2], out var onset)) continue;
            csv.Keep();
            rows.Add(_person.Patient, onset, deficit);
        }
    }

    public void Measurements(MeasurementRows rows)
    {
        var s = NativeSchema.Measurements.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!_person.Read(c[0], s[0]) || !csv.Date(c[1], s[1], out var date) || !csv.Word<MeasureKind>(c[2], s[2], out var kind)
                || !csv.Number(c[3], s[3], out var value) || !Plausible(kind, value)) continue;
            csv.Keep();
            rows.Add(_person.Patient, date, kind, (float)value);
        }
    }

    public void Medications(MedicationRows rows)
    {
        var s = NativeSchema.Medications.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!_person.Read(c[0], s[0]) || !csv.Text(c[1], s[1], out var medicine) || !csv.Date(c[2], s[2], out var start)
                || !csv.OptionalDate(c[3], s[3], out var end) || !csv.EndsAfter(start, end, "end")) continue;
            csv.Keep();
            rows.Add(_person.Patient, start, medicine, end);
        }
    }

    public void Activations(ActivationRows rows)
    {
        var s = NativeSchema.Activation.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!_person.Read(c[0], s[0]) || !csv.Date(c[1], s[1], out var date) || !csv.OptionalNumber(c[2], s[2], out var score)
                || !csv.OptionalNumber(c[3], s[3], out var level)) continue;
            if (score is null && level is null)
            {
                csv.Reject(null, "neither a score nor a level", "a score or a level", "Fill one of the two or leave the row out.");
                continue;
            }
            if (level is { } number && number != Math.Floor(number))
            {
                csv.Reject("level", "a broken number", "a level of 1, 2, 3 or 4", "Put a score into the column score.");
                continue;
            }
            csv.Keep();
            rows.Add(_person.Patient, date, (float?)score, (byte?)level);
        }
    }

    public void Assessments(AssessmentRows rows)
    {
        var s = NativeSchema.Assessments.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!_person.Read(c[0], s[0]) || !csv.Date(c[1], s[1], out var date) || !csv.OptionalNumber(c[2], s[2], out var eq5d)
                || !csv.OptionalYesNo(c[3], s[3], out var anxious)) continue;
            csv.Keep();
            rows.Add(_person.Patient, date, (float?)eq5d, anxious);
        }
    }

    public void Interventions(InterventionRows rows)
    {
        var s = NativeSchema.Interventions.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!_person.Read(c[0], s[0]) || !csv.Text(c[1], s[1], out var programme) || !csv.Date(c[2], s[2], out var start)
                || !csv.OptionalDate(c[3], s[3], out var end) || !csv.EndsAfter(start, end, "end")) continue;
            csv.Keep();
            rows.Add(_person.Patient, start, programme, end);
        }
    }

    private bool IsOfAccidentAndEmergency(bool? minor, PointOfDelivery point, ColumnSchema column) => minor is null || point == PointOfDelivery.AccidentAndEmergency
        || csv.Reject(column.Name, "a value for another service", $"nothing, except for rows of {PointOfDelivery.AccidentAndEmergency.Code()}", "Empty the cell, or check the point of delivery.");

    private bool Plausible(MeasureKind kind, double value)
    {
        var (min, max) = MeasureRange.Of(kind);
        return (value >= min && value <= max) || csv.Reject("value", "a number that is not plausible for the measure",
            FormattableString.Invariant($"a value between {min} and {max} for {kind.Code()}"), "Check the unit against the data dictionary.");
    }
}
