using Phm.Disclosure;
using Phm.Statistics;

namespace Phm.Charting;

/// <summary>Forest plots of fitted models, with title, scale, references, source and note filled in.</summary>
public static class RegressionCharts
{
    private const string Nothing = "nothing";

    /// <summary>The ratios of some terms about 1, the reference levels marked.</summary>
    /// <param name="ratios">The ratios: <c>fit.RateRatios("ActivationLevel")</c>.</param>
    /// <param name="title">The title; one of measure, outcome and term where null.</param>
    /// <exception cref="ArgumentException">There is nothing to draw: the terms are splines alone.</exception>
    public static ForestChart ForestPlot(this RatioSet ratios, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        return Of(ratios.Model, ratios.Lines, title);
    }

    /// <summary>The ratios of a model beside those of another with the same levels, as adjusted beside crude. A level that the other has not is not available there.</summary>
    /// <param name="ratios">The ratios.</param>
    /// <param name="beside">The ratios that they are set beside.</param>
    /// <param name="name">What the first are called.</param>
    /// <param name="besideName">What the others are called.</param>
    /// <param name="title">The title; one of measure, outcome and term where null.</param>
    /// <exception cref="ArgumentException">There is nothing to draw, the one are ratios of another kind than the other, or compared with another reference.</exception>
    public static ForestChart ForestPlot(this RatioSet ratios, RatioSet beside, string name, string besideName, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(ratios);
        ArgumentNullException.ThrowIfNull(beside);
        if (ratios.Measure != beside.Measure) throw new ArgumentException($"{ratios.Measure}s and {beside.Measure}s are different things: set ratios of the same kind beside one another.", nameof(beside));
        RequireSameReferences(ratios, beside);
        var effect = ratios.Model.Effect;
        var others = beside.Lines.Where(line => !line.IsReference).GroupBy(line => (line.Term, line.Level)).ToDictionary(same => same.Key, same => Estimate(effect, same.First()));
        var rows = Rows(ratios.Lines, line => [Estimate(effect, line), others.GetValueOrDefault((line.Term, line.Level))]);
        return Chart.Forest(title ?? Title(ratios.Model, ratios.Lines), rows, effect.Name, [name, besideName]) with
        {
            Subtitle = $"Adjusted for {Others(ratios.Model, ratios.Lines)} ({name}) and for {Others(beside.Model, beside.Lines)} ({besideName})",
            YTitle = OnlyTerm(ratios.Lines), Note = Note(ratios.Lines, ratios.Model, beside.Model), Source = Source(ratios.Model),
        };
    }

