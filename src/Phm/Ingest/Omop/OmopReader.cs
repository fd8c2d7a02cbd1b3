using Phm.Codelists;
using Phm.Costing;
using Phm.Populations;

namespace Phm.Ingest.Omop;

/// <summary>Reads an OMOP folder: vocabularies and places of care, then people and deaths, then what happened to them.</summary>
internal sealed class OmopReader(OmopFolder folder, OmopOptions options)
{
    private readonly TableReads _tables = new(folder.Name, options.Import);
    private readonly OmopConcepts _concepts = new(options.Snomed ?? ConditionCodelists.Snomed, options.Icd10 ?? ConditionCodelists.Icd10);
    private readonly PopulationRows _rows = new();

    public LinkedData Read()
    {
        var places = new OmopPlaces();
        var people = new OmopPeople(places);
        Read(OmopSchema.Concept, _concepts.Read);
        Read(OmopSchema.Location, places.ReadLocations);
        Read(OmopSchema.CareSite, places.ReadCareSites);
        Read(OmopSchema.Person, people.ReadPersons);
        Read(OmopSchema.Death, people.ReadDeaths);
        var (geography, patients) = people.Build();

        var index = new PatientIndex(patients);
        var visits = new OmopVisits(_concepts, index);
        var conditions = new OmopConditions(_concepts, index);
        _rows.Activity.IsAvailable = Read(OmopSchema.Visit, visits.ReadVisits);
        Read(OmopSchema.Cost, visits.ReadCosts);
        visits.AddTo(_rows.Activity, options.UnitCosts ?? UnitCosts.Published);
        _rows.Diagnoses.IsAvailable = Read(OmopSchema.Condition, csv => conditions.ReadConditions(csv, _rows.Diagnoses));
        _rows.Diagnoses.IsAvailable |= Read(OmopSchema.Observation, csv => conditions.ReadObservations(csv, _rows.Diagnoses));
        _rows.Medications.IsAvailable = Read(OmopSchema.Drug, csv => OmopDrugs.Read(csv, _concepts, index, _rows.Medications));
        _rows.Measurements.IsAvailable = Read(OmopSchema.Measurement, csv => OmopMeasurements.Read(csv, _concepts, index, _rows.Measurements));

        _tables.RequireGood();
        if (patients.Count == 0) throw new DataException($"'{folder.Name}': person has no rows that could be imported. Expected one row a person.");
        var population = _rows.Build(geography, patients);
        PopulationActivity.Tell(population, isSynthetic: false);
        var quality = QualityChecks.Run(folder.Name, population, _tables.Reports, people.UnknownCareSites, options.Period);
        return new(population, quality with { Findings = [.. quality.Findings, .. visits.Findings, .. conditions.Findings] });
    }

    private bool Read(TableSchema schema, Action<CsvTable> read)
    {
        if (folder.FileOf(schema) is not { } file) return false;
        _tables.Read(schema.Name, file, read);
        return true;
    }
}
