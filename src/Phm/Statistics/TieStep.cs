namespace Phm.Statistics;

/// <summary>
/// What one factor of the partial likelihood divides by: those at risk, less a part of those who have the event at the time. Efron's method takes a step
/// an event, Breslow's one for all.
/// </summary>
/// <param name="Set">Those at risk.</param>
/// <param name="Part">The part of those who have the event that is taken off.</param>
/// <param name="Events">How many events the step stands for, by weight.</param>
/// <param name="Total">Σ w e^η less the part.</param>
internal readonly record struct TieStep(RiskSet Set, double Part, double Events, double Total)
{
    public static IEnumerable<TieStep> Of(RiskSet set, Ties ties)
    {
        var steps = ties == Ties.Breslow ? 1 : set.Deaths;
        for (var k = 0; k < steps; k++)
        {
            var part = k / (double)steps;
            yield return new(set, part, set.DeathWeight / steps, set.All.Weight - part * set.Dying.Weight);
        }
    }

    /// <summary>The mean of a column over the step's risk set.</summary>
    public double Mean(int i) => (Set.All.First[i] - Part * Set.Dying.First[i]) / Total;

    /// <summary>The covariance of two columns, the first before the second, over the step's risk set.</summary>
    public double Covariance(int i, int j, int columns) =>
        (Set.All.Second[i * columns + j] - Part * Set.Dying.Second[i * columns + j]) / Total - Mean(i) * Mean(j);
}
