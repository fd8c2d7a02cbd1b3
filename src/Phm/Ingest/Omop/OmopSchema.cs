namespace Phm.Ingest.Omop;

/// <summary>The tables and columns of OMOP CDM v5.4 that are read.</summary>
internal static class OmopSchema
{
    public static TableSchema CareSite { get; } = new("care_site", "One row a place of care.", [Text("care_site_id") with { Required = true }, Text("care_site_name") with { MaxLength = 255 }, Text("location_id")]);

    public static TableSchema Location { get; } = new("location", "One row a location, of a place of care.", [Text("location_id") with { Required = true }, Text("city") with { MaxLength = 255 }, Text("county") with { MaxLength = 255 }, Text("state") with { MaxLength = 255 }]);

    public static TableSchema Concept { get; } = new("concept", "One row a concept of the vocabularies.",
    [
        Whole("concept_id") with { Required = true },
        Text("concept_name") with { MaxLength = 2000 },
        Text("domain_id") with { Required = true },
        Text("vocabulary_id") with { Required = true },
        Text("concept_code") with { Required = true },
    ]);

    public static TableSchema Person { get; } = new("person", "One row a person.",
    [
        Text("person_id") with { Required = true },
        Whole("gender_concept_id"),
        Whole("year_of_birth"),
        Whole("month_of_birth"),
        Whole("day_of_birth"),
        Date("birth_datetime"),
        Whole("race_concept_id"),
        Text("care_site_id"),
    ])
    { Required = true };

    public static TableSchema Death { get; } = new("death", "One row a death.", [Person["person_id"], Date("death_date") with { Required = true }]);

    public static TableSchema Visit { get; } = new("visit_occurrence", "One row a visit.",
    [
        Person["person_id"],
        Whole("visit_occurrence_id") with { Required = true },
        Whole("visit_concept_id") with { Required = true },
        Date("visit_start_date") with { Required = true },
        Date("visit_end_date"),
        Text("care_site_id"),
        Whole("admitted_from_concept_id"),
        Text("admitted_from_source_value"),
    ]);

    public static TableSchema Cost { get; } = new("cost", "One row a cost.",
    [
        Whole("cost_event_id") with { Required = true },
        Text("cost_domain_id") with { Required = true },
        Whole("currency_concept_id"),
        Pounds("total_paid"),
        Pounds("total_cost"),
    ]);

    public static TableSchema Condition { get; } = new("condition_occurrence", "One row a recorded condition.",
    [
        Person["person_id"],
        Date("condition_start_date") with { Required = true },
        Date("condition_end_date"),
        Whole("condition_concept_id"),
        Whole("condition_source_concept_id"),
        Text("condition_source_value") with { MaxLength = 255 },
    ]);

    public static TableSchema Observation { get; } = new("observation", "One row an observation.",
    [
        Person["person_id"],
        Date("observation_date") with { Required = true },
        Whole("observation_concept_id"),
        Whole("observation_source_concept_id"),
        Text("observation_source_value") with { MaxLength = 255 },
    ]);

    public static TableSchema Drug { get; } = new("drug_exposure", "One row a use of a medicine.",
    [
        Person["person_id"],
        Date("drug_exposure_start_date") with { Required = true },
        Date("drug_exposure_end_date"),
        Whole("drug_concept_id"),
        Text("drug_source_value") with { MaxLength = 255 },
    ]);

    public static TableSchema Measurement { get; } = new("measurement", "One row a measurement.",
    [
        Person["person_id"],
        Date("measurement_date") with { Required = true },
        Whole("measurement_concept_id"),
        new("value_as_number", ColumnKind.Number, "") { Min = -1e15, Max = 1e15 },
        Whole("unit_concept_id"),
        Text("unit_source_value") with { MaxLength = 255 },
        Text("measurement_source_value") with { MaxLength = 255 },
    ]);

    public static IReadOnlyList<TableSchema> Tables { get; } = [Location, CareSite, Concept, Person, Death, Visit, Cost, Condition, Observation, Drug, Measurement];

    private static ColumnSchema Text(string name) => new(name, ColumnKind.Text, "");

    private static ColumnSchema Whole(string name) => new(name, ColumnKind.Whole, "");

    private static ColumnSchema Date(string name) => new(name, ColumnKind.Date, "") { AllowsTime = true };

    private static ColumnSchema Pounds(string name) => new(name, ColumnKind.Number, "") { Min = 0, Max = 20_000_000 };
}
