namespace Phm.Statistics;

/// <summary>Where a model begins: with the kind of its outcome.</summary>
/// <example><code>
/// Model.Count("EmergencyAdmissions").On("ActivationLevel", Spline("Age", 4), "Sex").Exposure("YearsObserved").Fit(table, Family.NegativeBinomial)
/// </code></example>
public static class Model
{
    /// <summary>A number whose mean is a sum of terms: linear regression.</summary>
    public static LinearModel Linear(string outcome) => new(outcome);

    /// <summary>A count whose mean is a product of terms (log link): Poisson and negative binomial regression.</summary>
    public static CountModel Count(string outcome) => new(outcome);

    /// <summary>Something that happens or not, given as 1 or 0, whose odds are a product of terms (logit link): logistic regression.</summary>
    public static BinaryModel Binary(string outcome) => new(outcome);

    /// <summary>An amount above 0, as a cost or a length of stay, whose mean is a product of terms (log link): gamma regression.</summary>
    public static AmountModel Amount(string outcome) => new(outcome);

    /// <summary>The time until an event that not everyone has while they are watched: Cox regression, Kaplan-Meier curves, the log-rank test.</summary>
    /// <param name="time">The column of times, of 0 or more.</param>
    /// <param name="died">The column that is 1 where the event ended the time, and 0 where the time ended without it (censored).</param>
    public static SurvivalModel Survival(string time, string died) => new(time, died);
}
