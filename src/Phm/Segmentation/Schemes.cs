using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>The schemes that come with the product. Each states its definitions; where a source leaves one open, it says so.</summary>
public static class Schemes
{
    /// <summary>Deficits of the electronic frailty index at which frailty is moderate: more than 0.24 of 36 (Clegg 2016, doi:10.1093/ageing/afw039).</summary>
    private const int ModerateFrailty = 9;

    /// <summary>The eFI was validated from this age (Clegg 2016).</summary>
    private const int FrailtyAge = 65;

    /// <summary>
    /// The Kent grid: nine segments by condition, tried from the most to the least demanding, crossed with age. Kent and Medway
    /// segmented its population by condition and age; five of the segments here carry names of the North West London whole-systems grid
    /// (IPPR), the others are this project's. No list of codes was found for either, so the definitions are this project's own, rule by rule.
    /// </summary>
    public static SegmentationScheme KentGrid { get; } = (SegmentationScheme.Named("Kent grid") with
    {
        Source = "After the grids of Kent and Medway and of North West London (IPPR), for which no lists of codes were found: "
            + "names and definitions of segments are this project's, on conditions of the period. Moderate or severe frailty: 9 or more of 36 deficits at age 65 or over (Clegg 2016).",
    })
        .Segment("End of life", p => p.Has(Condition.PalliativeCare), because: "is on the palliative care register")
        .Segment("Dementia or frailty", p => p.Has(Condition.Dementia), because: "lives with dementia")
        .Segment("Dementia or frailty", p => p.Age >= FrailtyAge && p.Deficits >= ModerateFrailty, because: "is 65 or over with moderate or severe frailty (9 or more deficits)", needsDeficits: true)
        .Segment("Cancer", p => p.Has(Condition.Cancer), because: "is on the cancer register")
        .Segment("Serious mental illness", p => p.Has(Condition.SeriousMentalIllness), because: "lives with schizophrenia, bipolar disorder or another psychosis")
        .Segment("Learning disability", p => p.Has(Condition.LearningDisability), because: "is on the learning disability register")
        .Segment("Physical disability", p => p.Has(Condition.PhysicalDisability), because: "has a recorded long-term physical disability")
        .Segment("2+ conditions", p => p.LongTermConditions >= 2, because: "lives with two or more long-term conditions")
        .Segment("One condition", p => p.LongTermConditions == 1, because: "lives with one long-term condition")
        .Otherwise("Mostly healthy", because: "has no long-term condition on record");

    /// <summary>
    /// Bridges to Health: eight segments after Lynn and others (2007), from the most to the least demanding. The publication describes
    /// its segments in words; the rules that put them into data are this project's own.
    /// </summary>
    public static SegmentationScheme BridgesToHealth { get; } = (SegmentationScheme.Named("Bridges to Health") with
    {
        Source = "Eight segments after Lynn and others (2007), which describes them in words; two of the names (Acutely ill and Healthy) are from memory (M). "
            + "The rules on data are this project's.",
    })
        .Segment("Incurable cancer", p => p.Has(Condition.Cancer) && p.Has(Condition.PalliativeCare), because: "is on the cancer and the palliative care register")
        .Segment("Organ failure", p => p.HasAny(Condition.HeartFailure, Condition.ChronicLiverDisease), because: "lives with heart failure or chronic liver disease")
        .Segment("Organ failure", p => p.Has(Condition.Copd) && p.Uses(PointOfDelivery.EmergencyAdmission) > 0, because: "lives with COPD and was admitted as an emergency in the period")
        .Segment("Frailty and dementia", p => p.Has(Condition.Dementia), because: "lives with dementia")
        .Segment("Frailty and dementia", p => p.Age >= FrailtyAge && p.Deficits >= ModerateFrailty, because: "is 65 or over with moderate or severe frailty (9 or more deficits)", needsDeficits: true)
        .Segment("Disability", p => p.HasAny(Condition.LearningDisability, Condition.PhysicalDisability, Condition.MultipleSclerosis, Condition.Parkinsons), because: "lives with a learning or physical disability, multiple sclerosis or Parkinson's disease")
        .Segment("Maternal health", p => p.Has(Condition.Pregnancy), because: "was pregnant or in the six weeks after birth")
        .Segment("Long-term conditions", p => p.LongTermConditions > 0, because: "lives with at least one long-term condition")
        .Segment("Acutely ill", p => p.Uses(PointOfDelivery.EmergencyAdmission) > 0, because: "was admitted as an emergency, without a long-term condition")
        .Otherwise("Healthy", because: "has no long-term condition and was not admitted as an emergency");
}
