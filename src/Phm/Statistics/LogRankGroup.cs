using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>A group of a log-rank test.</summary>
/// <param name="Name">Its name.</param>
/// <param name="People">How many people it has.</param>
/// <param name="Observed">How many had the event.</param>
/// <param name="Expected">How many would have had it, were hazards the same in all groups.</param>
public sealed record LogRankGroup(string Name, int People, int Observed, double Expected) : Statement
{
    private protected override string Words => $"{Name}: {CountText.Of(People, "person", "people")}, {CountText.Of(Observed, "event", "events")} observed";
}
