namespace Phm.Statistics;

/// <summary>The profile likelihood of a dispersion parameter (Venzon DJ, Moolgavkar SH. Appl Stat 1988;37:87-94, doi:10.2307/2347496).</summary>
internal static class DispersionProfile
{
    private const double Farthest = 25;

    /// <summary>How many times the distance of a bound from the estimate a curve reaches.</summary>
    private const double Reach = 1.4;

    /// <summary>Twice the log-likelihood lost at even steps of the logarithm of the dispersion, from below the interval to above it.</summary>
    public static IReadOnlyList<(double Value, double Lost)> Curve(Frame frame, CountFit fit, ConfidenceInterval interval, int steps)
    {
        var counts = CountTable.Of(frame, fit.Family);
        var (middle, from) = (Math.Log(fit.Overdispersion!.Value), fit.Estimates);
        var (low, high) = (middle - Reach * (middle - Math.Log(interval.Low)), middle + Reach * (Math.Log(interval.High) - middle));
        // The search leaves constants of the likelihood out, so the top is one of its own.
        var top = LogLikelihood(middle);
        return [.. Enumerable.Range(0, steps + 1).Select(k => low + (high - low) * k / steps).Select(value => (Math.Exp(value), Math.Max(0, 2 * (top - LogLikelihood(value)))))];

        double LogLikelihood(double value)
        {
            var search = LikelihoodSearch.Run(frame, At(counts, fit, value), from, fixDispersion: true);
            from = search.Coefficients;
            return search.Sums.LogLikelihood;
        }
    }

    public static ConfidenceInterval Interval(Frame frame, CountFit fit, double level)
    {
        var counts = CountTable.Of(frame, fit.Family);
        var quantile = Tails.TwoSidedQuantile(level, double.PositiveInfinity);
        var (middle, from) = (Math.Log(fit.Overdispersion!.Value), fit.Estimates);
        var top = LogLikelihood(middle);
        return new(Math.Exp(Bound(-1)), Math.Exp(Bound(1)), level);

        double LogLikelihood(double value)
        {
            var search = LikelihoodSearch.Run(frame, At(counts, fit, value), from, fixDispersion: true);
            from = search.Coefficients;
            return search.Sums.LogLikelihood;
        }

        // The signed root of the likelihood ratio is nearly a straight line in the logarithm, so that secants are quick.
        double Bound(int side)
        {
            var (a, ra) = (middle, 0.0);
            var (b, lost) = (middle + side * quantile * fit.Overdispersion!.StandardErrorOfLog, 0.0);
            for (var step = 0; step < 60; step++)
            {
                lost = Math.Sqrt(Math.Max(2 * (top - LogLikelihood(b)), 0));
                if (Math.Abs(lost - quantile) < 1e-9 * quantile) return b;
                if (Math.Abs(b - middle) > Farthest) return side < 0 ? double.NegativeInfinity : double.PositiveInfinity;
                var slope = (lost - ra) / (b - a);
                var next = slope * side > 1e-3 / fit.Overdispersion.StandardErrorOfLog ? b + (quantile - lost) / slope : b + (b - middle);
                (a, ra) = (b, lost);
                b = side * (next - middle) > 0 ? next : (b + middle) / 2;
            }
            throw new ConvergenceException(EstimationFailure.NoConvergence, [], "The profile of the dispersion did not settle: look at the interval of Wald instead.");
        }
    }

    private static LinkedDistribution At(CountTable counts, CountFit fit, double logOfDispersion) => fit.Family == Family.NegativeBinomial
        ? new NegativeBinomialDistribution(counts, logOfDispersion) : new LinearNegativeBinomialDistribution(counts, logOfDispersion);
}
