using Phm.Populations;
using Phm.Statistics;

namespace Phm.Activation;

/// <summary>Fits the regressions of an <see cref="AdjustedUse"/>.</summary>
internal static class AdjustedFit
{
    /// <summary>What is taken into account where the analyst does not say otherwise.</summary>
    public static IReadOnlyList<Term> Usual { get; } =
        [Term.Spline(StudyTable.Age, 4), StudyTable.Sex, StudyTable.ImdDecile, StudyTable.PhysicalConditions, StudyTable.MentalConditions];

    public static AdjustedUse Of(CrudeUse use, IReadOnlyList<ActivationOutcome>? outcomes, IReadOnlyList<Term>? adjustFor)
    {
        var study = use.Study;
        var terms = adjustFor ?? Usual;
        if (terms.Any(term => term.Name is StudyTable.PhysicalConditions or StudyTable.MentalConditions)) study.Population.Require(study.Population.Diagnoses, "Taking conditions into account");
        if (terms.FirstOrDefault(term => term.Name is StudyTable.Person or StudyTable.Level or StudyTable.Score or StudyTable.Years || study.Outcomes.Any(outcome => outcome.ToString() == term.Name)) is { } circular)
            throw new ArgumentException($"Use cannot be adjusted for '{circular.Name}': it is the level itself, another outcome, or a number without meaning. Name what people bring with them, such as \"Age\" or \"ImdDecile\".", nameof(adjustFor));
        if (outcomes is []) throw new ArgumentException("No outcome is named: leave outcomes out for all that the data can tell.", nameof(outcomes));
        if (study.LevelsThatOccur.Length == 1) throw new DataException("All questionnaires that are studied are at the same level, so there is nothing to compare: choose a longer period or other cut-points.");
        if (study.LevelsThatOccur[0] != 1)
            throw new DataException("No questionnaire that is studied is at level 1, with which the others are compared: choose a longer period, or fit a model of your own to .Table(), whose reference is the lowest level there is.");
        var whole = Whole(study, terms);
        var table = StudyTable.Of(study, whole);
        return new(use, terms, whole, [.. (outcomes ?? study.Outcomes).Select(outcome => Of(study, outcome, table, terms))]);
    }

    /// <summary>A term in words, as a note says it.</summary>
    public static string Describe(Term term)
    {
        var words = term.Name switch
        {
            StudyTable.Age => "age",
            StudyTable.Sex => "sex",
            StudyTable.ImdDecile => "decile of deprivation",
            StudyTable.PhysicalConditions => "number of physical conditions",
            StudyTable.MentalConditions => "number of mental conditions",
            var name => name,
        };
        return term switch
        {
            SplineTerm spline => $"{words} (a spline of {spline.DegreesOfFreedom} degrees of freedom)",
            FactorTerm => $"{words} (as categories)",
            _ => words,
        };
    }

    /// <summary>The questionnaires that miss nothing of the terms, so that crude and adjusted ratios are of the same ones.</summary>
    private static Questionnaire[] Whole(ActivationStudy study, IReadOnlyList<Term> terms)
    {
        var table = study.Table();
        var rows = RowSelection.Complete(table.Rows, terms.SelectMany(term => term.Uses).Distinct().Select(column => table[column]));
        if (rows.Count == 0) throw new DataException("Every questionnaire misses something that shall be taken into account: leave out what the data do not have by adjustFor.");
        return rows.Take(study.Studied);
    }

    private static AdjustedOutcome Of(ActivationStudy study, ActivationOutcome outcome, AnalysisTable table, IReadOnlyList<Term> terms)
    {
        if (!study.Outcomes.Contains(outcome)) throw new ArgumentException($"The data do not tell '{outcome.Name()}'.", nameof(outcome));
        var crude = Model.Count(outcome.ToString()).On(StudyTable.Level).Exposure(StudyTable.Years).ClusteredBy(StudyTable.Person);
        var adjusted = crude.On([.. terms]);
        try
        {
            try
            {
                return new() { Outcome = outcome, Adjusted = adjusted.Fit(table, Family.NegativeBinomial), Crude = crude.Fit(table, Family.NegativeBinomial) };
            }
            catch (ConvergenceException error) when (error.Cause is EstimationFailure.Boundary or EstimationFailure.NoConvergence)
            {
                var why = error.Cause == EstimationFailure.Boundary ? "counts vary no more than by chance, so there is no dispersion to estimate" : "the search for a negative binomial did not settle";
                return new() { Outcome = outcome, Adjusted = adjusted.Fit(table), Crude = crude.Fit(table), Remark = $"{outcome.Name()}: Poisson regressions, because {why}." };
            }
        }
        catch (Exception error) when (error is DataException or ConvergenceException)
        {
            return new() { Outcome = outcome, Remark = $"{outcome.Name()} could not be estimated. {error.Message}" };
        }
    }
}
