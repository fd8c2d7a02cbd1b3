using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>
/// The cumulative hazard of a person whose columns are all 0 or at their reference, by the estimate of Breslow, with ties as in the fit
/// (Breslow N. J R Stat Soc B 1972;34:216-217). It steps up at each time of events.
/// </summary>
public sealed record BaselineHazard : Statement
{
    private readonly double _center;
    private readonly double[] _times;
    private readonly double[] _atCenter;

    private BaselineHazard(string stratum, double[] times, double[] atCenter, double center) => (Stratum, _times, _atCenter, _center) = (stratum, times, atCenter, center);

    /// <summary>The stratum; empty where there are none.</summary>
    public string Stratum { get; }

    /// <summary>The times of events, in order.</summary>
    public IReadOnlyList<double> Times => _times;

    /// <summary>The cumulative hazard from each of the times on.</summary>
    public IReadOnlyList<double> Cumulative => [.. _atCenter.Select(hazard => hazard * Math.Exp(-_center))];

    /// <summary>The cumulative hazard at a time; 0 before the first event, and after the last what it was there.</summary>
    public double At(double time) => At(time, 0);

    /// <summary>The cumulative hazard of a person with a linear predictor, offset included.</summary>
    internal double At(double time, double predictor)
    {
        var at = Array.BinarySearch(_times, time);
        var count = at >= 0 ? at + 1 : ~at;
        return count == 0 ? 0 : _atCenter[count - 1] * Math.Exp(predictor - _center);
    }

    internal static BaselineHazard Of(string stratum, List<(double Time, double Hazard)> fromLast, double center)
    {
        var (times, sums, sum) = (new double[fromLast.Count], new double[fromLast.Count], 0.0);
        for (var k = 0; k < times.Length; k++) (times[k], sums[k]) = (fromLast[^(k + 1)].Time, sum += fromLast[^(k + 1)].Hazard);
        return new(stratum, times, sums, center);
    }

    private protected override string Words => $"Cumulative baseline hazard{(Stratum.Length == 0 ? "" : $" of {Stratum}")}: "
        + (_times.Length == 0 ? "no events" : $"{NumberText.Significant(Cumulative[^1])} at {NumberText.Plain(_times[^1])}, the last time of an event");
}
