using MathNet.Numerics.Distributions;

namespace Phm.Synthetic.Studies;

/// <summary>
/// Draws who answers at a level. Each margin is the published one, at quantiles spread evenly over the distribution and not by chance; which value goes
/// with which is by the ranks of normal numbers that are correlated.
/// </summary>
internal sealed class CovariateDraw(SyntheticParameters parameters, ulong seed)
{
    private const int MostConditions = 12;
    private const int YoungestAge = 18;
    private const int OldestAge = 100;

    /// <summary>The questionnaires of a level, in no order.</summary>
    public StudyQuestionnaire[] Draw(int level)
    {
        var random = new RandomStream(seed, (ulong)level, Purpose.StudyCovariates);
        var count = (int)At("study.questionnaires", level);
        var normals = Enumerable.Range(0, count).Select(_ => Correlated(ref random)).ToArray();
        var ages = ByRank(normals, n => n.Age, Ages(level, count, ref random));
        var deciles = ByRank(normals, n => n.Affluence, Spread(Deciles(level), 1, count));
        var men = ByRank(normals, n => n.Sex, Spread([1 - At("level.male", level), At("level.male", level)], 0, count));
        var physical = ByRank(normals, n => n.Physical, Spread(PhysicalShares(level), 0, count));
        var mental = ByRank(normals, n => n.Mental, Spread(MentalShares(level), 0, count));
        return [.. Enumerable.Range(0, count).Select(i => new StudyQuestionnaire
        {
            Level = level,
            AgeDays = ages[i],
            Decile = deciles[i],
            IsMale = men[i] == 1,
            Physical = physical[i],
            Mental = mental[i],
            Health = normals[i].Health,
        })];
    }

    private (double Age, double Affluence, double Sex, double Physical, double Mental, double Health) Correlated(ref RandomStream random)
    {
        var (age, affluence, sex, health) = (random.Normal(), random.Normal(), random.Normal(), random.Normal());
        var (own, other) = (random.Normal(), random.Normal());
        var (agePhysical, affluencePhysical) = (Correlation("age_physical"), Correlation("affluence_physical"));
        var (ageMental, affluenceMental, both) = (Correlation("age_mental"), Correlation("affluence_mental"), Correlation("physical_mental"));
        var physical = agePhysical * age + affluencePhysical * affluence + Rest(agePhysical, affluencePhysical) * own;
        var mental = ageMental * age + affluenceMental * affluence + both * own + Rest(ageMental, affluenceMental, both) * other;
        return (age, affluence, sex, physical, mental, health);
    }

    /// <summary>Ages whose completed years have the published mean and standard deviation.</summary>
    private int[] Ages(int level, int count, ref RandomStream random)
    {
        var normal = new double[count];
        for (var i = 0; i < count; i++) normal[i] = Normal.InvCDF(0, 1, (i + random.Uniform()) / count);
        // Completed years lie half a year below the age on average; cutting the ends takes away a little of the spread, which is put back.
        var (mean, spread) = (At("level.age_mean", level) + 0.5, At("level.age_sd", level));
        var (shift, scale) = (mean, spread);
        var ages = normal;
        for (var step = 0; step < 20; step++)
        {
            ages = [.. normal.Select(z => Math.Clamp(shift + scale * z, YoungestAge, OldestAge))];
            var got = ages.Average();
            scale *= spread / Math.Sqrt(ages.Average(age => (age - got) * (age - got)));
            shift += mean - got;
        }
        return [.. ages.Select(age => (int)Math.Round(365.25 * age))];
    }

    private double[] Deciles(int level)
    {
        var (share, tilt) = (parameters.Curve("decile.share"), At("level.decile_tilt", level));
        double[] weights = [.. Enumerable.Range(1, 10).Select(decile => share[decile] * Math.Exp(tilt * decile))];
        return [.. weights.Select(weight => weight / weights.Sum())];
    }

    /// <summary>The published shares of 0, 1, 2; from 3 on a negative binomial whose mean and variance make the published ones of the whole.</summary>
    private double[] PhysicalShares(int level)
    {
        double[] shares = [.. Enumerable.Range(0, 4).Select(n => At($"level.physical_{n}", level) / 100)];
        var (mean, spread) = (At("level.physical_mean", level), At("level.physical_sd", level));
        var above = (mean - shares[1] - 2 * shares[2]) / shares[3];
        var variance = (spread * spread + mean * mean - shares[1] - 4 * shares[2]) / shares[3] - above * above;
        var (more, size) = (above - 3, 0.0);
        size = more * more / Math.Max(0.01, variance - more);
        var tail = new double[MostConditions - 2];
        for (var n = 0; n < tail.Length; n++) tail[n] = n == 0 ? CountQuantiles.NegativeBinomialZero(more, size) : tail[n - 1] * (n - 1 + size) / n * more / (more + size);
        return [shares[0], shares[1], shares[2], .. tail.Select(share => share * shares[3] / tail.Sum())];
    }

    /// <summary>Shares of 0, 1 and 2 that have the published mean and standard deviation.</summary>
    private double[] MentalShares(int level)
    {
        var (mean, spread) = (At("level.mental_mean", level), At("level.mental_sd", level));
        var two = (spread * spread + mean * mean - mean) / 2;
        return [1 - mean + two, mean - 2 * two, two];
    }

    /// <summary>So many values as the shares say, rising; rounding never adds up.</summary>
    private static int[] Spread(double[] shares, int first, int count)
    {
        var values = new List<int>(count);
        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            sum += shares[i];
            var until = i == shares.Length - 1 ? count : (int)Math.Round(sum * count);
            while (values.Count < until) values.Add(first + i);
        }
        return [.. values];
    }

    /// <summary>Gives the lowest value to whom has the lowest number, and so on.</summary>
    private static int[] ByRank<T>(T[] normals, Func<T, double> number, int[] sorted)
    {
        var order = Enumerable.Range(0, normals.Length).OrderBy(i => number(normals[i])).ToArray();
        var values = new int[normals.Length];
        for (var rank = 0; rank < order.Length; rank++) values[order[rank]] = sorted[rank];
        return values;
    }

    private static double Rest(params ReadOnlySpan<double> weights)
    {
        var rest = 1.0;
        foreach (var weight in weights) rest -= weight * weight;
        return Math.Sqrt(rest);
    }

    private double Correlation(string name) => parameters.Number("correlation." + name);

    private double At(string name, int level) => parameters.Curve(name)[level];
}
