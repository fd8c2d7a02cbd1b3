using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>All that decides a person's use of services: rates, stays, diagnoses and costs, with the scales that a pilot found.</summary>
internal sealed class UseModel
{
    private static readonly string[] Costs =
    [
        "gp", "ae", "emergency_short", "emergency_long", "bed_day", "elective", "day_case", "outpatient", "community", "mental_health",
        "care_home_week", "home_care_week", "medicine_quarter", "spread",
    ];

    public UseModel(SyntheticParameters parameters, int years)
    {
        Parameters = parameters;
        Services = [.. Vocabulary<PointOfDelivery>.All
            .Where(point => point is not (PointOfDelivery.Prescribing or PointOfDelivery.SocialCare))
            .Select(point => new ServiceModel(point, parameters, years))];
        EmergencyDiagnoses = new DiagnosisModel(parameters, "diagnosis");
        ElectiveDiagnoses = new DiagnosisModel(parameters, "elective_diagnosis");
        StayAge = parameters.Curve("admission.stay_age");
        ViaAccidentAndEmergency = parameters.Number("admission.via_ae");
        ZeroDay = parameters.Number("admission.zero_day");
        StayMean = parameters.Number("admission.stay_mean");
        StaySpread = parameters.Number("admission.stay_spread");
        ElectiveMean = parameters.Number("admission.elective_mean");
        ElectiveSpread = parameters.Number("admission.elective_spread");
        OwnHospital = parameters.Number("admission.own_hospital");
        QuarterSpread = parameters.Number("cost.quarter_spread");
        Missed = parameters.Number("outpatient.missed");
        MissedSlope = Math.Log(parameters.Number("outpatient.missed_deprivation")) / 9;
        Cost = Costs.ToDictionary(cost => cost, cost => parameters.Number($"cost.{cost}"), StringComparer.Ordinal);
        CareAtHome = [.. new[] { 1.0, parameters.Number("social_care.frailty.mild"), parameters.Number("social_care.frailty.moderate"), parameters.Number("social_care.frailty.severe") }
            .Select(times => times * parameters.Number("social_care.at_home"))];
    }

    public SyntheticParameters Parameters { get; }

    public IReadOnlyList<ServiceModel> Services { get; }

    public DiagnosisModel EmergencyDiagnoses { get; }

    public DiagnosisModel ElectiveDiagnoses { get; }

    public Curve StayAge { get; }

    public double ViaAccidentAndEmergency { get; }

    public double ZeroDay { get; }

    public double StayMean { get; }

    public double StaySpread { get; }

    public double ElectiveMean { get; }

    public double ElectiveSpread { get; }

    /// <summary>Share of people who use the hospital of their place.</summary>
    public double OwnHospital { get; }

    /// <summary>How much the cost of medicines or care differs from one quarter to the next.</summary>
    public double QuarterSpread { get; }

    public double Missed { get; }

    public double MissedSlope { get; }

    /// <summary>Costs in pounds by name.</summary>
    public IReadOnlyDictionary<string, double> Cost { get; }

    /// <summary>Share of people of 65 and over with care at home, by frailty.</summary>
    public double[] CareAtHome { get; }
}
