namespace Phm.Charting;

/// <summary>A row of a forest plot: what is estimated, and one estimate for each series, or the reference that others are compared with.</summary>
public sealed record ForestRow
{
    /// <summary>A row of estimates.</summary>
    /// <param name="label">What is estimated, as a level of a factor.</param>
    /// <param name="estimates">One estimate for each series of the plot.</param>
    /// <exception cref="ArgumentException">There are no estimates, or a lower bound lies above its upper bound.</exception>
    public ForestRow(string label, params IEnumerable<ForestEstimate> estimates)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        (Label, Estimates) = (ChartText.Label(label), [.. estimates]);
        if (Estimates.Count == 0) throw new ArgumentException("A row needs an estimate; a reference level is made by ForestRow.Reference.", nameof(estimates));
        ChartGuard.Values(Estimates.SelectMany(estimate => new[] { estimate.Value, estimate.Low, estimate.High }), nameof(estimates));
        foreach (var estimate in Estimates) ChartGuard.Interval(estimate.Low, estimate.High, Label, nameof(estimates));
    }

    /// <summary>A row of one estimate that needs no disclosure control.</summary>
    /// <param name="label">What is estimated, as a level of a factor.</param>
    /// <param name="value">The estimate.</param>
    /// <param name="low">The lower bound of its interval, perhaps -∞.</param>
    /// <param name="high">The upper bound of its interval, perhaps ∞.</param>
    /// <exception cref="ArgumentException">The lower bound lies above the upper one.</exception>
    public ForestRow(string label, double value, double low, double high) : this(label, new ForestEstimate(value, low, high))
    {
    }

    private ForestRow(string label) => (Label, Estimates) = (ChartText.Label(label), []);

    /// <summary>What is estimated.</summary>
    public string Label { get; }

    /// <summary>One estimate for each series; none where the row is the reference.</summary>
    public IReadOnlyList<ForestEstimate> Estimates { get; }

    /// <summary>What the row belongs to, as an outcome or a term, written above the first of consecutive rows; null where rows stand by themselves.</summary>
    public string? Group { get; init => field = ChartText.Optional(value) is null ? null : ChartText.Label(value); }

    /// <summary>Whether the row is the level that others are compared with.</summary>
    public bool IsReference => Estimates.Count == 0;

    /// <summary>The row as one of ratios: a lower bound of 0 lies nowhere on a logarithmic axis, so the interval goes on beyond it.</summary>
    internal ForestRow OpenAtZero() => IsReference ? this : new(Label, Estimates.Select(estimate => estimate.OpenAtZero())) { Group = Group };

    /// <summary>The level that others are compared with.</summary>
    public static ForestRow Reference(string label) => new(label);
}
