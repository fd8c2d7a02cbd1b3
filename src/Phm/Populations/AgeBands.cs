using System.Globalization;

namespace Phm.Populations;

/// <summary>Age bands without gaps, from 0 years up to an open end.</summary>
public sealed class AgeBands
{
    private readonly int[] _from;

    private AgeBands(int[] from)
    {
        _from = from;
        Names = [.. from.Select((start, i) => i + 1 < from.Length ? Name(start, from[i + 1] - 1) : string.Create(CultureInfo.InvariantCulture, $"{start}+"))];
    }

    /// <summary>
    /// Seven bands: 0-12, 13-17, 18-39, 40-64, 65-74, 75-84, 85+. The first two and the cuts at 18 and 65 are those of the North West
    /// London grid (IPPR); the finer cuts of adults are an assumption of this project, made so that bands nest in that grid.
    /// </summary>
    public static AgeBands Kent { get; } = From(0, 13, 18, 40, 65, 75, 85);

    /// <summary>The four bands of the North West London grid (IPPR): 0-12, 13-17, 18-64, 65+.</summary>
    public static AgeBands NorthWestLondon { get; } = From(0, 13, 18, 65);

    /// <summary>One band for everyone.</summary>
    public static AgeBands All { get; } = new([0]) { Names = ["All ages"] };

    /// <summary>The names of the bands, as in "18-39" and "85+".</summary>
    public IReadOnlyList<string> Names { get; private init; }

    /// <summary>How many bands there are.</summary>
    public int Count => _from.Length;

    /// <summary>Bands that start at these ages; the first must be 0.</summary>
    /// <exception cref="ArgumentException">The ages do not start at 0 and rise.</exception>
    public static AgeBands From(params int[] ages)
    {
        if (ages.Length == 0 || ages[0] != 0 || ages.Zip(ages.Skip(1)).Any(pair => pair.Second <= pair.First))
            throw new ArgumentException("Age bands start at 0 and rise, as in From(0, 18, 65).", nameof(ages));
        return new([.. ages]);
    }

    /// <summary>Bands of five years up to an open band, as in 0-4, 5-9, … 90+.</summary>
    public static AgeBands FiveYears(int last = 90) => From([.. Enumerable.Range(0, last / 5 + 1).Select(i => i * 5)]);

    /// <summary>The index of the band of an age in completed years.</summary>
    public int Of(int age)
    {
        var band = _from.Length - 1;
        while (age < _from[band]) band--;
        return band;
    }

    /// <summary>
    /// For each band, youngest first, the latest birth day with which someone has reached it on a day: the number of these that a birth
    /// does not exceed finds the band without a calendar. Bands that no one born since <see cref="Day.Earliest"/> has reached are left out.
    /// </summary>
    internal Day[] LatestBirths(Day on) => [.. _from.TakeWhile(from => on.Date.Year - from >= Day.Earliest.Date.Year).Select(from => from == 0 ? Day.Latest : Day.Of(on.Date.AddYears(-from)))];

    private static string Name(int from, int to) => from == to
        ? from.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{from}-{to}");
}
