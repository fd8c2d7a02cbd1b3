using Phm.Populations;
using Phm.Statistics;

namespace Phm.Activation;

/// <summary>Questionnaires as the columns of a regression.</summary>
internal static class StudyTable
{
    public const string Person = "Person";
    public const string Level = "ActivationLevel";
    public const string Score = "Score";
    public const string Years = "Years";
    public const string Age = "Age";
    public const string Sex = "Sex";
    public const string ImdDecile = "ImdDecile";
    public const string PhysicalConditions = "PhysicalConditions";
    public const string MentalConditions = "MentalConditions";

    private const double DaysOfYear = 365.25;

    /// <summary>The columns of some questionnaires with the counts around them.</summary>
    public static AnalysisTable Of(ActivationStudy study, Questionnaire[] rows)
    {
        var table = Covariates(study, rows).Number(Years, Array.ConvertAll(rows, row => row.Days / DaysOfYear));
        foreach (var outcome in study.Outcomes) table = table.Number(outcome.ToString(), Array.ConvertAll(rows, row => study.Count(row, outcome)));
        return table;
    }

    /// <summary>The columns that describe people, with a year of exposure each: what a model is asked about them.</summary>
    public static AnalysisTable OfAYear(ActivationStudy study, Questionnaire[] rows) => Covariates(study, rows).Number(Years, Array.ConvertAll(rows, _ => 1.0));

    private static AnalysisTable Covariates(ActivationStudy study, Questionnaire[] rows)
    {
        var levels = study.LevelsThatOccur;
        var table = new AnalysisTable().About(study.Name)
            .Number(Person, People(rows))
            .Factor(Level, Array.ConvertAll(rows, row => Array.IndexOf(levels, row.Level)), [.. levels.Select(ActivationStudy.NameOf)])
            .Number(Score, Array.ConvertAll(rows, row => (double?)row.Score))
            .Number(Age, Array.ConvertAll(rows, row => row.Age))
            .Factor(Sex, Array.ConvertAll(rows, row => row.Sex?.Name()))
            .Number(ImdDecile, Array.ConvertAll(rows, row => (double?)row.DeprivationDecile));
        return study.Population.Diagnoses.IsAvailable
            ? table.Number(PhysicalConditions, Array.ConvertAll(rows, row => row.PhysicalConditions)).Number(MentalConditions, Array.ConvertAll(rows, row => row.MentalConditions))
            : table;
    }

    /// <summary>People numbered from 1 in the order of their questionnaires, so that a row says which belong together and not whose they are.</summary>
    private static int[] People(Questionnaire[] rows)
    {
        var (numbers, person) = (new int[rows.Length], 0);
        for (var i = 0; i < rows.Length; i++)
        {
            if (i == 0 || rows[i].Patient != rows[i - 1].Patient) person++;
            numbers[i] = person;
        }
        return numbers;
    }
}
