namespace Phm.Populations;

/// <summary>The columns of linked data, shared by every population drawn from them. A table that did not come is empty.</summary>
internal sealed class PopulationTables
{
    private Coverage? _coverage;

    public required Geography Geography { get; init; }

    public required PatientTable Patients { get; init; }

    public required ActivityTable Activity { get; init; }

    public required DiagnosisTable Diagnoses { get; init; }

    public required DeficitTable Deficits { get; init; }

    public required MeasurementTable Measurements { get; init; }

    public required MedicationTable Medications { get; init; }

    public required ActivationTable Activations { get; init; }

    public required AssessmentTable Assessments { get; init; }

    public required InterventionTable Interventions { get; init; }

    /// <summary>The event tables with their names in files, in the order of the data dictionary.</summary>
    public IReadOnlyList<(string Name, EventTable Table)> Events =>
    [
        ("activity", Activity), ("diagnoses", Diagnoses), ("deficits", Deficits), ("measurements", Measurements),
        ("medications", Medications), ("activation", Activations), ("assessments", Assessments), ("interventions", Interventions),
    ];

    /// <summary>The time that the data cover. It is found at its first use; two threads that find it at once find the same.</summary>
    public Coverage Coverage => _coverage ??= Coverage.Of(Activity);

    /// <summary>Bytes of memory that the columns take, offsets included.</summary>
    public long Bytes => Patients.Bytes + Events.Sum(table => (long)table.Table.Rows * table.Table.BytesPerRow + (Patients.Count + 1L) * sizeof(int));
}
