using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>Simulates people one after the other and writes all their records.</summary>
internal sealed class PersonSimulator(SyntheticOptions options, SyntheticModel model)
{
    private readonly Life _life = model.NewLife(options);
    private readonly UseSimulator _use = new(model.Use, model.Geography, options.Seed);

    /// <summary>The row of a person, after their events were written.</summary>
    public PatientRow Run(Sketch person, int patient, string id, PopulationRows rows)
    {
        _life.Run(person);
        var random = new RandomStream(options.Seed, person.Stream, Purpose.Treatment);
        var careHome = model.LivesInCareHome(person, _life, ref random);
        var medicineCost = random.LogNormal(model.MedicineSpread);
        AddConditions(person, patient, rows);
        AddPregnancies(person, patient, ref random, rows.Diagnoses);
        var medicines = model.Treatment.AddMedicines(person, patient, _life, ref random, rows.Medications);
        model.Treatment.AddMeasurements(patient, _life, ref random, rows.Measurements);
        model.Treatment.AddActivation(person, patient, _life, ref random, rows.Activations);
        _use.Run(person, patient, _life, medicines, medicineCost, careHome, rows.Activity);
        return new PatientRow
        {
            Id = id,
            Birth = person.Birth,
            Sex = person.IsMale ? Sex.Male : Sex.Female,
            EthnicGroup = person.EthnicGroup,
            Practice = person.Practice,
            DeprivationDecile = person.DecileRecorded ? person.Decile : null,
            RegisteredFrom = _life.RegisteredFrom,
            RegisteredTo = _life.RegisteredTo,
            Death = _life.Death,
            CareHome = careHome,
        };
    }

    private void AddConditions(Sketch person, int patient, PopulationRows rows)
    {
        var health = _life.Health;
        foreach (var condition in Vocabulary<Condition>.All)
        {
            var onset = health.Onset[(int)condition];
            if (double.IsNaN(onset)) continue;
            var from = Dates.At(person, onset);
            if (from > _life.LastDay) continue;
            var end = double.IsInfinity(health.End[(int)condition]) ? null : (Day?)Dates.At(person, health.End[(int)condition]);
            rows.Diagnoses.Add(patient, from, condition, end <= _life.LastDay ? end : null);
        }
        foreach (var deficit in Vocabulary<Deficit>.All)
        {
            var onset = health.DeficitOnset[(int)deficit];
            if (double.IsNaN(onset)) continue;
            var from = Dates.At(person, onset);
            if (from <= _life.LastDay) rows.Deficits.Add(patient, from, deficit);
        }
    }

    private void AddPregnancies(Sketch person, int patient, ref RandomStream random, DiagnosisRows rows)
    {
        const int episodeDays = 280 + 42;
        Day? busyUntil = null;
        foreach (var year in _life.Years)
        {
            var begins = random.Chance((person.IsMale ? 0 : model.PregnancyRate(year.Age)) * year.Years);
            var day = year.From.Plus(random.Below(year.Days));
            if (!begins || day <= busyUntil) continue;
            var end = day.Plus(episodeDays);
            busyUntil = end;
            rows.Add(patient, day, Condition.Pregnancy, end <= _life.LastDay ? end : null);
        }
    }
}
