using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>People of like risk, and how many of them had the outcome.</summary>
/// <param name="People">How many people there are.</param>
/// <param name="Events">How many of them had the outcome.</param>
/// <param name="Expected">Their mean risk.</param>
public sealed record CalibrationGroup(int People, int Events, double Expected) : Statement
{
    /// <summary>The share who had the outcome, with the interval of Wilson.</summary>
    public Proportion Observed => Proportion.Of(Events, People);

    /// <summary>A number of the observed share as it may be shown: withheld where few people had the outcome, or few had not.</summary>
    internal DisclosedValue Shown(Func<Proportion, double> number) => CountText.Shown(Events).IsSuppressed || CountText.Shown(People - Events).IsSuppressed
        ? DisclosedValue.Suppressed : DisclosedValue.Of(number(Observed));

    private protected override string Words => $"{CountText.Of(People, "person", "people")}: "
        + (Shown(share => share.Value).IsShown ? $"{StatementWords.Share(Observed.Value, Observed.Interval())} observed" : "[c] observed") + $", {StatementWords.Percent(Expected)} expected";
}
