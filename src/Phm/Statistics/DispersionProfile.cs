namespace Phm.Statistics;

/// <summary>The profile likelihood of a dispersion parameter (Venzon DJ, Moolgavkar SH. Appl Stat 1988;37:87-94, doi:10.2307/2347496).</summary>
internal static class DispersionProfile
{
    private const double Farthest = 25;

    public static ConfidenceInterval Interval(Frame frame, CountFit fit, double level)
    {
        var counts = CountTable.Of(frame, fit.Family);
        var quantile = Tails.TwoSidedQuantile(level, double.PositiveInfinity);
        var (middle, from) = (Math.Log(fit.Overdispersion!.Value), fit.Estimates);
        var top = LogLikelihood(middle);
        return new(Math.Exp(Bound(-1)), Math.Exp(Bound(1)), level);

        double LogLikelihood(double value)
        {
            LinkedDistribution distribution = fit.Family == Family.NegativeBinomial ? new NegativeBinomialDistribution(counts, value) : new LinearNegativeBinomialDistribution(counts, value);
            var search = LikelihoodSearch.Run(frame, distribution, from, fixDispersion: true);
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
}
