using System.Globalization;
using Phm.Activation;
using Phm.Disclosure;
using Phm.Populations;
using Phm.Statistics;

namespace Phm.Synthetic.Studies;

/// <summary>The published figures of the study of patient activation beside those of a cohort, found by the analysis that is used for real data.</summary>
internal static class ActivationStudyFigures
{
    private const double People = 0.01;
    private const double Means = 0.02;
    private const double Spreads = 0.05;
    private const double Crude = 0.02;
    private const double Adjusted = 0.05;
    private const double Dispersion = 0.10;

    /// <summary>A ratio of which table 1 has no means: of nights and readmissions there are few, whose published intervals reach from .39 to 1.17.</summary>
    private const double Rare = 0.10;

    /// <summary>A ratio that is read off a slide as about so much.</summary>
    private const double Read = 0.10;

    public static IEnumerable<CalibrationFigure> Of(Population cohort, SyntheticParameters parameters)
    {
        // Synthetic people need no protection, and a calibration must not fail because few have what is counted.
        var window = new UseWindow(StudyFrame.DaysBefore(parameters), StudyFrame.DaysAfter(parameters));
        var study = cohort.PatientActivation(StudyFrame.Records(parameters), window: window, policy: DisclosurePolicy.UnprotectedForSyntheticDataOnly);
        ActivationOutcome[] published = [.. Vocabulary<ActivationOutcome>.All.Where(outcome => parameters.Has($"{outcome.Code()}.sd"))];
        ActivationOutcome[] adjusted = [.. Vocabulary<ActivationOutcome>.All.Where(outcome => parameters.Has($"{outcome.Code()}.adjusted"))];
        var (crude, ratios) = (study.CrudeUse, study.AdjustedUse(adjusted));
        return
        [
            .. Sizes(cohort, study, parameters),
            .. Answerers(study, parameters),
            .. published.SelectMany(outcome => Use(outcome, crude, parameters)),
            .. adjusted.SelectMany(outcome => Ratios(outcome, ratios, parameters)),
        ];
    }

    private static IEnumerable<CalibrationFigure> Sizes(Population cohort, ActivationStudy study, SyntheticParameters parameters) =>
    [
        Figure("People", parameters.Row("study.people"), cohort.Count, 0),
        .. Levels.Select(level => Figure($"Questionnaires at level {level}", parameters.Row("study.questionnaires", level), study.Questionnaires(level).Value, 0)),
    ];

    private static IEnumerable<CalibrationFigure> Answerers(ActivationStudy study, SyntheticParameters parameters)
    {
        (string Name, string Word, Func<Questionnaire, double> Value)[] columns =
            [("age", "Age", q => q.Age), ("physical", "Physical conditions", q => q.PhysicalConditions), ("mental", "Mental conditions", q => q.MentalConditions)];
        foreach (var (name, word, value) in columns)
        {
            foreach (var level in Levels)
            {
                var mean = SampleMean.Of([.. study.Studied.Where(q => q.Level == level).Select(value)]);
                yield return Figure($"{word} at level {level}, mean", parameters.Row($"level.{name}_mean", level), mean.Value, People);
                yield return Figure($"{word} at level {level}, SD", parameters.Row($"level.{name}_sd", level), mean.StandardDeviation, People);
            }
        }
        string[] counts = ["No physical condition", "1 physical condition", "2 physical conditions", "3 or more physical conditions"];
        foreach (var level in Levels)
        {
            var at = study.Studied.Where(q => q.Level == level).ToArray();
            for (var n = 0; n < counts.Length; n++)
                yield return Figure($"{counts[n]} at level {level}, %", parameters.Row($"level.physical_{n}", level), 100.0 * at.Count(q => Math.Min(q.PhysicalConditions, 3) == n) / at.Length, People);
        }
    }

    private static IEnumerable<CalibrationFigure> Use(ActivationOutcome outcome, CrudeUse crude, SyntheticParameters parameters)
    {
        var (code, name) = (outcome.Code(), outcome.Name());
        foreach (var level in Levels) yield return Figure($"{name} at level {level}, mean", parameters.Row($"{code}.mean", level), crude.Mean(outcome, level).Value, Means);
        foreach (var level in Levels) yield return Figure($"{name} at level {level}, SD", parameters.Row($"{code}.sd", level), crude.StandardDeviation(outcome, level).Value, Spreads);
        var (mean, to) = (parameters.Row($"{code}.mean", OutcomeModel.Levels), parameters.Row($"{code}.mean", 1));
        yield return new($"{name}, crude ratio of level 4 to level 1", Number(mean) / Number(to), crude.Ratio(outcome).Value, Crude, "D", "ratio of the means in " + mean.Source);
        if (!parameters.Has($"{code}.dispersion")) yield break;
        var (all, spread) = (crude.Mean(outcome).Value, crude.StandardDeviation(outcome).Value);
        yield return Figure($"{name}, dispersion over all levels", parameters.Row($"{code}.dispersion"), all * all / (spread * spread - all), Dispersion);
    }

    private static IEnumerable<CalibrationFigure> Ratios(ActivationOutcome outcome, AdjustedUse ratios, SyntheticParameters parameters)
    {
        foreach (var row in parameters.Rows.Where(row => row.Name == $"{outcome.Code()}.adjusted").OrderByDescending(row => row.At))
        {
            var level = (int)row.At.GetValueOrDefault(OutcomeModel.Levels);
            yield return Figure($"{outcome.Name()}, adjusted ratio of level {level} to level 1", row, ratios.Ratio(outcome, level).Value, row.Status == "S" ? Read : parameters.Has($"{outcome.Code()}.sd") ? Adjusted : Rare);
        }
    }

    private static IEnumerable<int> Levels => Enumerable.Range(1, OutcomeModel.Levels);

    private static CalibrationFigure Figure(string name, ParameterRow row, double obtained, double tolerance) => new(name, Number(row), obtained, tolerance, row.Status, row.Source);

    private static double Number(ParameterRow row) => double.Parse(row.Value, CultureInfo.InvariantCulture);
}
