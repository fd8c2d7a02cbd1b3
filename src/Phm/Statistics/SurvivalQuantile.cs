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

    private protected override string Words => $"{StatementWords.Percent(Share)} {(Time is null ? "" : "by ")}{Reached(Time)} ({NumberText.Level(Level)} interval {Reached(Low)} to {Reached(High)})";
}
