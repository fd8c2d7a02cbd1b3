namespace Phm.Synthetic;

/// <summary>
/// A stream of random numbers of its own for each person, so that a person's simulated life depends on neither order nor threads.
/// SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195): small, fast, and any seed is a good one.
/// </summary>
internal struct RandomStream
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    /// <summary>The stream of a person for one purpose under a seed.</summary>
    public RandomStream(ulong seed, ulong person, ulong purpose) => _state = Mix(Mix(Mix(seed + Golden) + person * Golden) ^ (purpose * 0xD1B54A32D192ED03));

    /// <summary>A number of 0 or more and less than 1.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number of 0 or more and less than a bound.</summary>
    public int Below(int bound) => (int)(Uniform() * bound);

    /// <summary>Whether something of a probability happens.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>A standard normal number, by the polar method of Marsaglia and Bray (1964).</summary>
    public double Normal()
    {
        double u, v, s;
        do
        {
            u = 2 * Uniform() - 1;
            v = 2 * Uniform() - 1;
            s = u * u + v * v;
        }
        while (s >= 1 || s == 0);
        return u * Math.Sqrt(-2 * Math.Log(s) / s);
    }

    /// <summary>A gamma number with mean 1, by Marsaglia and Tsang (2000, doi:10.1145/358407.358414).</summary>
    /// <param name="shape">The shape; the variance is its inverse.</param>
    public double Gamma(double shape)
    {
        if (shape < 1)
        {
            // A gamma of shape + 1 times a power of a uniform has the smaller shape; the mean is put back by the ratio of shapes.
            return Gamma(shape + 1) * (shape + 1) * Math.Pow(1 - Uniform(), 1 / shape) / shape;
        }
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var t = 1 + c * x;
            if (t <= 0) continue;
            var v = t * t * t;
            if (Math.Log(1 - Uniform()) < 0.5 * x * x + d - d * v + d * Math.Log(v)) return d * v / shape;
        }
    }

    /// <summary>A Poisson number. Large means are split, which keeps the product method exact and its loop short.</summary>
    public int Poisson(double mean)
    {
        var count = 0;
        for (; mean > 30; mean -= 30) count += Knuth(30);
        return count + Knuth(mean);
    }

    /// <summary>A log-normal number with mean 1.</summary>
    /// <param name="sigma">The standard deviation of the logarithm.</param>
    public double LogNormal(double sigma) => Math.Exp(sigma * Normal() - 0.5 * sigma * sigma);

    private int Knuth(double mean)
    {
        if (mean <= 0) return 0;
        var limit = Math.Exp(-mean);
        var count = 0;
        for (var product = Uniform(); product > limit; product *= Uniform()) count++;
        return count;
    }

    private ulong Next() => Mix(_state += Golden);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
