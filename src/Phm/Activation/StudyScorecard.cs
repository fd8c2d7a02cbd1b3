using Phm.Findings;
using Phm.Populations;

namespace Phm.Activation;

/// <summary>A study of patient activation beside published figures.</summary>
public static class StudyScorecard
{
    private const int Highest = 4;

    /// <summary>
    /// Crude and adjusted ratios of level 4 against level 1 beside those of Barker 2018 (doi:10.1136/bmjqs-2017-007635): crude ones of means within 5%,
    /// adjusted ones within their published intervals.
    /// </summary>
    /// <param name="use">The use of the study, adjusted.</param>
    /// <param name="isSynthetic">Whether the data are synthetic, made to match these figures; the scorecard then says so.</param>
    public static Scorecard AgainstBarker2018(this AdjustedUse use, bool isSynthetic)
    {
        ArgumentNullException.ThrowIfNull(use);
        var published = PublishedFindings.Barker2018;
        return published.Compare(use.Study.Name, isSynthetic, use.Outcomes.SelectMany(fitted => Reproduced(use, fitted.Outcome)).Where(figure => published.Figures.Any(known => known.Key == figure.Key)));
    }

    private static IEnumerable<ReproducedFigure> Reproduced(AdjustedUse use, ActivationOutcome outcome)
    {
        var study = $"barker2018.{Vocabulary<ActivationOutcome>.Code(outcome)}";
        yield return new($"{study}.crude.l{Highest}", use.Study.CrudeUse.Ratio(outcome));
        var (low, high) = use.Interval(outcome, Highest);
        var ratio = use.Ratio(outcome, Highest);
        yield return ratio.IsShown && low.IsShown && high.IsShown
            ? new($"{study}.adjusted.l{Highest}", ratio.Value, low.Value, high.Value)
            : new($"{study}.adjusted.l{Highest}", ratio);
    }
}
