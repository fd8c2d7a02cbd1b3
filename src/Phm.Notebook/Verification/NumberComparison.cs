using System.Globalization;

namespace Phm.Notebook.Verification;

/// <summary>Compares two numbers as they are written.</summary>
internal static class NumberComparison
{
    private const int LongestShown = 28;

    /// <summary>Identical where they are spelled alike; within tolerance also where only the spelling differs.</summary>
    public static Verdict Compare(ReadOnlySpan<char> kept, ReadOnlySpan<char> obtained, Tolerance tolerance)
    {
        if (kept.SequenceEqual(obtained)) return Verdict.Identical;
        if (WrittenNumber.IsCode(kept) && WrittenNumber.IsCode(obtained)) return Verdict.Changed;
        var (a, b) = (Value(kept), Value(obtained));
        return double.IsFinite(a) && double.IsFinite(b) && tolerance.Accepts(a, b) ? Verdict.WithinTolerance : Verdict.Changed;
    }

    public static string Reason(ReadOnlySpan<char> kept, ReadOnlySpan<char> obtained, Verdict verdict)
    {
        var (a, b) = (Value(kept), Value(obtained));
        var words = $"The number {Short(kept)} became {Short(obtained)}";
        if (verdict != Verdict.WithinTolerance) return words + ".";
        if (a == b) return words + ": the same value, written otherwise.";
        var relative = Math.Abs(a - b) / Math.Max(Math.Abs(a), Math.Abs(b));
        return string.Create(CultureInfo.InvariantCulture, $"{words}: within the tolerance, {relative:0.0e+0} apart in relation to their size.");
    }

    private static double Value(ReadOnlySpan<char> number)
    {
        const NumberStyles Styles = NumberStyles.Float | NumberStyles.AllowThousands;
        if (number.Contains('\u2212')) number = number.ToString().Replace('\u2212', '-');
        return double.TryParse(number, Styles, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
    }

    private static string Short(ReadOnlySpan<char> number) =>
        number.Length <= LongestShown ? number.ToString() : string.Concat(number[..LongestShown], "…");
}
