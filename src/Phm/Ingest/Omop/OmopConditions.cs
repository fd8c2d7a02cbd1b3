using Phm.Populations;

namespace Phm.Ingest.Omop;

/// <summary>Reads conditions, and observations whose concept is a condition of the codelist.</summary>
internal sealed class OmopConditions(OmopConcepts concepts, PatientIndex patients)
{
    /// <summary>Pregnancy lasts 42 weeks at most, and as a condition six weeks after birth: 294 and 42 days.</summary>
    private const int LongestPregnancyDays = 294 + 42;

    /// <summary>
    /// Conditions that can be over. Records of general practice and of Synthea put an end to problems that were dealt with; a condition
    /// that does not go away, such as diabetes, is kept without the end.
    /// </summary>
    private static readonly ConditionSet Ending = ConditionSet.Of(
        Condition.Pregnancy, Condition.Depression, Condition.Anxiety, Condition.Asthma, Condition.PainfulCondition, Condition.Constipation,
        Condition.AlcoholProblems, Condition.SubstanceMisuse, Condition.Obesity, Condition.NonDiabeticHyperglycaemia);

    private readonly OmopTally _endsPassedOver = new();
    private readonly OmopTally _openPregnancies = new();

    public IReadOnlyList<QualityFinding> Findings =>
    [
        .. _endsPassedOver.Find("End of a lasting condition", "diagnoses", "The end was passed over: the condition does not go away."),
        .. _openPregnancies.Find("Pregnancy without an end", "diagnoses", "Taken to end 48 weeks after its onset."),
    ];

    public void ReadConditions(CsvTable csv, DiagnosisRows rows)
    {
        var s = OmopSchema.Condition.Columns;
        var c = s.Select(csv.Column).ToArray();
        var person = new PersonCell(csv, patients, OmopSchema.Person.Name);
        while (csv.Read())
        {
            if (!person.Read(c[0], s[0]) || !csv.Date(c[1], s[1], out var onset) || !csv.OptionalDate(c[2], s[2], out var end)
                || !csv.OptionalWhole(c[3], s[3], out var concept) || !csv.OptionalWhole(c[4], s[4], out var sourceConcept)
                || !csv.OptionalText(c[5], s[5], out var source) || !csv.EndsAfter(onset, end, s[2].Name)) continue;
            Add(csv, rows, person.Patient, onset, end, concepts.ConditionsOf(concept, sourceConcept, source), "condition that no codelist names");
        }
    }

    public void ReadObservations(CsvTable csv, DiagnosisRows rows)
    {
        var s = OmopSchema.Observation.Columns;
        var c = s.Select(csv.Column).ToArray();
        var person = new PersonCell(csv, patients, OmopSchema.Person.Name);
        while (csv.Read())
        {
            if (!person.Read(c[0], s[0]) || !csv.Date(c[1], s[1], out var date) || !csv.OptionalWhole(c[2], s[2], out var concept)
                || !csv.OptionalWhole(c[3], s[3], out var sourceConcept) || !csv.OptionalText(c[4], s[4], out var source)) continue;
            Add(csv, rows, person.Patient, date, null, concepts.ConditionsOf(concept, sourceConcept, source), "observation that is no condition of a codelist");
        }
    }

    private void Add(CsvTable csv, DiagnosisRows rows, int patient, Day onset, Day? end, ConditionSet conditions, string otherwise)
    {
        if (conditions.Count == 0)
        {
            csv.LeaveOut(otherwise);
            return;
        }
        csv.Keep();
        foreach (var condition in Vocabulary<Condition>.All)
        {
            if (conditions.Contains(condition)) rows.Add(patient, onset, condition, EndOf(condition, patient, onset, end));
        }
    }

    private Day? EndOf(Condition condition, int patient, Day onset, Day? end)
    {
        if (end is not null && !Ending.Contains(condition))
        {
            _endsPassedOver.Add(patient);
            return null;
        }
        if (end is null && condition == Condition.Pregnancy)
        {
            _openPregnancies.Add(patient);
            return new Day((ushort)Math.Min(Day.Latest.Number, onset.Number + LongestPregnancyDays));
        }
        return end;
    }
}
