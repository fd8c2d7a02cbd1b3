namespace Phm.Populations;

/// <summary>The range in which a measurement is plausible in a living person; wide, so that only slips and wrong units fall outside.</summary>
internal static class MeasureRange
{
    public static (double Min, double Max) Of(MeasureKind kind) => kind switch
    {
        MeasureKind.Hba1c => (10, 200),
        MeasureKind.Bmi => (8, 100),
        MeasureKind.Waist => (30, 250),
        MeasureKind.SystolicPressure => (50, 300),
        MeasureKind.DiastolicPressure => (20, 200),
        MeasureKind.Egfr => (1, 200),
        MeasureKind.Cholesterol => (1, 30),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No range is stated for this measure."),
    };
}
