namespace Phm.Populations;

/// <summary>What a measurement measures, with its unit.</summary>
public enum MeasureKind : byte
{
    /// <summary>Glycated haemoglobin in mmol/mol (IFCC), 10 to 200.</summary>
    [Term("hba1c", "HbA1c (mmol/mol)")]
    Hba1c = 0,

    /// <summary>Body mass index in kg/m², 8 to 100.</summary>
    [Term("bmi", "Body mass index (kg/m²)")]
    Bmi = 1,

    /// <summary>Waist circumference in cm, 30 to 250.</summary>
    [Term("waist", "Waist (cm)")]
    Waist = 2,

    /// <summary>Systolic blood pressure in mmHg, 50 to 300.</summary>
    [Term("systolic", "Systolic blood pressure (mmHg)")]
    SystolicPressure = 3,

    /// <summary>Diastolic blood pressure in mmHg, 20 to 200.</summary>
    [Term("diastolic", "Diastolic blood pressure (mmHg)")]
    DiastolicPressure = 4,

    /// <summary>Estimated glomerular filtration rate in mL/min/1.73 m², 1 to 200.</summary>
    [Term("egfr", "eGFR (mL/min/1.73 m²)")]
    Egfr = 5,

    /// <summary>Total cholesterol in mmol/L, 1 to 30.</summary>
    [Term("cholesterol", "Total cholesterol (mmol/L)")]
    Cholesterol = 6,
}
