using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>Counts are drawn from a known truth four thousand times: 95% intervals have to hold it as often as they say, the exact ones at least as often.</summary>
[Trait("Category", "Coverage")]
public sealed class IntervalCoverageTests(ITestOutputHelper output)
{
    private const int Replications = 4_000;

    private static readonly double[] s_people = [5_200, 4_800, 5_600, 6_100, 5_300, 4_700, 3_900, 2_800, 1_500, 600];

    private static readonly double[] s_rates = [0.0002, 0.0001, 0.0003, 0.0005, 0.001, 0.002, 0.004, 0.008, 0.02, 0.05];

    private static readonly StandardPopulation s_standard = StandardPopulation.Of("ten", [.. Enumerable.Range(0, 10).Select(i => $"{i}")], [5, 5.5, 6, 6, 6, 5.5, 5, 4, 2.5, 1]);

    [Fact]
    public void Wilson_of_a_proportion() => Holds("Wilson, 30% of 80", 0.3, random => Proportion.Of(Binomial(random, 80, 0.3), 80).Interval(), 0.93, 0.97);

    [Fact]
    public void Exact_limits_of_few_events() => Holds("exact, 5 events", 5, random => EventCount.Of(Poisson(random, 5)).ExactInterval(), 0.95, 0.995);

    [Fact]
    public void The_rule_of_counts_about_10_events() => Holds("rule, 11 events", 11, random => EventCount.Of(Poisson(random, 11)).Interval(), 0.95, 0.98);

    [Fact]
    public void Byar_of_a_rate() => Holds("Byar, 400 events", 400, random => Rate.Of(Poisson(random, 400), 1, 1).Interval(), 0.94, 0.965);

    [Fact]
    public void Newcombe_of_a_difference() =>
        Holds("Newcombe", 0.2, random => Proportion.Of(Binomial(random, 60, 0.5), 60).DifferenceFrom(Proportion.Of(Binomial(random, 90, 0.3), 90)).Interval(), 0.935, 0.965);

    [Fact]
    public void Katz_of_a_ratio() => Holds("Katz", 5 / 3.0, random => Proportion.Of(Binomial(random, 60, 0.5), 60).RatioTo(Proportion.Of(Binomial(random, 90, 0.3), 90)).Interval(), 0.935, 0.97);

    [Fact]
    public void A_difference_of_rates() => Holds("difference of rates", 30, random => Rate.Of(Poisson(random, 90), 1, 1).DifferenceFrom(Rate.Of(Poisson(random, 60), 1, 1)).Interval(), 0.94, 0.97);

    [Fact]
    public void A_ratio_of_rates() => Holds("ratio of rates, log", 3, random => Rate.Of(Poisson(random, 90), 1).RatioTo(Rate.Of(Poisson(random, 60), 2)).Interval(), 0.935, 0.965);

    [Fact]
    public void An_exact_ratio_of_rates() => Holds("ratio of rates, exact", 1.5, random => Rate.Of(Poisson(random, 9), 1).RatioTo(Rate.Of(Math.Max(1, Poisson(random, 6)), 1)).ExactInterval(), 0.95, 0.995);

    [Fact]
    public void Students_t_of_a_mean() => Holds("t, 6 values", 3, random => SampleMean.Of([.. Enumerable.Range(0, 6).Select(_ => 3 + Normal(random))]).Interval(), 0.935, 0.965);

    [Fact]
    public void Dobson_of_a_directly_standardised_rate()
    {
        var truth = DirectlyStandardisedRate.Of([.. s_people.Zip(s_rates, (n, rate) => n * rate)], s_people, s_standard).Value;
        Holds("Dobson", truth, random => DirectlyStandardisedRate.Of([.. s_people.Zip(s_rates, (n, rate) => Poisson(random, n * rate))], s_people, s_standard).Interval(), 0.94, 0.97);
    }

