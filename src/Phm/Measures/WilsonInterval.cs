using MathNet.Numerics.Distributions;

namespace Phm.Measures;

/// <summary>
/// The interval of Wilson (1927, doi:10.1080/01621459.1927.10502953) for a proportion, which public health in England uses because it
/// stays within 0 and 1 and holds for small counts.
/// </summary>
public static class WilsonInterval
{
    /// <summary>The interval of x in n: (2x + z² ± z√(z² + 4x(1 - x/n))) / (2(n + z²)).</summary>
    /// <param name="numerator">How many have the property, from 0 to the denominator.</param>
    /// <param name="denominator">How many there are, above 0.</param>
    /// <param name="confidence">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public static (double Low, double High) Of(double numerator, double denominator, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        if (confidence is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence level lies between 0 and 1, as in 0.95.");
        var z = Normal.InvCDF(0, 1, 1 - (1 - confidence) / 2);
        var middle = 2 * numerator + z * z;
        var half = z * Math.Sqrt(z * z + 4 * numerator * (1 - numerator / denominator));
        var scale = 2 * (denominator + z * z);
        return (Math.Max(0, (middle - half) / scale), Math.Min(1, (middle + half) / scale));
    }
}
