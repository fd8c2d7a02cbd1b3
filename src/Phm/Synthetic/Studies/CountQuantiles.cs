namespace Phm.Synthetic.Studies;

/// <summary>Counts by inversion: the smallest count whose distribution function reaches a probability.</summary>
internal static class CountQuantiles
{
    /// <summary>No count of a year is higher; it bounds the loop where a probability lies within rounding of 1.</summary>
    private const int Most = 400;

    /// <summary>Negative binomial with a mean and a size; the variance is mean + mean² / size.</summary>
    /// <param name="probability">From 0 to 1.</param>
    /// <param name="mean">The mean, 0 or more.</param>
    /// <param name="size">The size, above 0.</param>
    public static int NegativeBinomial(double probability, double mean, double size)
    {
        var term = NegativeBinomialZero(mean, size);
        var step = mean / (mean + size);
        var sum = term;
        var count = 0;
        while (sum < probability && count < Most)
        {
            term *= (count + size) / (count + 1) * step;
            sum += term;
            count++;
        }
        return count;
    }

    /// <summary>The probability of no event.</summary>
    public static double NegativeBinomialZero(double mean, double size) => Math.Exp(-size * Math.Log(1 + mean / size));

    /// <summary>Binomial with a number of trials.</summary>
    /// <param name="probability">From 0 to 1; on return where it lay within the probability of the count, from 0 to 1 again.</param>
    /// <param name="trials">The number of trials.</param>
    /// <param name="chance">The chance of each, below 1.</param>
    public static int Binomial(ref double probability, int trials, double chance)
    {
        var term = Math.Pow(1 - chance, trials);
        var sum = term;
        var count = 0;
        while (sum < probability && count < trials)
        {
            term *= (trials - count) * chance / ((count + 1) * (1 - chance));
            sum += term;
            count++;
        }
        probability = Math.Clamp((probability - (sum - term)) / term, 0, 1);
        return count;
    }
}