    [Fact]
    public void Slope_and_relative_index_of_inequality()
    {
        double[] rates = [.. Enumerable.Range(0, 10).Select(i => 0.03 - 0.002 * i)];
        var truth = InequalityIndex.OfRates([.. s_people.Zip(rates, (n, rate) => n * rate)], s_people);
        InequalityIndex draw(Random random) => InequalityIndex.OfRates([.. s_people.Zip(rates, (n, rate) => Math.Max(1, Poisson(random, n * rate)))], s_people);
        Holds("slope index", truth.Slope, random => draw(random).SlopeInterval(), 0.935, 0.97);
        Holds("relative index", truth.Relative!.Value, random => draw(random).RelativeInterval(), 0.935, 0.97);
    }

    [Theory]
    [InlineData(FunnelPlot.TwoSigma, 0.94, 0.96)]
    [InlineData(FunnelPlot.ThreeSigma, 0.996, 0.9995)]
    public void Limits_of_a_funnel_hold_places_at_the_target(double level, double low, double high)
    {
        var limits = FunnelPlot.OfRatios([1], [1]).Limits(60, level);
        Counts($"funnel of {level}", random => Poisson(random, 60) / 60 is var ratio && limits.Low <= ratio && ratio <= limits.High, low, high);
    }

    [Fact]
    public void Limits_that_allow_for_overdispersion_hold_places_that_vary()
    {
        // Ratios vary about 1 on the root by 0.1; the limits of 200 places are estimated anew in each of a hundred draws.
        var (random, winsorised, plain, none) = (new Random(5), 0, 0, 0);
        for (var draw = 0; draw < 100; draw++)
        {
            double[] expected = [.. Enumerable.Range(0, 200).Select(_ => 20 + 180 * random.NextDouble())];
            var funnel = FunnelPlot.OfRatios([.. expected.Select(mean => Poisson(random, mean * Math.Pow(Math.Max(0, 1 + 0.1 * Normal(random)), 2)))], expected);
            none += Within(funnel);
            winsorised += Within(funnel.WithOverdispersion());
            plain += Within(funnel.WithOverdispersion(winsorised: 0));
        }
        output.Tell("coverage", FormattableString.Invariant($"funnel with over-dispersion: {plain / 20_000.0:P1} within, winsorised {winsorised / 20_000.0:P1}, limits of chance {none / 20_000.0:P1}"));
        Assert.InRange(plain / 20_000.0, 0.94, 0.96);
        // Drawing in a tenth at each end makes τ² smaller where nobody is an outlier, as here: the price of not letting outliers hide.
        Assert.InRange(winsorised / 20_000.0, 0.87, 0.92);
        Assert.InRange(none / 20_000.0, 0.5, 0.75);
    }

    private static int Within(FunnelPlot funnel) => funnel.Points.Count(point => point.Position == FunnelPosition.Within);

    private void Holds(string name, double truth, Func<Random, ConfidenceInterval> draw, double low, double high) =>
        Counts(name, random => draw(random) is var interval && interval.Low <= truth && truth <= interval.High, low, high);

    private void Counts(string name, Func<Random, bool> holds, double low, double high)
    {
        var (random, held) = (new Random(20_250_401), 0);
        for (var draw = 0; draw < Replications; draw++) held += holds(random) ? 1 : 0;
        output.Tell("coverage", FormattableString.Invariant($"{name}: coverage {held / (double)Replications:P2}"));
        Assert.InRange(held / (double)Replications, low, high);
    }

    private static double Binomial(Random random, int size, double share)
    {
        var count = 0;
        for (var i = 0; i < size; i++) count += random.NextDouble() < share ? 1 : 0;
        return count;
    }

    /// <summary>By inversion; a large mean is the sum of smaller ones.</summary>
    private static double Poisson(Random random, double mean)
    {
        var sum = 0.0;
        for (; mean > 30; mean -= 30) sum += Poisson(random, 30);
        var (count, product, limit) = (0, 1 - random.NextDouble(), Math.Exp(-mean));
        for (; product > limit; count++) product *= 1 - random.NextDouble();
        return sum + count;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
