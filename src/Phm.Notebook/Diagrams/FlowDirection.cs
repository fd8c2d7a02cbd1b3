namespace Phm.Notebook.Diagrams;

/// <summary>Where a flowchart's arrows lead.</summary>
internal enum FlowDirection
{
    /// <summary><c>TB</c> or <c>TD</c></summary>
    Down,

    /// <summary><c>BT</c></summary>
    Up,

    /// <summary><c>LR</c></summary>
    Right,

    /// <summary><c>RL</c></summary>
    Left,
}
