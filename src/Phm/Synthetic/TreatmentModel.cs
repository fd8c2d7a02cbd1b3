using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>Medicines that conditions call for, measurements that follow them, and questionnaires of patient activation.</summary>
internal sealed class TreatmentModel
{
    private readonly (string Medicine, int Condition, double Share)[] _medicines;
    private readonly MeasureModel[] _measures;
    private readonly double _activationMeasured;
    private readonly double _activationSlope;
    private readonly double _activationMental;
    /// <summary>The spread of scores once deprivation and mental conditions have shifted them, so that levels keep their shares.</summary>
    private const double ActivationSpread = 1.06;

    private readonly double _activationOwn;
    private readonly double[] _levelShare;
    private readonly double[] _levelFrom;

    public TreatmentModel(SyntheticParameters parameters)
    {
        _medicines = [.. parameters.StartingWith("medicine.").Select(entry =>
        {
            var at = entry.Name.LastIndexOf(".for.", StringComparison.Ordinal);
            return (entry.Name[..at], (int)SyntheticParameters.ConditionOf(entry.Name[(at + 5)..]), entry.Value);
        })];
        _measures = [.. Vocabulary<MeasureKind>.All.Select(kind => new MeasureModel(kind, parameters))];
        _activationMeasured = parameters.Number("activation.measured");
        _activationSlope = parameters.Number("activation.deprivation") / 9;
        _activationMental = parameters.Number("activation.mental");
        _activationOwn = parameters.Number("activation.own_share");
        _levelShare = [.. Enumerable.Range(1, 4).Select(level => parameters.Number($"activation.level.{level}"))];
        _levelFrom = [.. Enumerable.Range(1, 4).Select(level => parameters.Number($"activation.from.{level}")), 100];
    }

    /// <summary>Writes the medicines of a person and says how many are in use.</summary>
    public int AddMedicines(Sketch person, int patient, Life life, ref RandomStream random, MedicationRows rows)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (medicine, condition, share) in _medicines)
        {
            var takes = random.Chance(share);
            var onset = life.Health.Onset[condition];
            if (!takes || double.IsNaN(onset) || life.Years.Count == 0) continue;
            var start = Dates.At(person, Math.Max(onset, 0) + 0.1);
            var end = double.IsInfinity(life.Health.End[condition]) ? null : (Day?)Dates.At(person, life.Health.End[condition]);
            if (start > life.LastDay || end < start || !used.Add(medicine)) continue;
            rows.Add(patient, start, medicine, end is { } last && last <= life.LastDay ? last : null);
        }
        return used.Count;
    }

    /// <summary>Writes the measurements of a person.</summary>
    public void AddMeasurements(int patient, Life life, ref RandomStream random, MeasurementRows rows)
    {
        foreach (var measure in _measures) measure.Add(patient, life, ref random, rows);
    }

    /// <summary>Writes questionnaires of adults with a long-term condition. Scores only: the instrument is proprietary.</summary>
    public void AddActivation(Sketch person, int patient, Life life, ref RandomStream random, ActivationRows rows)
    {
        var own = random.Normal();
        foreach (var year in life.Years)
        {
            var asked = random.Chance(_activationMeasured * year.Years);
            var noise = random.Normal();
            if (!asked || year.Age < 18 || year.Conditions.And(ConditionSet.LongTerm).Count == 0) continue;
            var shift = _activationSlope * (5.5 - person.Decile) + _activationMental * (year.Conditions.And(ConditionSet.Mental).Count - 0.45);
            var quantile = MathNet.Numerics.Distributions.Normal.CDF(0, 1, (_activationOwn * own + Math.Sqrt(1 - _activationOwn * _activationOwn) * noise + shift) / ActivationSpread);
            rows.Add(patient, year.From.Plus(random.Below(year.Days)), (float)Math.Round(Score(quantile), 1));
        }
    }

    /// <summary>The score at a quantile: levels have the published shares, and scores are uniform within a level.</summary>
    private double Score(double quantile)
    {
        for (var level = 0; level < 3; level++)
        {
            if (quantile < _levelShare[level]) return _levelFrom[level] + quantile / _levelShare[level] * (_levelFrom[level + 1] - 0.1 - _levelFrom[level]);
            quantile -= _levelShare[level];
        }
        return _levelFrom[3] + Math.Min(1, quantile / _levelShare[3]) * (_levelFrom[4] - _levelFrom[3]);
    }
}
