using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>A line of a regression table or forest plot.</summary>
/// <param name="Term">The name of the term.</param>
/// <param name="Level">The level of a factor, the number of a spline's column, or both of an interaction; empty for a number.</param>
/// <param name="Coefficient">The coefficient; null for a reference level, which has none.</param>
/// <param name="IsSpline">Whether the term is a spline, or an interaction with one, whose columns mean nothing one by one.</param>
internal sealed record RegressionLine(string Term, string Level, Coefficient? Coefficient, bool IsSpline = false)
{
    public bool IsReference => Coefficient is null;

    /// <summary>Whether the coefficient rests on so few rows that it may not be shown.</summary>
    public bool IsWithheld => Coefficient is { IsWithheld: true };

    /// <summary>
    /// The decimals that a ratio bears, each line by its own interval; null where four significant digits say it best: of a coefficient that is none, and of an
    /// intercept, which is an expected value of any size.
    /// </summary>
    public int? DecimalsOn(EffectScale effect) => effect.IsRatio && Term != "Intercept" && Coefficient is { IsWithheld: false } coefficient && effect.IntervalOf(coefficient) is var interval
        ? NumberText.DecimalsOfRatio(effect.Of(coefficient.Estimate), interval.Low, interval.High) : null;

    /// <summary>The lines of some coefficients of a model, each factor with its reference level before the others.</summary>
    public static IReadOnlyList<RegressionLine> Of(FittedModel model, IEnumerable<int> coefficients)
    {
        var (lines, coding, last) = (new List<RegressionLine>(), model.Coding, (string?)null);
        foreach (var i in coefficients)
        {
            var term = coding.TermOfColumn[i];
            if (term != last && coding.ReferenceOf(term) is { } reference) lines.Add(new(term, reference, null));
            lines.Add(new(term, coding.LabelOfColumn[i], model.Coefficients[i], coding.IsSpline(term)));
            last = term;
        }
        return lines;
    }
}
