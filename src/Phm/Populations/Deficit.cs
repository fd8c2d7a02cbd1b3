namespace Phm.Populations;

/// <summary>A deficit of the electronic frailty index.</summary>
/// <remarks>The 36 deficits of Clegg A et al. Age and Ageing 2016;45:353-360, doi:10.1093/ageing/afw039.</remarks>
public enum Deficit : byte
{
    /// <summary>Activity limitation.</summary>
    [Term("activity_limitation", "Activity limitation")]
    ActivityLimitation = 0,

    /// <summary>Anaemia.</summary>
    [Term("anaemia", "Anaemia")]
    Anaemia = 1,

    /// <summary>Arthritis.</summary>
    [Term("arthritis", "Arthritis")]
    Arthritis = 2,

    /// <summary>Atrial fibrillation.</summary>
    [Term("atrial_fibrillation", "Atrial fibrillation")]
    AtrialFibrillation = 3,

    /// <summary>Cerebrovascular disease.</summary>
    [Term("cerebrovascular", "Cerebrovascular disease")]
    Cerebrovascular = 4,

    /// <summary>Chronic kidney disease.</summary>
    [Term("ckd", "Chronic kidney disease")]
    ChronicKidneyDisease = 5,

    /// <summary>Diabetes.</summary>
    [Term("diabetes", "Diabetes")]
    Diabetes = 6,

    /// <summary>Dizziness.</summary>
    [Term("dizziness", "Dizziness")]
    Dizziness = 7,

    /// <summary>Dyspnoea.</summary>
    [Term("dyspnoea", "Dyspnoea")]
    Dyspnoea = 8,

    /// <summary>Falls.</summary>
    [Term("falls", "Falls")]
    Falls = 9,

    /// <summary>Foot problems.</summary>
    [Term("foot_problems", "Foot problems")]
    FootProblems = 10,

    /// <summary>Fragility fracture.</summary>
    [Term("fragility_fracture", "Fragility fracture")]
    FragilityFracture = 11,

    /// <summary>Hearing impairment.</summary>
    [Term("hearing_impairment", "Hearing impairment")]
    HearingImpairment = 12,

    /// <summary>Heart failure.</summary>
    [Term("heart_failure", "Heart failure")]
    HeartFailure = 13,

    /// <summary>Heart valve disease.</summary>
    [Term("valve_disease", "Heart valve disease")]
    ValveDisease = 14,

    /// <summary>Housebound.</summary>
    [Term("housebound", "Housebound")]
    Housebound = 15,

    /// <summary>Hypertension.</summary>
    [Term("hypertension", "Hypertension")]
    Hypertension = 16,

    /// <summary>Hypotension or syncope.</summary>
    [Term("hypotension", "Hypotension or syncope")]
    Hypotension = 17,

    /// <summary>Ischaemic heart disease.</summary>
    [Term("ischaemic_heart_disease", "Ischaemic heart disease")]
    IschaemicHeartDisease = 18,

    /// <summary>Memory or cognitive problems.</summary>
    [Term("memory", "Memory or cognitive problems")]
    Memory = 19,

    /// <summary>Mobility and transfer problems.</summary>
    [Term("mobility", "Mobility and transfer problems")]
    Mobility = 20,

    /// <summary>Osteoporosis.</summary>
    [Term("osteoporosis", "Osteoporosis")]
    Osteoporosis = 21,

    /// <summary>Parkinsonism or tremor.</summary>
    [Term("parkinsonism", "Parkinsonism or tremor")]
    Parkinsonism = 22,

    /// <summary>Peptic ulcer.</summary>
    [Term("peptic_ulcer", "Peptic ulcer")]
    PepticUlcer = 23,

    /// <summary>Peripheral vascular disease.</summary>
    [Term("peripheral_vascular", "Peripheral vascular disease")]
    PeripheralVascular = 24,

    /// <summary>Requirement for care.</summary>
    [Term("requirement_for_care", "Requirement for care")]
    RequirementForCare = 25,

    /// <summary>Respiratory disease.</summary>
    [Term("respiratory", "Respiratory disease")]
    Respiratory = 26,

    /// <summary>Skin ulcer.</summary>
    [Term("skin_ulcer", "Skin ulcer")]
    SkinUlcer = 27,

    /// <summary>Sleep disturbance.</summary>
    [Term("sleep_disturbance", "Sleep disturbance")]
    SleepDisturbance = 28,

    /// <summary>Social vulnerability.</summary>
    [Term("social_vulnerability", "Social vulnerability")]
    SocialVulnerability = 29,

    /// <summary>Thyroid disease.</summary>
    [Term("thyroid", "Thyroid disease")]
    Thyroid = 30,

    /// <summary>Urinary incontinence.</summary>
    [Term("urinary_incontinence", "Urinary incontinence")]
    UrinaryIncontinence = 31,

    /// <summary>Urinary system disease.</summary>
    [Term("urinary_system", "Urinary system disease")]
    UrinarySystem = 32,

    /// <summary>Visual impairment.</summary>
    [Term("visual_impairment", "Visual impairment")]
    VisualImpairment = 33,

    /// <summary>Weight loss or anorexia.</summary>
    [Term("weight_loss", "Weight loss or anorexia")]
    WeightLoss = 34,

    /// <summary>Polypharmacy: five or more regular medicines.</summary>
    [Term("polypharmacy", "Polypharmacy")]
    Polypharmacy = 35,
}
