using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Phm.Statistics;

/// <summary>Probabilities beyond a statistic, computed as tails so that small ones keep their digits. Infinite degrees of freedom are the limit.</summary>
internal static class Tails
{
    /// <summary>P(|T| ≥ |t|) = I(ν/(ν + t²); ν/2, ½).</summary>
    public static double TwoSided(double t, double degreesOfFreedom) => double.IsNaN(t) ? double.NaN
        : double.IsInfinity(t) ? 0
        : double.IsPositiveInfinity(degreesOfFreedom) ? SpecialFunctions.Erfc(Math.Abs(t) / Math.Sqrt(2))
        : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + t * t));

    /// <summary>P(χ² ≥ x).</summary>
    public static double ChiSquared(double x, double degreesOfFreedom) => double.IsNaN(x) ? double.NaN
        : x <= 0 ? 1 : double.IsInfinity(x) ? 0 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);

    /// <summary>P(F ≥ x).</summary>
    public static double F(double x, double numerator, double denominator) => double.IsPositiveInfinity(denominator) ? ChiSquared(x * numerator, numerator)
        : double.IsNaN(x) ? double.NaN
        : x <= 0 ? 1 : double.IsInfinity(x) ? 0 : SpecialFunctions.BetaRegularized(denominator / 2, numerator / 2, denominator / (denominator + numerator * x));

    /// <summary>The t beyond which, on both sides, lies 1 - level; the library's answer, brought to full precision by Newton's step.</summary>
    public static double TwoSidedQuantile(double level, double degreesOfFreedom)
    {
        var t = double.IsPositiveInfinity(degreesOfFreedom) ? Normal.InvCDF(0, 1, (1 + level) / 2) : StudentT.InvCDF(0, 1, degreesOfFreedom, (1 + level) / 2);
        var density = double.IsPositiveInfinity(degreesOfFreedom) ? Normal.PDF(0, 1, t) : StudentT.PDF(0, 1, degreesOfFreedom, t);
        return t + (TwoSided(t, degreesOfFreedom) - (1 - level)) / (2 * density);
    }

    public static void RequireLevel(double level)
    {
        if (level is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1, as in 0.95.");
    }
}
