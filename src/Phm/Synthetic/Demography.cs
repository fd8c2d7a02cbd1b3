using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>Draws age, sex, deprivation, ethnic group and practice, so that the margins of the published tables are met.</summary>
internal sealed class Demography
{
    private const int OldestAge = 104;

    private readonly SyntheticOptions _options;
    private readonly double[] _cumulativeAge;
    private readonly double[][] _cumulativeDecile;
    private readonly Curve _female;
    private readonly double[] _cumulativeEthnic;
    private readonly double _ethnicMissing;
    private readonly double _decileMissing;
    private readonly double[][] _cumulativePractice;

    public Demography(SyntheticParameters parameters, SyntheticOptions options, SyntheticGeography geography)
    {
        _options = options;
        _cumulativeAge = Cumulate(AgeWeights(parameters, options.Years));
        var deciles = Enumerable.Range(1, 10).Select(decile => parameters.Curve($"population.decile.{decile}")).ToArray();
        _cumulativeDecile = [.. Enumerable.Range(0, OldestAge + 1).Select(age => Cumulate([.. deciles.Select(curve => curve.Step(age))]))];
        _female = parameters.Curve("population.female");
        _cumulativeEthnic = Cumulate([.. Vocabulary<EthnicGroup>.All.Select(group => parameters.Number($"population.ethnic.{group.Code()}"))]);
        _ethnicMissing = parameters.Number("population.ethnic_missing");
        _decileMissing = parameters.Number("population.imd_missing");
        _cumulativePractice = [.. Enumerable.Range(1, 10).Select(decile => Cumulate([.. geography.Size.Select((size, i) => size * Math.Exp(-Square(decile - geography.Deprivation[i]) / 8))]))];
    }

    /// <summary>The people in no particular order; each depends on the seed and its own number alone.</summary>
    public Sketch[] Draw(ulong purpose = Purpose.Demography)
    {
        var people = new Sketch[_options.People];
        Parallel.For(0, (people.Length + 4095) / 4096, chunk =>
        {
            for (var i = chunk * 4096; i < Math.Min(people.Length, (chunk + 1) * 4096); i++) people[i] = Draw((uint)i, purpose);
        });
        return people;
    }

    /// <summary>How many people of the reference population have this age, sex and decile; ages are completed years.</summary>
    public static IEnumerable<(int Age, bool IsMale, int Decile, double People)> Reference(SyntheticParameters parameters)
    {
        var ages = AgeWeights(parameters, years: 0);
        var female = parameters.Curve("population.female");
        var deciles = Enumerable.Range(1, 10).Select(decile => parameters.Curve($"population.decile.{decile}")).ToArray();
        for (var age = 0; age < ages.Length; age++)
        {
            var inBand = deciles.Sum(curve => curve.Step(age));
            for (var decile = 1; decile <= 10; decile++)
            {
                var people = ages[age] * deciles[decile - 1].Step(age) / inBand;
                yield return (age, false, decile, people * female.Step(age));
                yield return (age, true, decile, people * (1 - female.Step(age)));
            }
        }
    }

    /// <summary>Weights of ages at the start; the first <paramref name="years"/> entries are people born in the years of the records.</summary>
    private static double[] AgeWeights(SyntheticParameters parameters, int years)
    {
        var published = parameters.Curve("population.age");
        var births = parameters.Number("population.births");
        var weights = new List<double>();
        for (var year = 0; year < years; year++) weights.Add(births);
        for (var age = 0; age < 90; age++) weights.Add(published[age]);
        // The published table ends with 90 and over; above, numbers fall by a quarter a year, as mortality of about 0.22 makes them.
        var oldest = Enumerable.Range(0, OldestAge - 89).Select(i => Math.Pow(0.75, i)).ToArray();
        weights.AddRange(oldest.Select(share => published[90] * share / oldest.Sum()));
        return [.. weights];
    }

    private Sketch Draw(uint stream, ulong purpose)
    {
        var random = new RandomStream(_options.Seed, stream, purpose);
        var age = Pick(_cumulativeAge, random.Uniform()) - _options.Years;
        var start = new DateOnly(_options.StartYear, 4, 1);
        var birth = start.AddYears(-age).AddDays(-1 - random.Below(365));
        var completed = Math.Max(0, age);
        var isMale = !random.Chance(_female.Step(completed));
        var decile = Pick(_cumulativeDecile[completed], random.Uniform()) + 1;
        var practice = Pick(_cumulativePractice[decile - 1], random.Uniform());
        var ethnic = Vocabulary<EthnicGroup>.All[Pick(_cumulativeEthnic, random.Uniform())];
        return new Sketch(stream, Day.Of(birth < new DateOnly(1900, 1, 1) ? new DateOnly(1900, 1, 1) : birth), isMale, (byte)decile, (ushort)practice,
            random.Chance(_ethnicMissing) ? null : ethnic, !random.Chance(_decileMissing));
    }

    private static double[] Cumulate(double[] weights)
    {
        var total = weights.Sum();
        var sum = 0.0;
        return [.. weights.Select(weight => (sum += weight) / total)];
    }

    private static int Pick(double[] cumulative, double uniform)
    {
        var index = Array.BinarySearch(cumulative, uniform);
        return Math.Min(index < 0 ? ~index : index + 1, cumulative.Length - 1);
    }

    private static double Square(double x) => x * x;
}
