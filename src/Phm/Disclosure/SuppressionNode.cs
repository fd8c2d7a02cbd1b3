namespace Phm.Disclosure;

/// <summary>What secondary suppression needs to know about one node of a lattice.</summary>
internal readonly record struct SuppressionNode
{
    /// <summary>The number that a table would show.</summary>
    public required double Value { get; init; }

    /// <summary>The least that a reader would suppose if the node were suppressed.</summary>
    public required double Least { get; init; }

    /// <summary>How wide the range of values must stay that a reader cannot rule out, largest less smallest.</summary>
    public required double Width { get; init; }

    /// <summary>Whether the node is suppressed for its own sake.</summary>
    public required bool IsSmall { get; init; }

    /// <summary>Whether there is nothing at the node, for all to see.</summary>
    public required bool IsVoid { get; init; }
}
