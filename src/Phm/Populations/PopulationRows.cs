namespace Phm.Populations;

/// <summary>Linked data on the way in: patients first, then events of the patients in the order of their table.</summary>
internal sealed class PopulationRows
{
    public ActivityRows Activity { get; } = new();

    public DiagnosisRows Diagnoses { get; } = new();

    public DeficitRows Deficits { get; } = new();

    public MeasurementRows Measurements { get; } = new();

    public MedicationRows Medications { get; } = new();

    public ActivationRows Activations { get; } = new();

    public AssessmentRows Assessments { get; } = new();

    public InterventionRows Interventions { get; } = new();

    /// <summary>Says that tables came with the data, whether or not they have rows.</summary>
    public static void MarkAvailable(params ReadOnlySpan<EventRows> tables)
    {
        foreach (var table in tables) table.IsAvailable = true;
    }

    /// <summary>Adds rows that were gathered elsewhere.</summary>
    public void Append(PopulationRows other)
    {
        Activity.Append(other.Activity);
        Diagnoses.Append(other.Diagnoses);
        Deficits.Append(other.Deficits);
        Measurements.Append(other.Measurements);
        Medications.Append(other.Medications);
        Activations.Append(other.Activations);
        Assessments.Append(other.Assessments);
        Interventions.Append(other.Interventions);
    }

    /// <summary>The rows as a population of the people in a patient table.</summary>
    public Population Build(Geography geography, PatientTable patients)
    {
        var people = patients.Count;
        return new(new PopulationTables
        {
            Geography = geography,
            Patients = patients,
            Activity = Activity.Build(people),
            Diagnoses = Diagnoses.Build(people),
            Deficits = Deficits.Build(people),
            Measurements = Measurements.Build(people),
            Medications = Medications.Build(people),
            Activations = Activations.Build(people),
            Assessments = Assessments.Build(people),
            Interventions = Interventions.Build(people),
        });
    }
}
