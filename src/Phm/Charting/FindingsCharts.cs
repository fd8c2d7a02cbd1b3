using Phm.Disclosure;
using Phm.Findings;

namespace Phm.Charting;

/// <summary>Charts of published figures beside reproduced ones.</summary>
public static class FindingsCharts
{
    /// <summary>The figures of a scorecard that have an interval, published beside reproduced, one row a figure.</summary>
    /// <param name="card">The scorecard; its figures are ratios of one measure, as <c>card.Of("adjusted ratio")</c> picks them.</param>
    /// <exception cref="ArgumentException">No figure has a published interval, or there are several measures.</exception>
    public static ForestChart ForestPlot(this Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        ScorecardRow[] rows = [.. card.Rows.Where(row => row.Published.HasInterval)];
        string[] measures = [.. rows.Select(row => row.Published.Measure).Distinct()];
        string[] groups = [.. rows.Select(row => row.Published.Group).Distinct()];
        if (measures.Length != 1)
            throw new ArgumentException(measures.Length == 0 ? "No figure of the scorecard has a published interval." : $"Figures of one measure belong into a plot, but there are {string.Join(", ", measures)}: pick one with card.Of(\"{measures[0]}\").", nameof(card));
        var measure = char.ToUpperInvariant(measures[0][0]) + measures[0][1..];
        return Chart.Forest($"{measure}s, {string.Join(", ", groups)}: published beside reproduced", rows.Select(row => Row(row, groups.Length > 1)), measure, ["Published", "Reproduced"]) with
        {
            Subtitle = $"{card.Published.Name}; reproduced from {card.Data}",
            Note = card.IsSynthetic ? "Synthetic data: the method is checked, not the finding." : "Associations, not what an intervention would do.",
            Source = string.Join(" ", card.Published.Studies.Select(study => study.Source)),
        };
    }

    private static ForestRow Row(ScorecardRow row, bool namesGroup)
    {
        var published = row.Published;
        var reproduced = row.Reproduced is not { } figure ? default
            : figure is { Lower: { } low, Upper: { } high } ? new ForestEstimate(figure.Value, DisclosedValue.Of(low), DisclosedValue.Of(high)) : new ForestEstimate(figure.Value);
        return new ForestRow(namesGroup ? $"{published.Outcome}, {published.Group}" : published.Outcome, new ForestEstimate(published.Value, published.Lower!.Value, published.Upper!.Value), reproduced);
    }
}
