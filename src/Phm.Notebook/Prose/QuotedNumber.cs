using System.Globalization;
using System.Text.RegularExpressions;

namespace Phm.Notebook.Prose;

/// <summary>
/// A number as an author has written it: what stands around it, how many decimals it has, whether thousands are set apart and in
/// which unit it is. A new value is written the same way, so a sentence keeps its style when the data change.
/// </summary>
/// <remarks>
/// Units: <c>%</c> is a hundredth, so 0.123 is written 12.3%; <c>k</c>, <c>m</c>, <c>bn</c>, <c>thousand</c>, <c>million</c> and
/// <c>billion</c> count so many. Numbers from 1,000 get commas unless the author has written one without. Halves are rounded away
/// from zero.
/// </remarks>
internal sealed partial class QuotedNumber
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly string before;
    private readonly string after;
    private readonly string minus;
    private readonly int decimals;
    private readonly bool hasSeparators;
    private readonly bool hasPlus;
    private readonly double scale;

    private QuotedNumber(string quoted, Match match)
    {
        var number = match.Groups["number"].Value;
        var sign = match.Groups["sign"].Value;
        before = quoted[..match.Index];
        after = quoted[(match.Index + match.Length)..];
        minus = sign == "−" ? "−" : "-";
        hasPlus = sign == "+";
        var point = number.IndexOf('.', StringComparison.Ordinal);
        decimals = point < 0 ? 0 : number.Length - point - 1;
        var whole = (point < 0 ? number : number[..point]).TrimStart('0');
        hasSeparators = whole.Contains(',', StringComparison.Ordinal) || whole.Length < 4;
        scale = ScaleOf(after);
    }

    /// <summary>The only number of a text, or null where it has none or several.</summary>
    public static QuotedNumber? In(string quoted) => Number().Matches(quoted) is [var match] ? new QuotedNumber(quoted, match) : null;

    /// <summary>Another value, written as the author wrote this one.</summary>
    public string Write(double value)
    {
        var shown = Rounded(value * scale).ToString((hasSeparators ? "N" : "F") + decimals.ToString(Invariant), Invariant);
        var isNegative = shown.StartsWith('-');
        var digits = isNegative ? shown[1..] : shown;
        if (isNegative && !digits.AsSpan().ContainsAnyInRange('1', '9')) isNegative = false;
        // A pound sign stands between the sign and the digits; all else stands before the sign.
        var currency = before.EndsWith('£') || before.EndsWith('€') || before.EndsWith('$') ? before[^1..] : "";
        var sign = isNegative ? minus : hasPlus ? "+" : "";
        var lead = currency.Length > 0 ? before[..^1].TrimEnd('-', '−', '+') : before;
        return lead + sign + currency + digits + after;
    }

    /// <summary>As people round: 0.125 in binary lies a little below or above what an author would write.</summary>
    private IFormattable Rounded(double value) =>
        Math.Abs(value) < 1e27 ? Math.Round((decimal)value, Math.Min(decimals, 28), MidpointRounding.AwayFromZero) : value;

    private static double ScaleOf(string after) => Unit().Match(after).Groups["unit"].Value.ToLowerInvariant() switch
    {
        "%" => 100,
        "k" or "thousand" => 1e-3,
        "m" or "million" => 1e-6,
        "bn" or "billion" => 1e-9,
        _ => 1,
    };

    [GeneratedRegex(@"(?<![\w.,])(?<sign>[-+−]?)(?<number>\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?)(?!\.?\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s?(?<unit>%|(k|m|bn|thousand|million|billion)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
