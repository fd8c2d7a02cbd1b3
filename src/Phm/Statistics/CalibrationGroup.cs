namespace Phm.Statistics;

/// <summary>People of like risk, and how many of them had the outcome.</summary>
/// <param name="People">How many people there are.</param>
/// <param name="Events">How many of them had the outcome.</param>
/// <param name="Expected">Their mean risk.</param>
public sealed record CalibrationGroup(int People, int Events, double Expected)
{
    /// <summary>The share who had the outcome, with the interval of Wilson.</summary>
    public Proportion Observed => Proportion.Of(Events, People);
}
