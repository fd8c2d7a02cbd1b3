using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>Between what a place of a size lies with a stated probability, were it at the target.</summary>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
/// <param name="Level">The probability of lying between them; half of the rest is on each side.</param>
public readonly record struct ControlLimits(double Low, double High, double Level)
{
    /// <inheritdoc/>
    public override string ToString() => StatementWords.Bounds(Low, High) + $" ({NumberText.Level(Level)} limits)";
}
