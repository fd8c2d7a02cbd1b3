namespace Phm.Statistics;

/// <summary>What a fitted model expects of a row: the mean, not the single outcome.</summary>
/// <param name="LinearPredictor">The linear predictor η = offset + xβ.</param>
/// <param name="StandardError">The standard error of η.</param>
/// <param name="Mean">The expected outcome: η itself, or the inverse of the link at η.</param>
/// <param name="LinkInterval">The interval of η.</param>
/// <param name="Interval">The interval of the mean: that of η through the inverse of the link, so that it keeps to possible values.</param>
public readonly record struct Prediction(double LinearPredictor, double StandardError, double Mean, ConfidenceInterval LinkInterval, ConfidenceInterval Interval)
{
    /// <inheritdoc/>
    public override string ToString() => StatementWords.Number(Mean, Interval);
}
