using Phm.Synthetic.Studies;

namespace Phm.Tests.Synthetic;

/// <summary>Counts by inversion, against moments and against what must be so.</summary>
public sealed class CountQuantilesTests
{
    [Theory]
    [InlineData(0.19, 0.133)]
    [InlineData(0.52, 0.20)]
    [InlineData(8.75, 1.5)]
    [InlineData(2.0, 1_000_000.0)]
    public void Numbers_spread_evenly_give_counts_of_the_mean_and_variance(double mean, double size)
    {
        const int count = 200_000;
        var drawn = Enumerable.Range(0, count).Select(i => (double)CountQuantiles.NegativeBinomial((i + 0.5) / count, mean, size)).ToArray();
        Assert.Equal(mean, drawn.Average(), 0.002 * mean);
        var variance = mean + mean * mean / size;
        Assert.Equal(variance, drawn.Average(x => (x - mean) * (x - mean)), 0.02 * variance);
    }

    [Fact]
    public void A_binomial_count_leaves_a_number_that_is_spread_evenly_too()
    {
        const int count = 10_000;
        var (sum, left) = (0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            var probability = (i + 0.5) / count;
            sum += CountQuantiles.Binomial(ref probability, 5, 0.3);
            Assert.InRange(probability, 0, 1);
            left += probability;
        }
        Assert.Equal(1.5, sum / count, 0.001);
        Assert.Equal(0.5, left / count, 0.01);
    }

    [Fact]
    public void Nothing_comes_of_no_trials_and_the_ends_of_the_range_give_counts()
    {
        var one = 1.0;
        Assert.Equal(0, CountQuantiles.Binomial(ref one, 0, 0.3));
        Assert.Equal(0, CountQuantiles.NegativeBinomial(0, 3, 0.5));
        Assert.InRange(CountQuantiles.NegativeBinomial(1, 3, 0.5), 1, 400);
        Assert.Equal(0, CountQuantiles.NegativeBinomial(0.999, 0, 0.5));
    }
}
