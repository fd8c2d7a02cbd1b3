using Phm.Statistics;

namespace Phm.Activation;

/// <summary>One outcome of an <see cref="ActivationWhatIf"/>, before disclosure control: what a regression expects of those who would move.</summary>
/// <param name="Outcome">What is counted.</param>
/// <param name="PerYear">The count expected in a year at the levels where they are.</param>
/// <param name="Difference">How many more were expected, or fewer below 0, at the levels to which they would move.</param>
/// <param name="Interval">Its 95% interval.</param>
internal sealed record ExpectedUse(ActivationOutcome Outcome, double PerYear, double Difference, ConfidenceInterval Interval);
