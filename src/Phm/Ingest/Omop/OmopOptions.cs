using Phm.Codelists;
using Phm.Costing;
using Phm.Populations;

namespace Phm.Ingest.Omop;

/// <summary>How an OMOP folder is read. The default is strict, with the lists and unit costs that ship with the product.</summary>
public readonly record struct OmopOptions
{
    /// <summary>
    /// A folder for rejected rows. Where it is given, good rows are imported and every rejected row is written there with its
    /// reason; the folder then holds patient data.
    /// </summary>
    public string? Quarantine { get; init; }

    /// <summary>The period that the data should cover, for the quality report; null where it is not known.</summary>
    public Period? Period { get; init; }

    /// <summary>Which SNOMED CT concepts stand for which condition; null for <see cref="ConditionCodelists.Snomed"/>.</summary>
    public ConditionCodes<SnomedCode>? Snomed { get; init; }

    /// <summary>Which ICD-10 codes stand for which condition, for conditions recorded in it; null for <see cref="ConditionCodelists.Icd10"/>.</summary>
    public ConditionCodes<Icd10Code>? Icd10 { get; init; }

    /// <summary>
    /// What visits cost where the data have no cost of any visit; null for <see cref="UnitCosts.Published"/>, <see cref="UnitCosts.None"/> to
    /// leave them without.
    /// </summary>
    public UnitCosts? UnitCosts { get; init; }

    internal ImportOptions Import => new() { Quarantine = Quarantine, Period = Period };
}
