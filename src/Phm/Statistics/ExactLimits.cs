using MathNet.Numerics;

namespace Phm.Statistics;

/// <summary>
/// Points of a distribution of counts at a probability, between whole counts by interpolation, so that limits run smoothly over sizes
/// (Spiegelhalter DJ. Stat Med 2005;24:1185-1202, doi:10.1002/sim.1970, appendix A.1.1).
/// </summary>
internal static class ExactLimits
{
    public static double Binomial(double size, double share, double probability) =>
        Limit(count => count >= size ? 1 : SpecialFunctions.BetaRegularized(size - count, count + 1, 1 - share), Math.Ceiling(size), probability);

    public static double Poisson(double mean, double probability) =>
        Limit(count => SpecialFunctions.GammaUpperRegularized(count + 1, mean), Math.Ceiling(2 * mean + 20), probability);

    /// <summary>r - (F(r) - p)/(F(r) - F(r - 1)) for the smallest count r with F(r) ≥ p; below 0 where even no events are too likely.</summary>
    private static double Limit(Func<double, double> cumulative, double high, double probability)
    {
        while (cumulative(high) < probability) high *= 2;
        var low = -1.0;
        while (high - low > 1)
        {
            var middle = Math.Floor((low + high) / 2);
            if (cumulative(middle) >= probability) high = middle;
            else low = middle;
        }
        var at = cumulative(high);
        return high - (at - probability) / (at - (high > 0 ? cumulative(high - 1) : 0));
    }
}
