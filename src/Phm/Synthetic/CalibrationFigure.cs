namespace Phm.Synthetic;

/// <summary>A published figure beside what a synthetic population shows.</summary>
/// <param name="Name">What the figure is of.</param>
/// <param name="Target">The published value.</param>
/// <param name="Obtained">The value in the population.</param>
/// <param name="Tolerance">The largest relative difference that counts as met.</param>
/// <param name="Status">C seen in the named source, D arithmetic on such figures, M from memory.</param>
/// <param name="Source">The source.</param>
public sealed record CalibrationFigure(string Name, double Target, double Obtained, double Tolerance, string Status, string Source)
{
    /// <summary>Why the figure cannot be met together with another that is met; null where nothing stands against it.</summary>
    public string? Conflict { get; init; }

    /// <summary>Whether the value lies within the tolerance.</summary>
    public bool IsMet => Math.Abs(Obtained - Target) <= Tolerance * Math.Abs(Target);
}
