using Phm.Presentation;

namespace Phm.Charting;

/// <content>Estimates with their intervals.</content>
public abstract partial record Chart
{
    /// <summary>A forest plot of ratios, or of differences.</summary>
    /// <param name="title">What the chart shows, with population and period.</param>
    /// <param name="rows">The rows from top to bottom, 1 to 60; consecutive rows of the same group stand under its name.</param>
    /// <param name="measure">What is estimated: "Rate ratio".</param>
    /// <param name="series">The names of 1 to 3 series, as "Published" and "Reproduced"; null where each row has one estimate.</param>
    /// <param name="logarithmic">Whether estimates are ratios, with 1 for no association, instead of differences, with 0.</param>
    /// <param name="format">How values are written; null writes ratios with two decimals and chooses for differences from the data.</param>
    /// <exception cref="ArgumentException">A list is empty or too long, a row has not one estimate for each series, or a ratio is not above 0.</exception>
    public static ForestChart Forest(
        string title, IEnumerable<ForestRow> rows, string measure = "Estimate", IEnumerable<string>? series = null, bool logarithmic = true, ColumnFormat? format = null) =>
        new(title, rows, series, logarithmic) { Measure = measure, Format = format ?? (logarithmic ? ColumnFormat.Decimal2 : null) };
}
