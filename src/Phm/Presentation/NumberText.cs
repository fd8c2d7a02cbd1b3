using System.Globalization;

namespace Phm.Presentation;

/// <summary>Numbers of any size as a reader takes them in: as many digits as they bear, the same in every culture.</summary>
internal static class NumberText
{
    private const int MostDecimals = 8;

    /// <summary>Four significant digits, whole from 1,000 on; three and the power of ten below 0.001.</summary>
    public static string Significant(double value) => Math.Abs(value) is > 0 and < 0.001
        ? value.ToString("0.00E+0", CultureInfo.InvariantCulture) : WithDecimals(value, Decimals(value, 4));

    /// <summary>A probability of chance: "&lt;0.001", "0.012".</summary>
    public static string PValue(double p) => double.IsNaN(p) ? "n/a" : p < 0.001 ? "<0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A probability of chance as part of a sentence: "p&lt;0.001", "p=0.012".</summary>
    public static string WithP(double p) => p < 0.001 ? "p<0.001" : "p=" + PValue(p);

    /// <summary>"0.62 (95% interval 0.55 to 0.70)".</summary>
    public static string WithInterval(double value, double low, double high, double level, int decimals, Func<double, int, string>? print = null)
    {
        var write = print ?? WithDecimals;
        return $"{write(value, decimals)} ({Level(level)} interval {write(low, decimals)} to {write(high, decimals)})";
    }

    /// <summary>The decimals that a number bears: two digits of a quarter of the width of its interval, which is about its standard error.</summary>
    public static int DecimalsOf(double value, double low, double high) => Digits((high - low) / 4) ?? Decimals(value, 3);

    /// <summary>The decimals that a ratio bears: two digits of the width of its interval, two at least, and as many as show a digit of the ratio itself.</summary>
    public static int DecimalsOfRatio(double value, double low, double high) => Math.Max(Math.Max(2, Decimals(value, 1)), Digits(high - low) ?? Decimals(value, 3));

    /// <summary>"95%", "99.8%".</summary>
    public static string Level(double level) => (level * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>So many decimals, with thousands separators and no negative zero; an infinite number as ∞.</summary>
    public static string WithDecimals(double value, int decimals)
    {
        if (double.IsNaN(value)) return "n/a";
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "-∞";
        if (Math.Abs(value) >= 1e15) return value.ToString("0.###E+0", CultureInfo.InvariantCulture);
        var text = value.ToString(decimals > 0 ? "#,##0." + new string('0', decimals) : "#,##0", CultureInfo.InvariantCulture);
        return text.StartsWith('-') && !text.AsSpan().ContainsAnyInRange('1', '9') ? text[1..] : text;
    }

    /// <summary>A share as a percentage, with two decimals fewer than the share has.</summary>
    public static string Percent(double share, int decimals) => WithDecimals(share * 100, Math.Max(decimals - 2, 0)) + "%";

    /// <summary>A whole number as such, any other with four significant digits.</summary>
    public static string Plain(double value) => value == Math.Floor(value) ? WithDecimals(value, 0) : Significant(value);

    private static int? Digits(double width) => double.IsFinite(width) && width > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(width) + 1e-9), 0, MostDecimals) : null;

    private static int Decimals(double value, int digits) => value == 0 || !double.IsFinite(value) ? 0
        : Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9), 0, MostDecimals);
}
