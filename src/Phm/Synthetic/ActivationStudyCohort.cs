using System.Globalization;
using Phm.Populations;
using Phm.Synthetic.Studies;

namespace Phm.Synthetic;

/// <summary>
/// Makes people who do not exist, in the numbers of the study of patient activation in Islington: Barker I, Steventon A, Williamson R, Deeny SR. BMJ Qual
/// Saf 2018;27:989-999, doi:10.1136/bmjqs-2017-007635. 9,348 people answer 12,270 questionnaires, and use around each questionnaire is such that the means
/// of each level are those of table 1 and a regression adjusted for age, sex, deprivation and conditions gives back the published ratios.
/// </summary>
/// <remarks>
/// The cohort is made to match. What an analysis finds in it shows that the analysis recovers what was put in; it is no evidence that activation
/// changes use. Use is made up for the windows around the questionnaires alone (182 days before to 182 days after); outside there are prescriptions, one row a year, and nothing else.
/// <para/>
/// A questionnaire's counts are negative binomial around an expectation that is log-linear in level, age, sex, deprivation and conditions. One sample of
/// this size would miss rare outcomes by a tenth and more, so distributions are inverted at numbers spread evenly within each level, and questionnaires of a
/// level exchange these numbers until totals, spread and the scores of a regression are near what is expected. Standard errors computed from
/// the cohort are those of a study of its size; that its estimates lie nearer to the published ones than such errors allow is by design.
/// </remarks>
public static class ActivationStudyCohort
{
    private const int PracticesPerNetwork = 3;
    private const int NetworksPerLocality = 4;

    /// <summary>The cohort. The same seed gives the same bytes on any number of threads.</summary>
    /// <param name="seed">The seed of all randomness.</param>
    /// <param name="parameters">The parameters; those that come with the product by default.</param>
    /// <exception cref="DataException">A parameter is missing, or the parameters contradict each other.</exception>
    public static Population Generate(ulong seed = 2018, SyntheticParameters? parameters = null)
    {
        using var activity = PhmActivities.Source.StartActivity(PhmActivities.SyntheticGenerate)?.SetTag(PhmActivities.Seed, seed);
        parameters ??= SyntheticParameters.ActivationStudy;
        var questionnaires = QuestionnaireDraw.Draw(parameters, seed);
        var people = new PeopleOfQuestionnaires(parameters, seed, questionnaires).Link();
        var geography = Practices((int)parameters.Number("geography.practices"));
        var (patients, rows) = new StudyRecords(parameters, seed, geography).Write(people);
        var population = rows.Build(geography, patients);
        PopulationActivity.Tell(population, isSynthetic: true);
        return population;
    }

    private static Geography Practices(int count) => new(Enumerable.Range(0, count).Select(i => new Practice(
        string.Create(CultureInfo.InvariantCulture, $"P{i + 1:00000}"),
        SyntheticGeography.PracticeName(i),
        string.Create(CultureInfo.InvariantCulture, $"Eastholm Network {i / PracticesPerNetwork + 1}"),
        string.Create(CultureInfo.InvariantCulture, $"Eastholm Locality {i / (PracticesPerNetwork * NetworksPerLocality) + 1}"),
        "Eastholm",
        "Activation study (synthetic)")));
}
