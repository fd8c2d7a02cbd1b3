using Phm.Populations;

namespace Phm.Synthetic.Studies;

/// <summary>A person of the study: their questionnaires in order of time.</summary>
/// <param name="Number">The number of the person's random stream.</param>
/// <param name="Questionnaires">The questionnaires.</param>
/// <param name="Birth">Day of birth.</param>
internal sealed record StudyPerson(int Number, IReadOnlyList<StudyQuestionnaire> Questionnaires, Day Birth)
{
    /// <summary>The first questionnaire.</summary>
    public StudyQuestionnaire First => Questionnaires[0];

    /// <summary>The last questionnaire.</summary>
    public StudyQuestionnaire Last => Questionnaires[^1];

    /// <summary>The day of a questionnaire.</summary>
    public Day DateOf(StudyQuestionnaire questionnaire) => Birth.Plus(questionnaire.AgeDays);
}
