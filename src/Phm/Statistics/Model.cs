namespace Phm.Statistics;

/// <summary>Where a model begins: with the kind of its outcome.</summary>
public static class Model
{
    /// <summary>A number whose mean is a sum of terms: linear regression.</summary>
    public static LinearModel Linear(string outcome) => new(outcome);
}
