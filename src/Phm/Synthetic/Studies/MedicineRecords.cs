using Phm.Costing;
using Phm.Populations;

namespace Phm.Synthetic.Studies;

/// <summary>
/// Regular medicines, one row a year for all of a person: no outcome of the study, but a record on every day of all years, so that the data are seen to
/// cover the windows of the first and the last questionnaires too.
/// </summary>
internal sealed class MedicineRecords(SyntheticParameters parameters)
{
    private const int YearDays = 365;

    private readonly Period _records = StudyFrame.Records(parameters);
    private readonly double _itemsPerCondition = parameters.Number("medicines.items_per_condition");
    private readonly decimal _poundsPerItem = UnitCosts.Published.CostOf(PointOfDelivery.Prescribing)?.Pounds ?? 0;

    /// <summary>Writes the years of a person; their medicines are those of the conditions at the first questionnaire.</summary>
    public void Write(StudyPerson person, int patient, string practice, ref RandomStream random, ActivityRows rows)
    {
        var items = (int)Math.Round(_itemsPerCondition * (person.First.Physical + person.First.Mental));
        var start = random.Below(YearDays);
        if (items == 0) return;
        for (var day = start; day < _records.Days; day += YearDays)
            rows.Add(patient, _records.First.Plus(day), PointOfDelivery.Prescribing, pence: (int)Math.Round(100 * items * _poundsPerItem), provider: practice);
    }
}
