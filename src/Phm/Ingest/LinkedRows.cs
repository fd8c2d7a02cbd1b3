using Phm.Populations;

namespace Phm.Ingest;

/// <summary>A population as the tables of native linked data, row by row.</summary>
internal sealed class LinkedRows(Population population)
{
    private readonly bool _tellsMinor = TellsMinor(population);

    private static TableSchema WithoutMinor { get; } = NativeSchema.Activity with { Columns = [.. NativeSchema.Activity.Columns.Where(column => !column.OnlyWhereKnown)] };

    /// <summary>The tables that there are, each with what writes its rows.</summary>
    public IEnumerable<(TableSchema Schema, Action<RowWriter> Write)> Tables()
    {
        if (population.Geography.Practices.Count > 0) yield return (NativeSchema.Practices, WritePractices);
        yield return (NativeSchema.Patients, WritePatients);
        if (population.Activity.IsAvailable) yield return (_tellsMinor ? NativeSchema.Activity : WithoutMinor, Events(population.Activity, WriteActivity));
        if (population.Diagnoses.IsAvailable) yield return (NativeSchema.Diagnoses, Events(population.Diagnoses, (rows, t, row) =>
        {
            rows.Text(t.Condition.Span[row].Code());
            rows.Date(t.Date.Span[row]);
            rows.Date(t.End.Span[row], t.HasEnd.Span[row] != 0);
        }));
        if (population.Deficits.IsAvailable) yield return (NativeSchema.Deficits, Events(population.Deficits, (rows, t, row) =>
        {
            rows.Text(t.Deficit.Span[row].Code());
            rows.Date(t.Date.Span[row]);
        }));
        if (population.Measurements.IsAvailable) yield return (NativeSchema.Measurements, Events(population.Measurements, (rows, t, row) =>
        {
            rows.Date(t.Date.Span[row]);
            rows.Text(t.Kind.Span[row].Code());
            rows.Number(t.Value.Span[row]);
        }));
        if (population.Medications.IsAvailable) yield return (NativeSchema.Medications, Events(population.Medications, (rows, t, row) =>
        {
            rows.Text(t.MedicineCodes[t.Medicine.Span[row]]);
            rows.Date(t.Date.Span[row]);
            rows.Date(t.End.Span[row], t.HasEnd.Span[row] != 0);
        }));
        if (population.Activations.IsAvailable) yield return (NativeSchema.Activation, Events(population.Activations, WriteActivation));
        if (population.Assessments.IsAvailable) yield return (NativeSchema.Assessments, Events(population.Assessments, WriteAssessment));
        if (population.Interventions.IsAvailable) yield return (NativeSchema.Interventions, Events(population.Interventions, (rows, t, row) =>
        {
            rows.Text(t.ProgrammeCodes[t.Programme.Span[row]]);
            rows.Date(t.Date.Span[row]);
            rows.Date(t.End.Span[row], t.HasEnd.Span[row] != 0);
        }));
    }

    private void WritePractices(RowWriter rows)
    {
        foreach (var practice in population.Geography.Practices)
        {
            foreach (var text in (string[])[practice.Code, practice.Name, practice.Network, practice.Locality, practice.Place, practice.System]) rows.Text(text);
            rows.EndRow();
        }
    }

    private void WritePatients(RowWriter rows)
    {
        var patients = population.Patients;
        for (var position = 0; position < population.Count; position++)
        {
            var p = population.PatientAt(position);
            var flags = patients.Flags.Span[p];
            rows.Text(patients.Ids.Utf8(p));
            rows.Date(patients.Birth.Span[p]);
            rows.Text(Has(PatientFlags.HasSex) ? patients.Sex.Span[p].Code() : null);
            rows.Text(Has(PatientFlags.HasEthnicGroup) ? patients.EthnicGroup.Span[p].Code() : null);
            rows.Text(Has(PatientFlags.HasPractice) ? population.Geography.Practices[patients.Practice.Span[p]].Code : null);
            rows.Whole(Has(PatientFlags.HasDeprivation) ? patients.DeprivationDecile.Span[p] : null);
            rows.Date(patients.RegisteredFrom.Span[p], Has(PatientFlags.HasRegisteredFrom));
            rows.Date(patients.RegisteredTo.Span[p], Has(PatientFlags.HasRegisteredTo));
            rows.Date(patients.Death.Span[p], Has(PatientFlags.HasDeath));
            rows.YesNo(Has(PatientFlags.CareHome));
            rows.EndRow();

            bool Has(PatientFlags flag) => (flags & flag) != 0;
        }
    }

    private void WriteActivity(RowWriter rows, ActivityTable t, int row)
    {
        var flags = t.Flags.Span[row];
        rows.Date(t.Date.Span[row]);
        rows.Text(t.Point.Span[row].Code());
        rows.Date(t.End.Span[row], Has(ActivityFlags.HasEnd));
        rows.Text(Has(ActivityFlags.HasDiagnosis) ? t.DiagnosisCodes[t.Diagnosis.Span[row]] : null);
        rows.Pounds(Has(ActivityFlags.HasCost) ? t.Cost.Span[row] : null);
        rows.YesNo(Has(ActivityFlags.AttendanceKnown) ? Has(ActivityFlags.Attended) : null);
        rows.Text(Has(ActivityFlags.HasProvider) ? t.ProviderCodes[t.Provider.Span[row]] : null);
        if (_tellsMinor) rows.YesNo(Has(ActivityFlags.MinorSelfReferredKnown) ? Has(ActivityFlags.MinorSelfReferred) : null);

        bool Has(ActivityFlags flag) => (flags & flag) != 0;
    }

    private static void WriteActivation(RowWriter rows, ActivationTable t, int row)
    {
        var level = t.Level.Span[row];
        rows.Date(t.Date.Span[row]);
        rows.Number(level == 0 ? t.Score.Span[row] : null);
        rows.Whole(level == 0 ? null : level);
    }

    private static void WriteAssessment(RowWriter rows, AssessmentTable t, int row)
    {
        var flags = t.Flags.Span[row];
        rows.Date(t.Date.Span[row]);
        rows.Number((flags & AssessmentFlags.HasEq5d) != 0 ? t.Eq5d.Span[row] : null);
        rows.YesNo((flags & AssessmentFlags.AnxietyKnown) != 0 ? (flags & AssessmentFlags.Anxious) != 0 : null);
    }

    /// <summary>Whether any attendance of these people, members of a cohort alone, says whether it was minor.</summary>
    private static bool TellsMinor(Population population)
    {
        var flags = population.Activity.Flags.Span;
        for (var position = 0; position < population.Count; position++)
        {
            foreach (var known in flags[population.Activity.RowsOf(population.PatientAt(position))])
            {
                if ((known & ActivityFlags.MinorSelfReferredKnown) != 0) return true;
            }
        }
        return false;
    }

    private Action<RowWriter> Events<T>(T table, Action<RowWriter, T, int> writeRow) where T : EventTable => rows =>
    {
        for (var position = 0; position < population.Count; position++)
        {
            var patient = population.PatientAt(position);
            var (start, end) = (table.RowsOf(patient).Start.Value, table.RowsOf(patient).End.Value);
            for (var row = start; row < end; row++)
            {
                rows.Text(population.Patients.Ids.Utf8(patient));
                writeRow(rows, table, row);
                rows.EndRow();
            }
        }
    };
}
