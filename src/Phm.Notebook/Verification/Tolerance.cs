namespace Phm.Notebook.Verification;

/// <summary>How far two numbers may lie apart and still be taken for the same: |a - b| ≤ max(absolute, relative · max(|a|, |b|)).</summary>
/// <remarks>
/// NaN is close to NaN alone, an infinity to itself alone. Beside 0 only the absolute tolerance counts, since no relative one can.
/// Bare whole numbers of ten or more digits are codes (NHS numbers, SNOMED CT) and have no tolerance; nor have dates, ranges and versions.
/// </remarks>
/// <param name="Relative">A share of the larger magnitude, 0 or more. Default: 1e-9.</param>
/// <param name="Absolute">In the numbers' own unit, 0 or more. Default: 0.</param>
public sealed record Tolerance(double Relative = 1e-9, double Absolute = 0)
{
    /// <summary>The defaults.</summary>
    public static Tolerance Default { get; } = new();

    /// <summary>A share of the larger magnitude, 0 or more.</summary>
    public double Relative { get; init; } = NotNegative(Relative, nameof(Relative));

    /// <summary>In the numbers' own unit, 0 or more.</summary>
    public double Absolute { get; init; } = NotNegative(Absolute, nameof(Absolute));

    /// <summary>Whether two numbers are as good as the same.</summary>
    public bool Accepts(double kept, double obtained)
    {
        if (double.IsNaN(kept) || double.IsNaN(obtained)) return double.IsNaN(kept) && double.IsNaN(obtained);
        if (kept == obtained) return true;
        if (double.IsInfinity(kept) || double.IsInfinity(obtained)) return false;
        return Math.Abs(kept - obtained) <= Math.Max(Absolute, Relative * Math.Max(Math.Abs(kept), Math.Abs(obtained)));
    }

    private static double NotNegative(double value, string name) => value >= 0 ? value
        : throw new ArgumentOutOfRangeException(name, value, "A tolerance is 0 or more.");
}
