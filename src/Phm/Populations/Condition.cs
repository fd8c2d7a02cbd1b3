namespace Phm.Populations;

/// <summary>A recorded condition of a person. The QOF registers of England come first, then further conditions that multimorbidity studies count.</summary>
public enum Condition : byte
{
    /// <summary>Hypertension.</summary>
    [Term("hypertension", "Hypertension")]
    Hypertension = 0,

    /// <summary>Depression.</summary>
    [Term("depression", "Depression")]
    Depression = 1,

    /// <summary>Anxiety disorder.</summary>
    [Term("anxiety", "Anxiety")]
    Anxiety = 2,

    /// <summary>Asthma under treatment.</summary>
    [Term("asthma", "Asthma")]
    Asthma = 3,

    /// <summary>Diabetes mellitus, any type.</summary>
    [Term("diabetes", "Diabetes")]
    Diabetes = 4,

    /// <summary>Coronary heart disease.</summary>
    [Term("chd", "Coronary heart disease")]
    CoronaryHeartDisease = 5,

    /// <summary>Chronic kidney disease, stages 3 to 5.</summary>
    [Term("ckd", "Chronic kidney disease")]
    ChronicKidneyDisease = 6,

    /// <summary>Atrial fibrillation.</summary>
    [Term("af", "Atrial fibrillation")]
    AtrialFibrillation = 7,

    /// <summary>Stroke or transient ischaemic attack.</summary>
    [Term("stroke", "Stroke or TIA")]
    Stroke = 8,

    /// <summary>Chronic obstructive pulmonary disease.</summary>
    [Term("copd", "COPD")]
    Copd = 9,

    /// <summary>Cancer, excluding non-melanotic skin cancer.</summary>
    [Term("cancer", "Cancer")]
    Cancer = 10,

    /// <summary>Dementia.</summary>
    [Term("dementia", "Dementia")]
    Dementia = 11,

    /// <summary>Heart failure.</summary>
    [Term("heart_failure", "Heart failure")]
    HeartFailure = 12,

    /// <summary>Schizophrenia, bipolar affective disorder and other psychoses.</summary>
    [Term("smi", "Serious mental illness")]
    SeriousMentalIllness = 13,

    /// <summary>Learning disability.</summary>
    [Term("learning_disability", "Learning disability")]
    LearningDisability = 14,

    /// <summary>Epilepsy under treatment.</summary>
    [Term("epilepsy", "Epilepsy")]
    Epilepsy = 15,

    /// <summary>Osteoporosis.</summary>
    [Term("osteoporosis", "Osteoporosis")]
    Osteoporosis = 16,

    /// <summary>Rheumatoid arthritis and other connective tissue disease.</summary>
    [Term("rheumatoid_arthritis", "Rheumatoid arthritis")]
    RheumatoidArthritis = 17,

    /// <summary>Peripheral arterial disease.</summary>
    [Term("pad", "Peripheral arterial disease")]
    PeripheralArterialDisease = 18,

    /// <summary>Chronic pain, such as osteoarthritis under regular analgesia.</summary>
    [Term("painful_condition", "Painful condition")]
    PainfulCondition = 19,

    /// <summary>Hearing loss.</summary>
    [Term("hearing_loss", "Hearing loss")]
    HearingLoss = 20,

    /// <summary>Severe visual impairment.</summary>
    [Term("visual_impairment", "Visual impairment")]
    VisualImpairment = 21,

    /// <summary>Irritable bowel syndrome.</summary>
    [Term("ibs", "Irritable bowel syndrome")]
    IrritableBowelSyndrome = 22,

    /// <summary>Inflammatory bowel disease.</summary>
    [Term("ibd", "Inflammatory bowel disease")]
    InflammatoryBowelDisease = 23,

    /// <summary>Constipation under regular treatment.</summary>
    [Term("constipation", "Constipation")]
    Constipation = 24,

    /// <summary>Alcohol problems.</summary>
    [Term("alcohol", "Alcohol problems")]
    AlcoholProblems = 25,

    /// <summary>Misuse of psychoactive substances.</summary>
    [Term("substance_misuse", "Substance misuse")]
    SubstanceMisuse = 26,

    /// <summary>Parkinson's disease.</summary>
    [Term("parkinsons", "Parkinson's disease")]
    Parkinsons = 27,

    /// <summary>Multiple sclerosis.</summary>
    [Term("multiple_sclerosis", "Multiple sclerosis")]
    MultipleSclerosis = 28,

    /// <summary>Chronic liver disease.</summary>
    [Term("liver_disease", "Chronic liver disease")]
    ChronicLiverDisease = 29,

    /// <summary>Thyroid disease.</summary>
    [Term("thyroid", "Thyroid disease")]
    ThyroidDisease = 30,

    /// <summary>Long-term physical disability, such as cerebral palsy, spinal injury or limb loss.</summary>
    [Term("physical_disability", "Physical disability")]
    PhysicalDisability = 31,

    /// <summary>On the palliative care register: likely to be in the last year of life.</summary>
    [Term("palliative_care", "Palliative care")]
    PalliativeCare = 32,

    /// <summary>Pregnancy and the six weeks after birth: an episode with an end, not a long-term condition.</summary>
    [Term("pregnancy", "Pregnancy")]
    Pregnancy = 33,

    /// <summary>Obesity, a body mass index of 30 or more: a risk factor, not counted as a long-term condition.</summary>
    [Term("obesity", "Obesity")]
    Obesity = 34,

    /// <summary>Non-diabetic hyperglycaemia: a risk factor, not counted as a long-term condition.</summary>
    [Term("ndh", "Non-diabetic hyperglycaemia")]
    NonDiabeticHyperglycaemia = 35,
}
