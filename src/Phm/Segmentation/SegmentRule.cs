using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>One rule of a scheme: whoever meets it, and met none before, lands in its segment.</summary>
/// <param name="Segment">The name of the segment.</param>
/// <param name="Because">Why a person who meets the rule belongs there, as it is told to a reader.</param>
/// <param name="Criterion">The rule itself.</param>
public sealed record SegmentRule(string Segment, string Because, Func<Person, bool> Criterion)
{
    /// <summary>Whether the rule asks for deficits of the electronic frailty index. Where data come without them it is left out, and the grid says so.</summary>
    public bool NeedsDeficits { get; init; }
}
