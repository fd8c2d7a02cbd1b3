namespace Phm.Statistics;

/// <summary>The scale on which the spread of a measure hardly depends on its level: the square root of Poisson rates, the arcsine of the root of shares.</summary>
/// <remarks>The error is 1/(2√size) on both, whatever the target.</remarks>
internal static class SteadyScale
{
    public static double To(FunnelMeasure measure, double value) => measure == FunnelMeasure.Proportion ? Math.Asin(Math.Sqrt(value)) : Math.Sqrt(value);

    public static double Back(FunnelMeasure measure, double value)
    {
        var root = measure == FunnelMeasure.Proportion ? Math.Sin(Math.Clamp(value, 0, Math.PI / 2)) : Math.Max(0, value);
        return root * root;
    }

    public static double Error(double size) => 1 / (2 * Math.Sqrt(size));
}
