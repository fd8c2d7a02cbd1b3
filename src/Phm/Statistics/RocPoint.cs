using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>A point of a ROC curve: what is found where all with a score of the threshold or more are taken for cases.</summary>
/// <param name="Threshold">The score; infinite at the point where nobody is taken.</param>
/// <param name="Sensitivity">The share of those with the outcome who are taken.</param>
/// <param name="Specificity">The share of those without who are not taken.</param>
public readonly record struct RocPoint(double Threshold, double Sensitivity, double Specificity)
{
    /// <inheritdoc/>
    public override string ToString() => $"From {NumberText.Significant(Threshold)} on: sensitivity {StatementWords.Percent(Sensitivity)}, specificity {StatementWords.Percent(Specificity)}";
}
