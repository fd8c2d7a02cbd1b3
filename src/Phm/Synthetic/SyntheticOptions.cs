namespace Phm.Synthetic;

/// <summary>What population to make. The same options give the same people, on any machine and any number of threads.</summary>
public readonly record struct SyntheticOptions
{
    /// <summary>10,000 people over the three financial years from April 2022, seed 2018.</summary>
    public SyntheticOptions()
    {
    }

    /// <summary>How many people, from 100 to 10 million; those born or joining in the years are among them.</summary>
    public int People { get; init; } = 10_000;

    /// <summary>The seed of all randomness.</summary>
    public ulong Seed { get; init; } = 2018;

    /// <summary>How many financial years of records, from 1 to 10.</summary>
    public int Years { get; init; } = 3;

    /// <summary>The year in which the first financial year begins, from 1990 to 2060.</summary>
    public int StartYear { get; init; } = 2022;

    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(People, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(People, 10_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(Years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Years, 10);
        ArgumentOutOfRangeException.ThrowIfLessThan(StartYear, 1990);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(StartYear, 2060);
    }
}
