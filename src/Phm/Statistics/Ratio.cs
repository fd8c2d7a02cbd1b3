using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>How many times a rate, odds or mean is multiplied by a column: e^β, with 1 for no association.</summary>
public sealed record Ratio : Statement
{
    private readonly Coefficient _coefficient;

    internal Ratio(Coefficient coefficient) => _coefficient = coefficient;

    /// <summary>The name of the column: "Sex: Male" is compared with the reference of the factor, a number with one unit less.</summary>
    public string Name => _coefficient.Name;

    /// <summary>The name of the term that the column belongs to.</summary>
    public string Term => _coefficient.Term;

    /// <summary>e^β.</summary>
    public double Value => Math.Exp(_coefficient.Estimate);

    /// <summary>Its standard error by the delta method, e^β times that of β. The interval is not made from it.</summary>
    public double StandardError => Value * _coefficient.StandardError;

    /// <summary>The two-sided probability of a ratio at least as far from 1, were the true ratio 1.</summary>
    public double PValue => _coefficient.PValue;

    /// <summary>The ratio for a difference of several units of a number, as ten years of age: the ratio to their power.</summary>
    public Ratio Per(double units) => new(_coefficient with
    {
        Name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}, per {units}"), Estimate = units * _coefficient.Estimate, StandardError = Math.Abs(units) * _coefficient.StandardError,
    });

    /// <summary>The interval of Wald on the logarithm.</summary>
    public ConfidenceInterval Interval(double level = 0.95) => _coefficient.Interval(level).Through(Math.Exp);

    private protected override string Words => _coefficient.IsWithheld ? $"{Name}: {CountText.Withheld}" : $"{Name}: {StatementWords.Ratio(Value, Interval())}, {NumberText.WithP(PValue)}";
}
