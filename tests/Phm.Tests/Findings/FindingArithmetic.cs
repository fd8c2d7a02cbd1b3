using System.Globalization;
using Phm.Findings;

namespace Phm.Tests.Findings;

/// <summary>Calculates a derived figure anew from the figures that its derivation names.</summary>
internal static class FindingArithmetic
{
    public static double Of(string derivation)
    {
        var words = derivation.Split(' ');
        var x = words[1..].Select(Operand).ToArray();
        return words[0] switch
        {
            "ratio" when x.Length == 2 => x[0] / x[1],
            "sum" when x.Length == 2 => x[0] + x[1],
            "percent" when x.Length == 2 => 100 * x[0] / x[1],
            "gap" when x.Length == 1 => 100 * (1 - x[0]),
            "probability" when x.Length == 1 => 1 - Math.Exp(-x[0] / 1000),
            "shape" when x.Length == 2 => Shape(x[0], x[1]),
            "regression" when x.Length == 3 => 100 * (1 - Next(x[0], Shape(x[0], x[1]), x[2]) / x[2]),
            _ => throw new InvalidOperationException($"'{derivation}' is no derivation."),
        };
    }

    /// <summary>The ids that a derivation takes.</summary>
    public static IEnumerable<string> Ids(string derivation) => derivation.Split(' ')[1..].Where(word => word.Contains('.', StringComparison.Ordinal));

    /// <summary>The shape of a negative binomial distribution by moments.</summary>
    private static double Shape(double mean, double sd) => mean * mean / (sd * sd - mean);

    /// <summary>What is expected next year of somebody with so many events last year, where rates are gamma-distributed.</summary>
    private static double Next(double mean, double shape, double last) => mean * (shape + last) / (shape + mean);

    private static double Operand(string word) => word.Contains('.', StringComparison.Ordinal) ? PublishedFindings.Find(word).Value : double.Parse(word, CultureInfo.InvariantCulture);
}
