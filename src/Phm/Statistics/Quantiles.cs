using MathNet.Numerics;

namespace Phm.Statistics;

/// <summary>Points beyond which lies a stated probability, by Newton's steps that a bracket keeps from going astray, to the precision of the tails.</summary>
internal static class Quantiles
{
    private const int Steps = 200;

    /// <summary>The x of P(X ≤ x) = tail for a gamma variable of a shape above 0 and scale 1.</summary>
    public static double GammaLower(double shape, double tail) => Gamma(shape, -1, tail, x => SpecialFunctions.GammaLowerRegularized(shape, x) - tail);

    /// <summary>The x of P(X ≥ x) = tail for a gamma variable of a shape above 0 and scale 1.</summary>
    public static double GammaUpper(double shape, double tail) => Gamma(shape, 1, tail, x => tail - SpecialFunctions.GammaUpperRegularized(shape, x));

    /// <summary>The x of P(X ≤ x) = tail for a beta variable.</summary>
    public static double BetaLower(double a, double b, double tail)
    {
        var scale = SpecialFunctions.GammaLn(a + b) - SpecialFunctions.GammaLn(a) - SpecialFunctions.GammaLn(b);
        return Invert(x => SpecialFunctions.BetaRegularized(a, b, x) - tail, x => Math.Exp(scale + (a - 1) * Math.Log(x) + (b - 1) * Math.Log(1 - x)), a / (a + b), 1);
    }

    /// <summary>The x of P(X ≥ x) = tail for a beta variable: that of the mirrored variable, mirrored.</summary>
    public static double BetaUpper(double a, double b, double tail) => 1 - BetaLower(b, a, tail);

    /// <summary>The quantile of sorted numbers, between neighbours in proportion (Hyndman RJ, Fan Y. Am Stat 1996;50:361-365, doi:10.1080/00031305.1996.10473566, type 7).</summary>
    public static double OfSorted(double[] sorted, double probability)
    {
        var place = probability * (sorted.Length - 1);
        var below = Math.Clamp((int)place, 0, Math.Max(sorted.Length - 2, 0));
        return sorted.Length == 1 ? sorted[0] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }

    private static double Gamma(double shape, int side, double tail, Func<double, double> excess)
    {
        // Wilson EB, Hilferty MM. Proc Natl Acad Sci USA 1931;17:684-688, doi:10.1073/pnas.17.12.684: the cube root is nearly normal.
        var root = 1 - 1 / (9 * shape) + side * Tails.TwoSidedQuantile(Math.Clamp(1 - 2 * tail, 0.01, 1 - 1e-15), double.PositiveInfinity) / (3 * Math.Sqrt(shape));
        var start = Math.Max(shape * root * root * root, 1e-3 * shape);
        var high = 2 * start;
        while (excess(high) < 0) high *= 2;
        var scale = SpecialFunctions.GammaLn(shape);
        return Invert(excess, x => Math.Exp((shape - 1) * Math.Log(x) - x - scale), start, high);
    }

    /// <summary>The root of an increasing function between 0 and a bound above it.</summary>
    private static double Invert(Func<double, double> excess, Func<double, double> slope, double start, double high)
    {
        var (low, x) = (0.0, start);
        for (var step = 0; step < Steps; step++)
        {
            var error = excess(x);
            if (error == 0) return x;
            if (error < 0) low = x;
            else high = x;
            var next = x - error / slope(x);
            if (!(next > low && next < high)) next = (low + high) / 2;
            if (Math.Abs(next - x) <= 2e-16 * x || high - low <= 4e-16 * high) return next;
            x = next;
        }
        return x;
    }
}
