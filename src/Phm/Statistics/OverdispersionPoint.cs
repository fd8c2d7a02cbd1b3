using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>A value of a dispersion and what it costs.</summary>
/// <param name="Value">α or δ.</param>
/// <param name="Lost">Twice the log-likelihood that is lost against the estimate, all else estimated anew.</param>
public readonly record struct OverdispersionPoint(double Value, double Lost)
{
    /// <inheritdoc/>
    public override string ToString() => $"{NumberText.Significant(Value)}: {NumberText.WithDecimals(Lost, 2)} lost";
}
