using System.Globalization;

namespace Phm.Notebook.Guarding;

/// <summary>
/// Whether a column of a table holds identifiers. Long ones count one by one; short ones, and short numbers above all, only where so
/// many cells are identifiers that the column must be theirs.
/// </summary>
internal sealed class IdentifierColumn(IdentifierTest identifiers)
{
    private const int FewestShort = 3;
    private const double ShareOfShort = 0.8;

    /// <summary>How likely it may be that numbers which are no identifiers are all found among them.</summary>
    private const double MostLikelyByChance = 1e-3;

    private const int MostProbed = 32;
    private static readonly int[] Distances = [1, 2, 3, 5, 8, 13, 21, 34];

    /// <summary>The identifiers that a column gives away; none where what is found may as well be counts.</summary>
    public IReadOnlyCollection<string> Find(string heading, IReadOnlyList<string> cells)
    {
        if (!identifiers.HasTests) return [];
        var found = cells.Select(Bare).Where(cell => identifiers.Is(cell)).ToArray();
        if (found.Length == 0) return [];
        string[] distinct = [.. found.Distinct(StringComparer.Ordinal)];
        var isShortColumn = distinct.Length >= FewestShort && found.Length >= ShareOfShort * cells.Count
            && (distinct.Count(IsNumber) < distinct.Length / 2.0 || PersonHeadings.IsAnyIdentifier(heading) || IsNoCount(heading, [.. distinct.Where(IsNumber)]));
        return isShortColumn ? distinct : [.. distinct.Where(text => IdentifierShape.CountsAlone(text))];
    }

    private bool IsNoCount(string heading, string[] numbers) =>
        !PersonHeadings.IsCount(heading) && !IsRunningIndex(numbers) && Math.Pow(Density(numbers), numbers.Length) <= MostLikelyByChance;

    /// <summary>Numbers as tables print them: a whole number may end in .0, as data frames write it where some are missing.</summary>
    private static string Bare(string cell) => cell.EndsWith(".0", StringComparison.Ordinal) && IsNumber(cell[..^2]) ? cell[..^2] : cell;

    private static bool IsNumber(string text) => text.Length is > 0 and < IdentifierShape.FewestDigitsAlone && text.All(char.IsAsciiDigit);

    private static bool IsRunningIndex(string[] numbers)
    {
        int[] sorted = [.. numbers.Select(number => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)).Order()];
        return sorted[0] <= 1 && sorted[^1] - sorted[0] == sorted.Length - 1;
    }

    /// <summary>The share of identifiers among the numbers near those that were found, written with as many zeros before them.</summary>
    private double Density(string[] numbers)
    {
        var (asked, known) = (0, 0);
        var zeros = numbers.Any(number => number.Length > 1 && number[0] == '0') ? $"D{numbers.Max(number => number.Length)}" : "D";
        foreach (var number in numbers.Take(MostProbed))
        {
            var value = int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
            foreach (var near in Distances.SelectMany(distance => (int[])[value - distance, value + distance]).Where(near => near >= 0))
            {
                asked++;
                if (identifiers.Is(near.ToString(zeros, CultureInfo.InvariantCulture))) known++;
            }
        }
        return (known + 1.0) / (asked + 2.0);
    }
}
