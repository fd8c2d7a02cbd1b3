using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>The mean of a sample, with the interval of Student's t.</summary>
public sealed record SampleMean : Statement
{
    private SampleMean(double value, double standardDeviation, int count) => (Value, StandardDeviation, Count) = (value, standardDeviation, count);

    /// <summary>The mean.</summary>
    public double Value { get; }

    /// <summary>The standard deviation of the values, over n - 1.</summary>
    public double StandardDeviation { get; }

    /// <summary>How many values there are.</summary>
    public int Count { get; }

    /// <summary>The standard error of the mean, s/√n.</summary>
    public double StandardError => StandardDeviation / Math.Sqrt(Count);

    /// <summary>The mean of values.</summary>
    /// <param name="values">Two or more, all finite.</param>
    /// <exception cref="DataException">There are fewer than two values, or one is not finite.</exception>
    public static SampleMean Of(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        RequireTwo(values.Length);
        var sum = new CompensatedSum();
        for (var i = 0; i < values.Length; i++) sum.Add(DataChecks.Finite(values[i], "value", i));
        var mean = sum.Value / values.Length;
        var (squares, rest) = (new CompensatedSum(), new CompensatedSum());
        foreach (var value in values)
        {
            squares.AddProduct(value - mean, value - mean);
            rest.Add(value - mean);
        }
        return Of(mean, Math.Sqrt(Math.Max(0, squares.Value - rest.Value * rest.Value / values.Length) / (values.Length - 1)), values.Length);
    }

    /// <summary>A mean that is known by its summary.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="standardDeviation">The standard deviation of the values, 0 or more.</param>
    /// <param name="count">How many values there are, 2 or more.</param>
    /// <exception cref="DataException">A number lies outside its range or is not finite.</exception>
    public static SampleMean Of(double mean, double standardDeviation, int count)
    {
        RequireTwo(count);
        if (standardDeviation < 0) throw new DataException("The standard deviation is below 0: give that of the values, not the variance or a difference.");
        return new(DataChecks.Finite(mean, "mean"), DataChecks.Finite(standardDeviation, "standard deviation"), count);
    }

    /// <summary>x̄ ± t(1-α/2; n-1) s/√n (Student. Biometrika 1908;6:1-25, doi:10.1093/biomet/6.1.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public ConfidenceInterval Interval(double level = 0.95) => ConfidenceInterval.Wald(Value, StandardError, Count - 1, level);

    private static void RequireTwo(int count)
    {
        if (count < 2) throw new DataException($"There {(count == 1 ? "is one value" : "are no values")}, but a mean with an interval needs at least two.");
    }

    private protected override string Words => $"{StatementWords.Number(Value, Interval())}, standard deviation {NumberText.Significant(StandardDeviation)}, {CountText.Of(Count, "value", "values")}";
}
