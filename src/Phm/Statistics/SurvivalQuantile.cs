using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// The time by which a share has had the event: the first at which the survival curve is down at 1 - share, midway where a step of the curve
/// lies there. The bounds are the same of the bounds of the curve (Brookmeyer R, Crowley J. Biometrics 1982;38:29-41, doi:10.2307/2530286).
/// </summary>
/// <param name="Share">The share who have had the event.</param>
/// <param name="Time">The time; null where the curve stays above.</param>
/// <param name="Low">The lower bound; null where it is not reached.</param>
/// <param name="High">The upper bound; null where it is not reached.</param>
/// <param name="Level">The confidence level.</param>
public sealed record SurvivalQuantile(double Share, double? Time, double? Low, double? High, double Level) : Statement
{
    private static string Reached(double? time) => time is { } value ? NumberText.Plain(value) : "not reached";

    /// <summary>Whether so few people, or events, stand behind it that it may not be shown.</summary>
    internal bool IsWithheld { get; init; }

    /// <summary>The time with its interval: "310 (95% interval 285 to 363)".</summary>
    internal string TimeWords => IsWithheld ? DisclosedValue.SuppressedMark : $"{Reached(Time)} ({NumberText.Level(Level)} interval {Reached(Low)} to {Reached(High)})";

    private protected override string Words => $"{StatementWords.Percent(Share)} {(Time is null || IsWithheld ? "" : "by ")}{TimeWords}";
}
