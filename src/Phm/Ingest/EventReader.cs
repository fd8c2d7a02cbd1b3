using Phm.Populations;

namespace Phm.Ingest;

/// <summary>Reads tables of events: each row belongs to a person of the patient table.</summary>
internal sealed class EventReader(CsvTable csv, PatientIndex patients)
{
    private int _patient = -1;

    public void Activity(ActivityRows rows)
    {
        var c = NativeSchema.Activity.Columns.Select(csv.Column).ToArray();
        csv.ForEach(worker => new EventReader(worker, patients).NextActivity(c, rows), rows.Add);
    }

    public void Diagnoses(DiagnosisRows rows)
    {
        var s = NativeSchema.Diagnoses.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!Patient(c[0], s[0]) || !csv.Word<Condition>(c[1], s[1], out var condition) || !csv.Date(c[2], s[2], out var onset)
                || !csv.OptionalDate(c[3], s[3], out var end) || !EndsAfter(onset, end, "end")) continue;
            csv.Keep();
            rows.Add(_patient, onset, condition, end);
        }
    }

    public void Deficits(DeficitRows rows)
    {
        var s = NativeSchema.Deficits.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!Patient(c[0], s[0]) || !csv.Word<Deficit>(c[1], s[1], out var deficit) || !csv.Date(c[2], s[2], out var onset)) continue;
            csv.Keep();
            rows.Add(_patient, onset, deficit);
        }
    }

    public void Measurements(MeasurementRows rows)
    {
        var s = NativeSchema.Measurements.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!Patient(c[0], s[0]) || !csv.Date(c[1], s[1], out var date) || !csv.Word<MeasureKind>(c[2], s[2], out var kind)
                || !csv.Number(c[3], s[3], out var value) || !Plausible(kind, value)) continue;
            csv.Keep();
            rows.Add(_patient, date, kind, (float)value);
        }
    }

    public void Medications(MedicationRows rows)
    {
        var s = NativeSchema.Medications.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!Patient(c[0], s[0]) || !csv.Text(c[1], s[1], out var medicine) || !csv.Date(c[2], s[2], out var start)
                || !csv.OptionalDate(c[3], s[3], out var end) || !EndsAfter(start, end, "end")) continue;
            csv.Keep();
            rows.Add(_patient, start, medicine, end);
        }
    }

    public void Activations(ActivationRows rows)
    {
        var s = NativeSchema.Activation.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!Patient(c[0], s[0]) || !csv.Date(c[1], s[1], out var date) || !csv.OptionalNumber(c[2], s[2], out var score)
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
            rows.Add(_patient, date, (float?)score, (byte?)level);
        }
    }

    public void Assessments(AssessmentRows rows)
    {
        var s = NativeSchema.Assessments.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!Patient(c[0], s[0]) || !csv.Date(c[1], s[1], out var date) || !csv.OptionalNumber(c[2], s[2], out var eq5d)
                || !csv.OptionalYesNo(c[3], s[3], out var anxious)) continue;
            csv.Keep();
            rows.Add(_patient, date, (float?)eq5d, anxious);
        }
    }

    public void Interventions(InterventionRows rows)
    {
        var s = NativeSchema.Interventions.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!Patient(c[0], s[0]) || !csv.Text(c[1], s[1], out var programme) || !csv.Date(c[2], s[2], out var start)
                || !csv.OptionalDate(c[3], s[3], out var end) || !EndsAfter(start, end, "end")) continue;
            csv.Keep();
            rows.Add(_patient, start, programme, end);
        }
    }

    /// <summary>Parses a row of activity, or says null where it is rejected.</summary>
    private Func<ActivityRow?> NextActivity(int[] c, ActivityRows rows)
    {
        var s = NativeSchema.Activity.Columns;
        return () =>
        {
            Span<char> buffer = stackalloc char[2 * CsvTable.MaxTextLength];
            if (!Patient(c[0], s[0]) || !csv.Date(c[1], s[1], out var date) || !csv.Word<PointOfDelivery>(c[2], s[2], out var point)
                || !csv.OptionalDate(c[3], s[3], out var end) || !csv.OptionalCode(c[4], s[4], buffer[..CsvTable.MaxTextLength], out var diagnosis)
                || !csv.OptionalPence(c[5], s[5], out var pence) || !csv.OptionalYesNo(c[6], s[6], out var attended)
                || !csv.OptionalCode(c[7], s[7], buffer[CsvTable.MaxTextLength..], out var provider) || !EndsAfter(date, end, "end_date")) return null;
            csv.Keep();
            return new ActivityRow(_patient, date, point, end, pence, attended, rows.DiagnosisNumber(diagnosis), rows.ProviderNumber(provider));
        };
    }

    private bool Patient(int column, ColumnSchema schema)
    {
        var id = csv.Cell(column);
        if (id.IsEmpty) return csv.Reject(schema.Name, "nothing", schema.Expected, "Fill the cell or leave the row out.");
        var found = patients.Find(id, _patient);
        if (found < 0) return csv.Reject(schema.Name, "a pseudonym without a row in patients", "a person of the patient table", "Add the person to patients or leave the row out.");
        _patient = found;
        return true;
    }

    private bool EndsAfter(Day start, Day? end, string column) => end is not { } last || last >= start
        || csv.Reject(column, "a last day before the first", "a last day on or after the first", "Check whether the two dates were exchanged.");

    private bool Plausible(MeasureKind kind, double value)
    {
        var (min, max) = MeasureRange.Of(kind);
        return (value >= min && value <= max) || csv.Reject("value", "a number that is not plausible for the measure",
            FormattableString.Invariant($"a value between {min} and {max} for {kind.Code()}"), "Check the unit against the data dictionary.");
    }
}
