namespace Phm.Disclosure;

/// <summary>
/// A change along one axis that leaves every total of the axis the sum of its parts: a leaf gains one, with what lies above it, and
/// another loses one, with what lies above that, up to where the two meet; or one leaf gains and all above it up to the root.
/// </summary>
/// <param name="Gains">The nodes that gain beside the node that the change is made for.</param>
/// <param name="Losses">The nodes that lose.</param>
/// <param name="Cost">What it costs to hide them, on the line through the node that the change is made for.</param>
internal readonly record struct AxisMove(int[] Gains, int[] Losses, double Cost);
