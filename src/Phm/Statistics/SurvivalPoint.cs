using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>A survival curve at a time: the share who have not had the event by then.</summary>
public sealed record SurvivalPoint : Statement
{
    internal SurvivalPoint(double time, int atRisk, int events, int censored, double survival, double spread) =>
        (Time, AtRisk, Events, Censored, Survival, SpreadOfLog) = (time, atRisk, events, censored, survival, spread);

    /// <summary>The time.</summary>
    public double Time { get; }

    /// <summary>How many people were at risk just before it.</summary>
    public int AtRisk { get; }

    /// <summary>How many had the event at it.</summary>
    public int Events { get; }

    /// <summary>How many ceased to be watched at it without the event.</summary>
    public int Censored { get; }

    /// <summary>The share that survives it, S(t) = Π (1 - d/n).</summary>
    public double Survival { get; }

    /// <summary>S(t) √(Σ d/(n(n - d))) (Greenwood M. The natural duration of cancer. HMSO, 1926); 0 where nobody is left.</summary>
    public double StandardError => Survival == 0 ? 0 : Survival * Math.Sqrt(SpreadOfLog);

    /// <summary>The variance of ln S(t).</summary>
    internal double SpreadOfLog { get; }

    /// <summary>
    /// The interval on ln(-ln S), which stays between 0 and 1 (Kalbfleisch JD, Prentice RL. The Statistical Analysis of Failure Time Data. Wiley, 1980).
    /// Before the first event it is 1 to 1. Where nobody is left the method has none; then it is 0 to 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The level does not lie between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95)
    {
        Tails.RequireLevel(level);
        if (Survival is 0 or 1) return new(Survival == 1 ? 1 : 0, 1, level);
        var logarithm = Math.Log(Survival);
        var half = Tails.TwoSidedQuantile(level, double.PositiveInfinity) * Math.Sqrt(SpreadOfLog) / -logarithm;
        return new(Math.Exp(logarithm * Math.Exp(half)), Math.Exp(logarithm * Math.Exp(-half)), level);
    }

    private protected override string Words => $"At {NumberText.Plain(Time)}: {(CountText.IsFew(AtRisk) ? DisclosedValue.SuppressedMark : StatementWords.Share(Survival, Interval()))} survive, {CountText.Of(AtRisk)} at risk";
}
