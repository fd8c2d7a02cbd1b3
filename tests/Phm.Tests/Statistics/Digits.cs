namespace Phm.Tests.Statistics;

/// <summary>How far numbers agree with references, in significant digits: the log relative error of McCullough (Am Stat 1998;52:358-366).</summary>
internal static class Digits
{
    /// <summary>-log₁₀(|x - c|/|c|), of the absolute error where the reference is 0; 15 where they are the same to double precision.</summary>
    public static double Agreed(double expected, double actual)
    {
        if (expected == actual || double.IsNaN(expected) && double.IsNaN(actual)) return 15;
        var error = Math.Abs(actual - expected) / (expected == 0 ? 1 : Math.Abs(expected));
        return double.IsNaN(error) ? 0 : Math.Clamp(-Math.Log10(error), 0, 15);
    }

    /// <summary>The fewest digits in which two lists agree.</summary>
    public static double Agreed(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        var (e, a) = (expected.ToArray(), actual.ToArray());
        Assert.Equal(e.Length, a.Length);
        return e.Zip(a, Agreed).Min();
    }

    /// <summary>Fails where lists agree in fewer digits than said.</summary>
    public static void AtLeast(double digits, IEnumerable<double> expected, IEnumerable<double> actual)
    {
        var (e, a) = (expected.ToArray(), actual.ToArray());
        Assert.True(Agreed(e, a) >= digits, $"Only {Agreed(e, a):F1} of {digits} digits agree: expected {string.Join(' ', e)}, found {string.Join(' ', a)}.");
    }
}
