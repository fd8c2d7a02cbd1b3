using System.Numerics;

namespace Phm.Statistics;

/// <summary>
/// The random numbers of one replication: xoshiro256** (Blackman D, Vigna S. ACM Trans Math Softw 2021;47:36, doi:10.1145/3460772), started by splitmix64 from a
/// seed and the number of the replication, so that no replication depends on another.
/// </summary>
internal struct ResamplingStream
{
    private ulong _a, _b, _c, _d;

    public ResamplingStream(int seed, int replication)
    {
        var state = Mixed(unchecked((ulong)(uint)seed << 32 | (uint)replication));
        (_a, _b, _c, _d) = (Mixed(state += 0x9E3779B97F4A7C15), Mixed(state += 0x9E3779B97F4A7C15), Mixed(state += 0x9E3779B97F4A7C15), Mixed(state + 0x9E3779B97F4A7C15));
    }

    /// <summary>A number from 0 to below a bound, each as likely but for a share of less than 2⁻³² (Lemire D. ACM Trans Model Comput Simul 2019;29:3, doi:10.1145/3230636).</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
