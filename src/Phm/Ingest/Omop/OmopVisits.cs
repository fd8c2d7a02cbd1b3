using Phm.Costing;
using Phm.Populations;

namespace Phm.Ingest.Omop;

/// <summary>Reads visits and their costs as activity.</summary>
internal sealed class OmopVisits(OmopConcepts concepts, PatientIndex patients)
{
    private const long MaxPence = 2_000_000_000;

    private readonly List<OmopVisit> _visits = [];
    private readonly Dictionary<long, bool> _isKept = [];
    private readonly Dictionary<long, long> _pence = [];
    private readonly HashSet<(int Patient, Day Day)> _emergencies = [];
    private readonly OmopTally _elective = new();
    private readonly OmopTally _priced = new();
    private readonly OmopTally _placeholders = new();

    public IReadOnlyList<QualityFinding> Findings =>
    [
        .. _elective.Find("Inpatient visit without sign of an emergency", "activity", "Counted as elective or day case: emergency admissions are understated where visits do not tell the route."),
        .. _priced.Find("Priced by unit cost", "activity", "The data have no cost of any visit; spend is unit costs times use."),
        .. _placeholders.Find("Priced by a placeholder", "activity", "No source gives this unit cost: set your own before a sum is believed."),
    ];

    public void ReadVisits(CsvTable csv)
    {
        var s = OmopSchema.Visit.Columns;
        var c = s.Select(csv.Column).ToArray();
        var person = new PersonCell(csv, patients, OmopSchema.Person.Name);
        while (csv.Read())
        {
            if (!person.Read(c[0], s[0]) || !csv.OptionalWhole(c[1], s[1], out var id) || !csv.OptionalWhole(c[2], s[2], out var concept)
                || !csv.Date(c[3], s[3], out var start) || !csv.OptionalDate(c[4], s[4], out var end) || !csv.OptionalText(c[5], s[5], out var careSite)
                || !csv.OptionalWhole(c[6], s[6], out var from) || !csv.OptionalText(c[7], s[7], out var fromText) || !csv.EndsAfter(start, end, s[4].Name)) continue;
            if (id is not { } visitId) csv.Reject(s[1].Name, "nothing", s[1].Expected, "Fill the cell or leave the row out.");
            else if (!_isKept.TryAdd(visitId, OmopVisit.IsKnown(concept))) csv.Reject(s[1].Name, "an identifier that stands in an earlier row", "each visit once", "Remove the duplicate.");
            else if (!OmopVisit.IsKnown(concept)) csv.LeaveOut("visit of a kind that has no point of delivery");
            else
            {
                csv.Keep();
                var visit = new OmopVisit(visitId, person.Patient, concept!.Value, start, end ?? start, careSite, OmopVisit.IsEmergencyRoute(from, fromText));
                _visits.Add(visit);
                if (visit.IsEmergencyRoom) _emergencies.Add((visit.Patient, visit.Start));
            }
        }
    }

    public void ReadCosts(CsvTable csv)
    {
        var s = OmopSchema.Cost.Columns;
        var c = s.Select(csv.Column).ToArray();
        while (csv.Read())
        {
            if (!csv.OptionalWhole(c[0], s[0], out var visit) || !csv.Text(c[1], s[1], out var domain) || !csv.OptionalWhole(c[2], s[2], out var currency)
                || !csv.OptionalPence(c[3], s[3], out var paid) || !csv.OptionalPence(c[4], s[4], out var cost)) continue;
            if (!domain.StartsWith("visit", StringComparison.OrdinalIgnoreCase) || domain.Contains("detail", StringComparison.OrdinalIgnoreCase)) csv.LeaveOut("cost of something other than a visit");
            else if (visit is not { } id || !_isKept.TryGetValue(id, out var kept)) csv.Reject(s[0].Name, "a visit without a row in visit_occurrence", "a visit of the table visit_occurrence", "Add the visit or leave the row out.");
            else if (!kept) csv.LeaveOut("cost of a visit that was left out");
            else if (concepts.IsForeign(currency)) csv.LeaveOut("cost in another currency than pounds");
            else if ((paid ?? cost) is not { } pence) csv.LeaveOut("cost without an amount paid or a total cost");
            else if (_pence.GetValueOrDefault(id) + pence > MaxPence) csv.Reject(null, "costs of one visit that add up to more than £20,000,000", "a cost up to £20,000,000", "Check the currency and the duplicates.");
            else
            {
                csv.Keep();
                _pence[id] = _pence.GetValueOrDefault(id) + pence;
            }
        }
    }

    /// <summary>Adds the visits as activity, priced by their own costs or, where the data have none at all, by unit costs.</summary>
    public void AddTo(ActivityRows rows, UnitCosts unitCosts)
    {
        foreach (var visit in _visits)
        {
            var emergency = visit.FromEmergency || _emergencies.Contains((visit.Patient, visit.Start))
                || (visit.Start > Day.Earliest && _emergencies.Contains((visit.Patient, visit.Start.Plus(-1))));
            var point = visit.PointWhen(emergency);
            if (point is PointOfDelivery.ElectiveAdmission or PointOfDelivery.DayCase) _elective.Add(visit.Patient);
            rows.Add(visit.Patient, visit.Start, point, visit.EndOf(point), PenceOf(visit, point, unitCosts), provider: visit.CareSite);
        }
    }

    private int? PenceOf(OmopVisit visit, PointOfDelivery point, UnitCosts unitCosts)
    {
        if (_pence.Count > 0) return _pence.TryGetValue(visit.Id, out var pence) ? (int)pence : null;
        if (unitCosts.CostOf(point, visit.Nights) is not { } unit) return null;
        _priced.Add(visit.Patient);
        if (unit.Status == UnitCostStatus.Placeholder) _placeholders.Add(visit.Patient);
        return (int)(unit.Pounds * 100m);
    }
}