    /// <summary>The ratios of several outcomes in one plot, each outcome a group.</summary>
    /// <param name="outcomes">The name of each outcome and its ratios, all of the same kind.</param>
    /// <param name="title">What the plot shows, with population and period.</param>
    /// <exception cref="ArgumentException">There is nothing to draw, or the ratios are of different kinds.</exception>
    public static ForestChart ForestPlot(this IEnumerable<(string Outcome, RatioSet Ratios)> outcomes, string title)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        var all = outcomes.ToList();
        var measures = all.Select(outcome => outcome.Ratios.Measure).Distinct().ToList();
        if (measures.Count > 1) throw new ArgumentException($"Ratios of one kind belong into a plot, but there are {string.Join(" and ", measures)}.", nameof(outcomes));
        var lines = all.SelectMany(outcome => outcome.Ratios.Lines).ToList();
        var rows = all.SelectMany(outcome => Rows(outcome.Ratios.Lines, line => [Estimate(outcome.Ratios.Model.Effect, line)], outcome.Outcome));
        return Chart.Forest(title, rows, measures.FirstOrDefault() ?? "Ratio") with { Note = Note(lines, [.. all.Select(outcome => outcome.Ratios.Model)]) };
    }

    /// <summary>All terms of a model but the intercept and splines: ratios about 1, or the coefficients of a linear regression about 0.</summary>
    /// <param name="model">The model.</param>
    /// <param name="title">The title; one of measure and outcome where null.</param>
    /// <exception cref="ArgumentException">There is nothing to draw: the model has no such terms.</exception>
    public static ForestChart ForestPlot(this FittedModel model, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Of(model, RegressionLine.Of(model, model.IndicesOf([])), title);
    }

    /// <summary>Ratios to different references differ in what they say, though their levels are called alike.</summary>
    private static void RequireSameReferences(RatioSet ratios, RatioSet beside)
    {
        foreach (var term in ratios.Lines.Select(line => line.Term).Intersect(beside.Lines.Select(line => line.Term)))
        {
            var (one, other) = (ratios.Model.Coding.ComparedOf(term), beside.Model.Coding.ComparedOf(term));
            if (one.Length > 0 && other.Length > 0 && one != other)
                throw new ArgumentException($"The ratios of '{term}' are compared with '{one}' in the one model and with '{other}' in the other: fit both with the same reference, as by Term.Factor(\"{term}\", reference).", nameof(beside));
        }
    }

    private static ForestChart Of(FittedModel model, IReadOnlyList<RegressionLine> lines, string? title) =>
        Chart.Forest(title ?? Title(model, lines), Rows(lines, line => [Estimate(model.Effect, line)]), model.Effect.Name, logarithmic: model.Effect.IsRatio) with
        {
            Subtitle = Adjusted(model, lines), YTitle = OnlyTerm(lines), Note = Note(lines, model), Source = Source(model),
        };

    /// <summary>A factor is a group of its levels, where there are several terms; an outcome is a group of everything.</summary>
    private static IEnumerable<ForestRow> Rows(IReadOnlyList<RegressionLine> lines, Func<RegressionLine, IEnumerable<ForestEstimate>> estimates, string? outcome = null)
    {
        var terms = lines.Select(line => line.Term).Distinct().Count();
        foreach (var line in lines.Where(line => !line.IsSpline))
        {
            var isNamed = line.Level.Length == 0 || outcome is not null && terms > 1;
            var label = line.Level.Length == 0 ? line.Term : isNamed ? $"{line.Term}: {line.Level}" : line.Level;
            var group = outcome ?? (terms > 1 && line.Level.Length > 0 ? line.Term : null);
            yield return (line.IsReference ? ForestRow.Reference(label) : new ForestRow(label, estimates(line))) with { Group = group };
        }
    }

    private static ForestEstimate Estimate(EffectScale effect, RegressionLine line)
    {
        if (line.Coefficient is not { } coefficient) return default;
        if (line.IsWithheld) return new(DisclosedValue.Suppressed, DisclosedValue.Suppressed, DisclosedValue.Suppressed);
        var interval = effect.IntervalOf(coefficient);
        return new(SteadyDigits.Of(effect.Of(coefficient.Estimate)), effect.IsRatio && interval.Low == 0 ? double.NegativeInfinity : SteadyDigits.Of(interval.Low), SteadyDigits.Of(interval.High)) { Decimals = line.DecimalsOn(effect) };
    }

    private static string Title(FittedModel model, IReadOnlyList<RegressionLine> lines) =>
        $"{model.Effect.Name}s of {model.Specification.OutcomeWords}{(OnlyTerm(lines) is { } term ? $" by {term}" : "")}";

    /// <summary>The term that all lines belong to; null where there are several.</summary>
    private static string? OnlyTerm(IReadOnlyList<RegressionLine> lines) => lines.Select(line => line.Term).Distinct().ToList() is [var term] ? term : null;

    private static string Adjusted(FittedModel model, IReadOnlyList<RegressionLine> lines) =>
        Others(model, lines) is var others && others != Nothing ? $"Adjusted for {others}" : model.Specification.Terms.Count > 1 ? "Adjusted for one another" : "Crude, not adjusted for anything";

    /// <summary>What the model takes into account that is not shown: terms, strata, an offset.</summary>
    private static string Others(FittedModel model, IReadOnlyList<RegressionLine> lines)
    {
        var strata = model.Specification is SurvivalModel { StrataColumns: var columns } ? columns : [];
        string[] others =
        [
            .. model.Specification.Terms.Select(term => term.Name).Except(lines.Select(line => line.Term)), .. strata.Select(column => $"{column} (strata)"),
            .. model.Specification.OffsetColumn is { } offset ? (string[])[$"{offset} (offset)"] : [],
        ];
        return others.Length > 0 ? string.Join(", ", others) : Nothing;
    }

    private static string Note(IReadOnlyList<RegressionLine> lines, params FittedModel[] models) =>
        "Associations, not what an intervention would do." + (lines.Any(line => line.IsSpline) ? " Splines are left out: their columns mean nothing one by one." : "")
        + (models.Any(model => model.Clusters < FewClusters.Enough) ? " " + FewClusters.Note : "");

    private static string Source(FittedModel model) => $"{model.Kind}, {CountText.Of(model.Rows.Used)} rows{(model.Rows.Whom.Length > 0 ? $" of {model.Rows.Whom}" : "")}";
}
