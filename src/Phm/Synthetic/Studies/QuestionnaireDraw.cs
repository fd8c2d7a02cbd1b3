using Phm.Activation;

namespace Phm.Synthetic.Studies;

/// <summary>Draws the questionnaires of the study with their outcomes, before anyone knows which belong to one person.</summary>
internal static class QuestionnaireDraw
{
    /// <summary>The outcomes in the order in which they are drawn, each with the one out of which it is drawn.</summary>
    private static readonly (ActivationOutcome Outcome, ActivationOutcome? Parent)[] Order =
    [
        (ActivationOutcome.GpContacts, null), (ActivationOutcome.EdAttendances, null), (ActivationOutcome.EmergencyAdmissions, null),
        (ActivationOutcome.ElectiveAdmissions, null), (ActivationOutcome.OutpatientAttended, null), (ActivationOutcome.GpDidNotAttend, null),
        (ActivationOutcome.OutpatientDidNotAttend, null), (ActivationOutcome.MinorSelfReferredEd, ActivationOutcome.EdAttendances),
        (ActivationOutcome.ElectiveOvernightNights, ActivationOutcome.ElectiveAdmissions), (ActivationOutcome.ReadmissionsWithin30Days, ActivationOutcome.EmergencyAdmissions),
    ];

    public static StudyQuestionnaire[] Draw(SyntheticParameters parameters, ulong seed)
    {
        var covariates = new CovariateDraw(parameters, seed);
        StudyQuestionnaire[] questionnaires = [.. Enumerable.Range(1, OutcomeModel.Levels).SelectMany(covariates.Draw)];
        var models = new Dictionary<ActivationOutcome, OutcomeModel>();
        foreach (var (outcome, parent) in Order)
        {
            var random = new RandomStream(seed, (ulong)outcome, Purpose.StudyOutcomes);
            if (outcome == ActivationOutcome.ElectiveAdmissions) PutOnCourse(questionnaires, parameters, ref random);
            var model = models[outcome] = new OutcomeModel(parameters, questionnaires, outcome);
            var draw = new CountDraw(model, parent is { } from ? models[from] : null, questionnaires, parameters);
            var uniforms = HealthUniforms.Of(questionnaires, model.Health, ref random);
            var counts = new CountBalance(questionnaires, model, draw, uniforms).Run(ref random);
            for (var i = 0; i < counts.Length; i++)
            {
                questionnaires[i][outcome] = counts[i];
                if (outcome == ActivationOutcome.ElectiveOvernightNights) questionnaires[i].OvernightStays = draw.Nights(i, uniforms[i]).Stays;
            }
        }
        return questionnaires;
    }

    /// <summary>The few on a course of treatment are drawn from those who are not admitted as an emergency: a year of 365 days has no room for both.</summary>
    private static void PutOnCourse(StudyQuestionnaire[] questionnaires, SyntheticParameters parameters, ref RandomStream random)
    {
        const string people = "elective.course_people";
        StudyQuestionnaire[] free = [.. questionnaires.Where(q => q.Level == OutcomeModel.Levels && q[ActivationOutcome.EmergencyAdmissions] == 0)];
        var left = (int)parameters.Curve(people)[OutcomeModel.Levels];
        if (left > free.Length) throw new DataException($"The parameter {people} is above the number of questionnaires of level {OutcomeModel.Levels} without an emergency admission. Expected a few.");
        while (left > 0)
        {
            var q = free[random.Below(free.Length)];
            if (q.IsOnCourse) continue;
            q.IsOnCourse = true;
            left--;
        }
    }
}
