using Phm.Disclosure;
using Phm.Presentation;

namespace Phm.Statistics;

/// <summary>Coefficients as the table that readers of a regression expect, references among them.</summary>
internal static class RegressionTable
{
    /// <summary>The longest name of a term or level that is shown; the rest is cut, so that a table keeps to a page.</summary>
    private const int LongestName = 60;

    public const string Association = "These are associations in the data, adjusted for the other terms of the model: they do not say what an intervention would do.";

    public const string Unadjusted = "Groups may differ in other ways than the one by which they are told apart.";

    public static ResultTable Of(FittedModel model)
    {
        var lines = RegressionLine.Of(model, Enumerable.Range(0, model.Coefficients.Count));
        var table = Of($"{model.Specification.OutcomeWords}: {model.Kind}", model, lines);
        return table with { Preamble = Preamble(model), Notes = [.. table.Notes, CountText.Note] };
    }

    public static ResultTable Of(string title, FittedModel model, IReadOnlyList<RegressionLine> lines) => new()
    {
        Title = title,
        Columns =
        [
            new("Term"), new("Level"), new(model.Effect.Name, ColumnFormat.Significant), new("95% low", ColumnFormat.Significant), new("95% high", ColumnFormat.Significant), new("p", ColumnFormat.PValue),
        ],
        RowHeadings = 2,
        IsGrouped = true,
        Rows = [.. lines.Select(line => Row(model.Effect, line))],
        Notes = [.. Notes(model.Effect, lines), .. Cautions(model)],
    };

    private static TableCell[] Row(EffectScale effect, RegressionLine line)
    {
        var (term, level) = (TableCell.Cut(line.Term, LongestName), TableCell.Cut(line.Level, LongestName));
        if (line.Coefficient is not { } coefficient) return [term, level, effect.IsRatio ? "1 (reference)" : "0 (reference)", "", "", ""];
        if (coefficient.IsWithheld) return [term, level, DisclosedValue.Suppressed, DisclosedValue.Suppressed, DisclosedValue.Suppressed, DisclosedValue.Suppressed];
        var interval = effect.IntervalOf(coefficient);
        var decimals = line.DecimalsOn(effect);
        return [term, level, Number(effect.Of(coefficient.Estimate), decimals), Number(interval.Low, decimals), Number(interval.High, decimals), coefficient.PValue];
    }

    /// <summary>An infinite limit is said; a number that is none is not available.</summary>
    private static TableCell Number(double value, int? decimals) => double.IsInfinity(value) ? NumberText.WithDecimals(value, 0)
        : decimals is { } places ? TableCell.WithDecimals(DisclosedValue.Of(value), places) : value;

    private static string[] Notes(EffectScale effect, IReadOnlyList<RegressionLine> lines)
    {
        var names = lines.Select(line => line.Term).Concat(lines.Select(line => line.Level));
        return
        [
            effect.Meaning,
            .. lines.Any(line => line.Term == "Intercept") && effect.IsRatio ? (string[])["The intercept is no ratio but the expected value where numbers are 0 and factors at their reference (the odds, in a logistic regression)."] : [],
            .. lines.Any(line => line.IsWithheld) ? (string[])["[c]: so few rows have the level, or the one that it is compared with, or so few of these have the outcome or have it not, that the number would tell of single people."] : [],
            .. lines.Any(line => line.IsSpline) ? (string[])["The columns of a spline mean nothing one by one: compare two values of the number instead."] : [],
            .. lines.Any(line => line.Term.Contains(" × ", StringComparison.Ordinal)) ? (string[])["An interaction says how many times, or by how much, the association of one term differs at a level of the other."] : [],
            .. names.Any(name => name.Length > LongestName) ? (string[])["Long names are cut."] : [],
            Association,
        ];
    }

    /// <summary>What a reader has to know of how the model was fitted, to take its numbers for what they are.</summary>
    private static IEnumerable<string> Cautions(FittedModel model)
    {
        if (model.Clusters < FewClusters.Enough) yield return FewClusters.Note;
        if (model is CountFit { Specification.OffsetColumn: { } offset })
            yield return $"The offset {offset} was added to the logarithm of the expected count as it is, not logged: years observed, or people, go into Exposure, which takes their logarithm.";
        if (model is LinearFit { IsPerfect: true })
            yield return "The terms fit the outcome perfectly, so there is no error to estimate, and no interval or p: look whether a term was computed from the outcome.";
    }

    private static string[] Preamble(FittedModel model) =>
        [.. ((IEnumerable<string>)[Design(model), model.Rows.ToString(), string.Join(" · ", model.ShownFitWords.Where(words => words.Length > 0))]).Where(line => line.Length > 0).Select(line => char.ToUpperInvariant(line[0]) + line[1..])];

    private static string Design(FittedModel model)
    {
        var specification = model.Specification;
        var errors = specification.StandardErrors switch
        {
            StandardErrors.Model => "standard errors of the model",
            StandardErrors.Clustered => $"standard errors clustered by {specification.ClusterColumn} ({FewClusters.Words(model.Clusters ?? 1, model.Rows.Used)})",
            var robust => $"robust standard errors ({robust})",
        };
        string[] parts =
        [
            specification is CountModel { ExposureColumn: { } exposure } ? $"exposure {exposure}" : "",
            specification is SurvivalModel { EntryColumn: { } entry } ? $"watched from {entry}" : "",
            specification is SurvivalModel { StrataColumns: { Count: > 0 } strata } ? $"stratified by {string.Join(", ", strata)}" : "",
            specification is BinaryModel { TrialsColumn: { } trials } ? $"out of {trials}" : "",
            specification.OffsetColumn is { } offset ? $"offset {offset}" : "",
            specification.WeightColumn is { } weights ? $"weighted by {weights}" : "",
            errors,
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }
}
