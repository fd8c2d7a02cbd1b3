using Phm.Findings;
using Phm.Populations;

namespace Phm.Activation;

/// <summary>A study of patient activation beside published figures.</summary>
public static class StudyScorecard
{
    /// <summary>
    /// The ratios of levels 2, 3 and 4 against level 1 that Barker 2018 (doi:10.1136/bmjqs-2017-007635) published, beside those of the study: crude ones, of means, within 5%,
    /// adjusted ones within their published intervals. The verdict looks at the estimate alone: read its interval beside it.
    /// </summary>
    /// <param name="use">The use of the study, adjusted.</param>
    public static Scorecard AgainstBarker2018(this AdjustedUse use)
    {
        ArgumentNullException.ThrowIfNull(use);
        var published = PublishedFindings.Barker2018;
        var known = published.Figures.Select(figure => figure.Key).ToHashSet(StringComparer.Ordinal);
        return published.Compare(use.Study.CutPoints.IsConfirmed ? use.Study.Name : $"{use.Study.Name}, unconfirmed cut-points", use.Study.IsSynthetic, use.Outcomes.SelectMany(fitted => Reproduced(use, fitted.Outcome)).Where(figure => known.Contains(figure.Key)));
    }

    private static IEnumerable<ReproducedFigure> Reproduced(AdjustedUse use, ActivationOutcome outcome)
    {
        var study = $"barker2018.{Vocabulary<ActivationOutcome>.Code(outcome)}";
        for (var level = 2; level <= LevelCounts.Levels; level++)
        {
            yield return new($"{study}.crude.l{level}", use.Study.CrudeUse.Ratio(outcome, level));
            var ratio = use.Ratio(outcome, level);
            var (low, high) = use.Interval(outcome, level);
            var key = $"{study}.adjusted.l{level}";
            yield return ratio.IsShown && low.IsShown && high.IsShown ? new(key, ratio.Value, low.Value, high.Value) : new(key, ratio);
        }
    }
}
