using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>What holds for the interval of every measure, on many drawn at random from a seed.</summary>
public sealed class IntervalPropertyTests
{
    private static readonly double[] s_levels = [0.01, 0.5, 0.8, 0.95, 0.998, 0.999999];

    [Theory]
    [InlineData("proportion")]
    [InlineData("count, by the rule")]
    [InlineData("count, Byar")]
    [InlineData("count, exact")]
    [InlineData("rate")]
    [InlineData("difference of proportions")]
    [InlineData("ratio of proportions")]
    [InlineData("difference of rates")]
    [InlineData("ratio of rates")]
    [InlineData("ratio of rates, exact")]
    [InlineData("mean")]
    [InlineData("directly standardised rate")]
    [InlineData("standardised ratio")]
    [InlineData("slope index")]
    [InlineData("relative index")]
    public void An_interval_holds_its_estimate_and_widens_with_the_level(string measure)
    {
        var random = new Random(20_130_101);
        for (var draw = 0; draw < 300; draw++)
        {
            var (estimate, interval) = Draw(measure, random);
            var before = new ConfidenceInterval(estimate, estimate, 0);
            foreach (var level in s_levels)
            {
                var now = interval(level);
                Assert.True(double.IsFinite(now.Low) && double.IsFinite(now.High), $"{measure}: {now}");
                Assert.Equal(level, now.Level);
                Assert.True(now.Low <= before.Low + 1e-12 * Math.Abs(estimate) && before.High <= now.High + 1e-12 * Math.Abs(estimate), $"{measure} {estimate}: {before} is not within {now}.");
                Assert.True(now.Low < now.High, $"{measure} {estimate}: {now} has no width.");
                before = now;
            }
        }
    }

    [Fact]
    public void Exact_limits_are_where_a_tail_of_the_Poisson_distribution_is_half_of_what_is_left()
    {
        foreach (var events in (int[])[0, 1, 4, 9, 37])
        {
            foreach (var level in s_levels)
            {
                var interval = EventCount.Of(events).ExactInterval(level);
                Assert.Equal((1 - level) / 2, AtMost(events, interval.High), 1e-13);
                if (events > 0) Assert.Equal((1 - level) / 2, 1 - AtMost(events - 1, interval.Low), 1e-13);
            }
        }
    }

    [Fact]
    public void Measures_do_not_depend_on_what_they_are_given_per()
    {
        var (once, thousand) = (Rate.Of(23, 4_567, 1), Rate.Of(23, 4_567, 1_000));
        Digits.AtLeast(14, [1_000 * once.Value, 1_000 * once.Interval().Low, 1_000 * once.Interval().High], [thousand.Value, thousand.Interval().Low, thousand.Interval().High]);
        Assert.Equal(once.RatioTo(Rate.Of(9, 1_000, 1)).Interval(), thousand.RatioTo(Rate.Of(9, 1_000, 1_000)).Interval());
    }

    [Fact]
    public void A_comparison_turned_round_is_its_mirror()
    {
        var (a, b, p, q) = (Rate.Of(23, 4_567), Rate.Of(9, 1_234), Proportion.Of(7, 31), Proportion.Of(18, 40));
        Mirrored(a.RatioTo(b).ExactInterval(), b.RatioTo(a).ExactInterval(), x => 1 / x);
        Mirrored(a.RatioTo(b).LogInterval(), b.RatioTo(a).LogInterval(), x => 1 / x);
        Mirrored(p.RatioTo(q).Interval(), q.RatioTo(p).Interval(), x => 1 / x);
        Mirrored(a.DifferenceFrom(b).Interval(), b.DifferenceFrom(a).Interval(), x => -x);
        Mirrored(p.DifferenceFrom(q).Interval(), q.DifferenceFrom(p).Interval(), x => -x);
    }

    private static void Mirrored(ConfidenceInterval one, ConfidenceInterval other, Func<double, double> turn) => Digits.AtLeast(11, [one.Low, one.High], [turn(other.High), turn(other.Low)]);

    private static double AtMost(int events, double mean)
    {
        var (term, sum) = (Math.Exp(-mean), Math.Exp(-mean));
        for (var k = 1; k <= events; k++) sum += term *= mean / k;
        return sum;
    }

    private static (double Estimate, Func<double, ConfidenceInterval> Interval) Draw(string measure, Random random)
    {
        double n() => 1 + random.Next(5_000);
        // Counts of every order of size, none among them.
        double events(int least = 0) => least + Math.Floor(Math.Pow(10, 5 * random.NextDouble()) - 1);
        Proportion share(int least = 0) => n() is var all ? Proportion.Of(Math.Min(Math.Max(least, Math.Floor(all * random.NextDouble() * 1.2 - 0.1 * all)), all), all) : throw new InvalidOperationException();
        Rate rate(int least = 0) => Rate.Of(events(least), n());
        double[] groups(Func<double> draw) => [.. Enumerable.Range(0, 10).Select(_ => draw())];
        var (count, tens) = (EventCount.Of(events()), StandardPopulation.Of("ten", [.. Enumerable.Range(0, 10).Select(i => $"{i}")], groups(n)));
        switch (measure)
        {
            case "proportion": return Take(share(), p => p.Value, (p, level) => p.Interval(level));
            case "count, by the rule": return Take(count, c => c.Value, (c, level) => c.Interval(level));
            case "count, Byar": return Take(count, c => c.Value, (c, level) => c.ByarInterval(level));
            case "count, exact": return Take(count, c => c.Value, (c, level) => c.ExactInterval(level));
            case "rate": return Take(rate(), r => r.Value, (r, level) => r.Interval(level));
            case "difference of proportions": return Take(share().DifferenceFrom(share()), d => d.Value, (d, level) => d.Interval(level));
            case "ratio of proportions": return Take(Proportion.Of(1 + random.Next(90), 100).RatioTo(Proportion.Of(1 + random.Next(90), 100)), r => r.Value, (r, level) => r.Interval(level));
            case "difference of rates": return Take(rate().DifferenceFrom(rate()), d => d.Value, (d, level) => d.Interval(level));
            case "ratio of rates": return Take(rate(10).RatioTo(rate(10)), r => r.Value, (r, level) => r.Interval(level));
            case "ratio of rates, exact": return Take(rate().RatioTo(rate(1)), r => r.Value, (r, level) => r.ExactInterval(level));
            case "mean": return Take(SampleMean.Of(groups(() => random.NextDouble() - 0.5)), m => m.Value, (m, level) => m.Interval(level));
            case "directly standardised rate": return Take(DirectlyStandardisedRate.Of(groups(() => events(1)), groups(n), tens), r => r.Value, (r, level) => r.Interval(level));
            case "standardised ratio": return Take(StandardisedRatio.Of(events(), n()), r => r.Value, (r, level) => r.Interval(level));
            case "slope index": return Take(InequalityIndex.OfRates(groups(() => events(1)), groups(n)), i => i.Slope, (i, level) => i.SlopeInterval(level));
            default: return Take(InequalityIndex.OfRates(groups(() => events(1)), groups(n), transformed: true), i => i.Relative!.Value, (i, level) => i.RelativeInterval(level));
        }
    }

    private static (double, Func<double, ConfidenceInterval>) Take<T>(T measure, Func<T, double> estimate, Func<T, double, ConfidenceInterval> interval) => (estimate(measure), level => interval(measure, level));
}
