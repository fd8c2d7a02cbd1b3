using System.Globalization;
using Phm.Presentation;

namespace Phm.Findings;

/// <summary>
/// A published figure with its source and with how well it is known. It shows itself, as in "0.62 (0.51 to 0.75), 95%, C: seen in the source".
/// </summary>
[TypeFormatterSource(typeof(PublishedFindingFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed record PublishedFinding
{
    /// <summary>The word by which the figure is found, such as <c>barker2018.emergency_admissions.adjusted.l4</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The study that it comes from.</summary>
    public required PublishedStudy Study { get; init; }

    /// <summary>What was looked at, such as "Emergency admissions".</summary>
    public required string Outcome { get; init; }

    /// <summary>What was measured of it, such as "adjusted ratio".</summary>
    public required string Measure { get; init; }

    /// <summary>Whom or what it compares, such as "level 4 v level 1".</summary>
    public required string Group { get; init; }

    /// <summary>The figure.</summary>
    public required double Value { get; init; }

    /// <summary>The lower bound of its interval, or null where none was published.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper bound of its interval, or null where none was published.</summary>
    public double? Upper { get; init; }

    /// <summary>The confidence level of the interval in per cent, or null where none was seen.</summary>
    public double? Confidence { get; init; }

    /// <summary>The unit, such as "ratio" or "%".</summary>
    public required string Unit { get; init; }

    /// <summary>How many people, questionnaires or rows the figure is of, or null where that was not seen.</summary>
    public long? N { get; init; }

    /// <summary>How well it is known.</summary>
    public required FindingStatus Status { get; init; }

    /// <summary>For arithmetic on other figures, the operation and the ids that it takes, as in <c>ratio a b</c>; otherwise empty.</summary>
    public string Derivation { get; init; } = "";

    /// <summary>How the source says the figure where it does not say it exactly: "about", "nearly", "over" or "up to"; otherwise empty.</summary>
    public string Qualifier { get; init; } = "";

    /// <summary>What a reader must know of this figure; empty where there is nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>How many decimals were published.</summary>
    public int Decimals { get; init; }

    /// <summary>Outcome, measure and group as one phrase.</summary>
    public string What => $"{Outcome}, {Measure}, {Group}";

    /// <summary>Whether both bounds of an interval are known.</summary>
    public bool HasInterval => Lower is not null && Upper is not null;

    /// <summary>The figure with its interval, and with a mark where it is no established fact: "0.62 (0.51 to 0.75)", "about 3", "67.0 [M]".</summary>
    public string Figure => (Qualifier.Length > 0 ? Qualifier + " " : "") + Print(Value, Lower, Upper, Decimals) + Status.Mark();

    /// <summary>The figure, its level and its status in words.</summary>
    public override string ToString() => $"{Figure}{UnitInWords}{(Confidence is { } level ? string.Create(CultureInfo.InvariantCulture, $", {level}%") : "")}, {Status.InWords()}";

    /// <summary>The figure with what it is of and where it comes from, as a table of one row.</summary>
    public ResultTable ToTable() => FindingTables.ForReaders(Study.Name, [this]);

    /// <summary>A number and its interval with so many decimals.</summary>
    internal static string Print(double value, double? lower, double? upper, int decimals)
    {
        string Text(double number) => Plain(number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        return Text(value) + (lower is { } low && upper is { } high ? $" ({Text(low)} to {Text(high)})" : "");
    }

    private string UnitInWords => Unit switch { "ratio" => "", "%" => "%", _ => " " + Unit };

    /// <summary>Negative zero is written as 0.</summary>
    private static string Plain(string number) => number.StartsWith('-') && !number.AsSpan().ContainsAnyInRange('1', '9') ? number[1..] : number;
}
