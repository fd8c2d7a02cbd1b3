using Phm.Populations;

namespace Phm.Ingest.Omop;

/// <summary>A kind of measurement as a LOINC code stands for it, with the unit that is meant where none is stated.</summary>
/// <param name="Kind">What is measured.</param>
/// <param name="Unit">The unit that the code implies, as in UCUM.</param>
internal sealed record OmopMeasure(MeasureKind Kind, string Unit)
{
    private const double CentimetresAnInch = 2.54;

    /// <summary>Cholesterol has a molar mass of 386.65 g/mol, so that 1 mmol/L is 38.67 mg/dL.</summary>
    private const double CholesterolMilligramsADecilitre = 38.67;

    private static readonly OmopMeasure Hba1cPercent = new(MeasureKind.Hba1c, "%");
    private static readonly OmopMeasure WaistMeasure = new(MeasureKind.Waist, "cm");
    private static readonly OmopMeasure EgfrMeasure = new(MeasureKind.Egfr, "mL/min/{1.73_m2}");

    /// <summary>LOINC codes of the measures that the product holds. eGFR: MDRD, CKD-EPI 2009 and CKD-EPI 2021, whichever was reported.</summary>
    private static readonly Dictionary<string, OmopMeasure> ByLoinc = new(StringComparer.Ordinal)
    {
        ["4548-4"] = Hba1cPercent,
        ["17856-6"] = Hba1cPercent,
        ["59261-8"] = new(MeasureKind.Hba1c, "mmol/mol"),
        ["39156-5"] = new(MeasureKind.Bmi, "kg/m2"),
        ["8280-0"] = WaistMeasure,
        ["8480-6"] = new(MeasureKind.SystolicPressure, "mm[Hg]"),
        ["8462-4"] = new(MeasureKind.DiastolicPressure, "mm[Hg]"),
        ["33914-3"] = EgfrMeasure,
        ["48642-3"] = EgfrMeasure,
        ["48643-1"] = EgfrMeasure,
        ["62238-1"] = EgfrMeasure,
        ["88293-6"] = EgfrMeasure,
        ["88294-4"] = EgfrMeasure,
        ["98979-8"] = EgfrMeasure,
        ["2093-3"] = new(MeasureKind.Cholesterol, "mg/dL"),
        ["14647-2"] = new(MeasureKind.Cholesterol, "mmol/L"),
    };

    /// <summary>The measure of a LOINC code, or null where the product does not hold it.</summary>
    public static OmopMeasure? Find(string? loinc) => loinc is null ? null : ByLoinc.GetValueOrDefault(loinc);

    /// <summary>A value in the unit of the product, or null where the unit is none of the measure.</summary>
    /// <remarks>
    /// HbA1c by the IFCC-NGSP master equation, NGSP% = 0.09148 IFCC + 2.152 (Hoelzel W et al. Clin Chem 2004;50:166-174; NGSP).
    /// </remarks>
    public double? Convert(double value, string? unit) => (Kind, Plain(unit ?? Unit)) switch
    {
        (MeasureKind.Hba1c, "%" or "%{total}" or "%{hgb}") => (value - 2.152) / 0.09148,
        (MeasureKind.Hba1c, "mmol/mol" or "mmol/mol{hb}" or "mmol/mol{hgb}") => value,
        (MeasureKind.Bmi, "kg/m2" or "kg/m^2" or "kg/m²") => value,
        (MeasureKind.Waist, "cm") => value,
        (MeasureKind.Waist, "m") => value * 100,
        (MeasureKind.Waist, "[in_i]" or "[in_us]" or "in") => value * CentimetresAnInch,
        (MeasureKind.SystolicPressure or MeasureKind.DiastolicPressure, "mm[hg]" or "mmhg") => value,
        (MeasureKind.Egfr, "ml/min/{1.73_m2}" or "ml/min/1.73.m2" or "ml/min/1.73m2" or "ml/min/{1.73m2}" or "ml/min/1.73_m2" or "ml/min") => value,
        (MeasureKind.Cholesterol, "mg/dl") => value / CholesterolMilligramsADecilitre,
        (MeasureKind.Cholesterol, "mmol/l") => value,
        _ => null,
    };

    private static string Plain(string unit) => unit.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
