namespace Phm.Populations;

/// <summary>The service at which a person was seen or for which money was spent.</summary>
public enum PointOfDelivery : byte
{
    /// <summary>A consultation in general practice.</summary>
    [Term("gp", "GP")]
    GeneralPractice = 0,

    /// <summary>Medicines prescribed in primary care; a row sums a stretch of time.</summary>
    [Term("prescribing", "Prescribing")]
    Prescribing = 1,

    /// <summary>An attendance at accident and emergency, of any type.</summary>
    [Term("ae", "A&E")]
    AccidentAndEmergency = 2,

    /// <summary>An emergency admission to hospital.</summary>
    [Term("emergency", "Emergency admission")]
    EmergencyAdmission = 3,

    /// <summary>An elective admission with at least one night.</summary>
    [Term("elective", "Elective admission")]
    ElectiveAdmission = 4,

    /// <summary>An elective admission without a night.</summary>
    [Term("day_case", "Day case")]
    DayCase = 5,

    /// <summary>An outpatient appointment, attended or not.</summary>
    [Term("outpatient", "Outpatient")]
    Outpatient = 6,

    /// <summary>A contact with a community service.</summary>
    [Term("community", "Community")]
    Community = 7,

    /// <summary>A contact with a mental health service.</summary>
    [Term("mental_health", "Mental health")]
    MentalHealth = 8,

    /// <summary>Adult social care; a row sums a stretch of time.</summary>
    [Term("social_care", "Social care")]
    SocialCare = 9,
}
