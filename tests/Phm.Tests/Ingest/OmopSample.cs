namespace Phm.Tests.Ingest;

/// <summary>A small OMOP folder, with the columns that the import reads and some that it does not.</summary>
internal static class OmopSample
{
    public const string VisitHeader = "visit_occurrence_id,person_id,visit_concept_id,visit_start_date,visit_end_date,care_site_id,admitted_from_concept_id,admitted_from_source_value\n";
    public const string ConditionHeader = "condition_occurrence_id,person_id,condition_concept_id,condition_start_date,condition_end_date,condition_source_value,condition_source_concept_id\n";
    public const string DrugHeader = "drug_exposure_id,person_id,drug_concept_id,drug_exposure_start_date,drug_exposure_end_date,drug_source_value\n";
    public const string MeasurementHeader = "measurement_id,person_id,measurement_concept_id,measurement_date,value_as_number,unit_concept_id,unit_source_value,measurement_source_value\n";
    public const string CostHeader = "cost_id,cost_event_id,cost_domain_id,currency_concept_id,total_charge,total_cost,total_paid\n";

    public const string Persons = """
        person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth,birth_datetime,race_concept_id,ethnicity_concept_id,care_site_id,person_source_value
        1,8507,1950,4,9,1950-04-09 00:00:00,8527,38003564,10,real-identifier-1
        2,8532,1980,2,29,,8516,38003563,,real-identifier-2
        3,0,1990,,,,0,0,99,real-identifier-3

        """;

    public const string Concepts = """
        concept_id,concept_name,domain_id,vocabulary_id,concept_class_id,standard_concept,concept_code
        201826,Type 2 diabetes mellitus,Condition,SNOMED,Disorder,S,44054006
        4299535,Normal pregnancy,Condition,SNOMED,Finding,S,72892002
        44054,"Heart failure, unspecified",Condition,ICD10,ICD10 code,,I50.9
        4251306,Stress,Condition,SNOMED,Finding,S,73595000
        3004410,HbA1c,Measurement,LOINC,Lab Test,S,4548-4
        3027114,Cholesterol,Measurement,LOINC,Lab Test,S,2093-3
        8554,percent,Unit,UCUM,Unit,S,%
        9557,millimole per mole,Unit,UCUM,Unit,S,mmol/mol
        19080128,lisinopril 10 MG Oral Tablet,Drug,RxNorm,Clinical Drug,S,314076
        19128263,{7 (ethinyl estradiol 0.035 MG / norgestimate 0.18 MG Oral Tablet) / 7 (ethinyl estradiol 0.035 MG } Pack,Drug,RxNorm,Pack,S,751905
        19128022,{7 (ethinyl estradiol 0.035 MG / norgestimate 0.18 MG Oral Tablet) / 7 (ethinyl estradiol 0.02 MG } Pack,Drug,RxNorm,Pack,S,749785
        44818570,Pound sterling,Currency,Currency,Currency,S,GBP
        44818668,US Dollar,Currency,Currency,Currency,S,USD

        """;

    public static TempFolder Folder(params (string File, string Text)[] tables)
    {
        var folder = new TempFolder().With("person.csv", Persons).With("concept.csv", Concepts);
        foreach (var (file, text) in tables) folder.With(file, text);
        return folder;
    }
}
