using Phm.Populations;

namespace Phm.Ingest;

/// <summary>
/// Native linked data, version 1: the tables and columns that are read and written. The data dictionary is printed from here, so it
/// cannot disagree with the reader.
/// </summary>
public static class NativeSchema
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    /// <summary>Practices and the units above them.</summary>
    public static TableSchema Practices { get; } = new("practices", "One row a general practice. Each network lies in one locality, each locality in one place, each place in one system.",
    [
        Text("practice_code", "Code of the practice; unique.") with { Required = true },
        Text("practice_name", "Name of the practice; unique.") with { Required = true },
        Text("network", "Name of its primary care network.") with { Required = true },
        Text("locality", "Name of the locality, of 30,000 to 50,000 people in a real system.") with { Required = true },
        Text("place", "Name of the place.") with { Required = true },
        Text("system", "Name of the system.") with { Required = true },
    ]);

    /// <summary>People.</summary>
    public static TableSchema Patients { get; } = new("patients", "One row a person. The only table that must be there.",
    [
        Text("patient_id", "Pseudonym of the person; unique. Never a real NHS number.") with { Required = true },
        Date("birth_date", "Date of birth; the first of the month or year where only that is known.") with { Required = true },
        Word<Sex>("sex", "Sex as recorded."),
        Word<EthnicGroup>("ethnic_group", "Broad ethnic group of the Census 2021."),
        Text("practice_code", "Practice of registration; a code without a row in practices counts as not known."),
        Number("imd_decile", "Decile of the Index of Multiple Deprivation where the person lives, 1 for the most deprived tenth.", 1, 10) with { IsWhole = true },
        Date("registered_from", "First day of registration; empty where it began before the data."),
        Date("registered_to", "Last day of registration; empty where it continues."),
        Date("death_date", "Date of death."),
        YesNo("care_home", "Whether the person lives in a care home."),
    ])
    { Required = true };

    /// <summary>Contacts, attendances and admissions.</summary>
    public static TableSchema Activity { get; } = new("activity", "One row a contact, attendance or admission; for prescribing and social care one row a stretch of time.",
    [
        Patient,
        Date("date", "Day of the contact, or first day of the stay.") with { Required = true },
        Word<PointOfDelivery>("point_of_delivery", "Service.") with { Required = true },
        Date("end_date", "Last day of the stay; empty for anything without a stay."),
        Text("primary_diagnosis", "Primary diagnosis, ICD-10 without a dot."),
        Number("cost", "Cost in pounds, up to two decimals.", 0, 20_000_000),
        YesNo("attended", "Whether an appointment was attended."),
        Text("provider", "Code of the provider."),
        YesNo("minor_self_referred", "Whether somebody came to A&E by themselves with a minor problem; only for rows of A&E.") with { OnlyWhereKnown = true },
    ]);

    /// <summary>Recorded conditions.</summary>
    public static TableSchema Diagnoses { get; } = new("diagnoses", "One row a recorded condition of a person.",
    [
        Patient,
        Word<Condition>("condition", "Condition.") with { Required = true },
        Date("onset", "Day on which it was first recorded.") with { Required = true },
        Date("end", "Last day of the condition, for those that end, such as pregnancy."),
    ]);

    /// <summary>Frailty deficits.</summary>
    public static TableSchema Deficits { get; } = new("deficits", "One row a deficit of the electronic frailty index (Clegg 2016), on the day on which it was first recorded.",
    [
        Patient,
        Word<Deficit>("deficit", "Deficit.") with { Required = true },
        Date("onset", "Day on which it was first recorded.") with { Required = true },
    ]);

    /// <summary>Measurements.</summary>
    public static TableSchema Measurements { get; } = new("measurements", "One row a measurement. Units: HbA1c mmol/mol, BMI kg/m2, waist cm, blood pressure mmHg, eGFR mL/min/1.73m2, cholesterol mmol/L.",
    [
        Patient,
        Date("date", "Day of the measurement.") with { Required = true },
        Word<MeasureKind>("measure", "What was measured.") with { Required = true },
        Number("value", "The value in the unit of the measure.", 0, 10_000) with { Required = true },
    ]);

    /// <summary>Medicines.</summary>
    public static TableSchema Medications { get; } = new("medications", "One row a medicine that a person used.",
    [
        Patient,
        Text("medicine", "Name or code of the medicine.") with { Required = true },
        Date("start", "First day of use.") with { Required = true },
        Date("end", "Last day of use; empty where it continues."),
    ]);

    /// <summary>Patient activation.</summary>
    public static TableSchema Activation { get; } = new("activation", "One row a measurement of patient activation. The instrument is proprietary: no item and no raw score is held.",
    [
        Patient,
        Date("date", "Day of the questionnaire.") with { Required = true },
        Number("score", "Activation score.", 0, 100),
        Number("level", "Activation level, where only that was recorded.", 1, 4) with { IsWhole = true },
    ]);

    /// <summary>Quality of life and anxiety.</summary>
    public static TableSchema Assessments { get; } = new("assessments", "One row an assessment of quality of life or anxiety.",
    [
        Patient,
        Date("date", "Day of the assessment.") with { Required = true },
        Number("eq5d_index", "EQ-5D index, 1 for full health.", -1, 1),
        YesNo("anxious", "Whether the person was anxious."),
    ]);

    /// <summary>Programmes.</summary>
    public static TableSchema Interventions { get; } = new("interventions", "One row a programme that a person took part in.",
    [
        Patient,
        Text("programme", "Name of the programme.") with { Required = true },
        Date("start", "First day.") with { Required = true },
        Date("end", "Last day; empty where it continues."),
    ]);

    /// <summary>All tables, in the order in which they are read.</summary>
    public static IReadOnlyList<TableSchema> Tables { get; } =
        [Practices, Patients, Activity, Diagnoses, Deficits, Measurements, Medications, Activation, Assessments, Interventions];

    private static ColumnSchema Patient => Text("patient_id", "Pseudonym of a person in patients.") with { Required = true };

    private static ColumnSchema Text(string name, string meaning) => new(name, ColumnKind.Text, meaning);

    private static ColumnSchema Date(string name, string meaning) => new(name, ColumnKind.Date, meaning);

    private static ColumnSchema YesNo(string name, string meaning) => new(name, ColumnKind.YesNo, meaning);

    private static ColumnSchema Number(string name, string meaning, double min, double max) => new(name, ColumnKind.Number, meaning) { Min = min, Max = max };

    private static ColumnSchema Word<T>(string name, string meaning) where T : struct, Enum => new(name, ColumnKind.Word, meaning) { Words = [.. Vocabulary<T>.Codes] };
}
