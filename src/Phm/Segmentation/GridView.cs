using Phm.Disclosure;
using Phm.Populations;

namespace Phm.Segmentation;

/// <summary>What of a grid can be shown, under which policy, and which unit is looked at.</summary>
/// <param name="Finest">The finest level whose units can be shown.</param>
/// <param name="Detail">How much of each unit can be shown.</param>
/// <param name="Policy">The policy by which numbers are shown.</param>
/// <param name="Unit">The unit that is looked at, or null for everyone.</param>
internal sealed record GridView(Level Finest, GridDetail Detail, DisclosurePolicy Policy, string? Unit)
{
    /// <summary>Everyone, with units down to the locality.</summary>
    public static GridView Default { get; } = new(Level.Locality, GridDetail.Overview, DisclosurePolicy.Default, null);
}
