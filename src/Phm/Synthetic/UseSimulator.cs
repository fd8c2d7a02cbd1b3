using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>Turns a person's years into rows of activity, sorted by date.</summary>
internal sealed class UseSimulator(UseModel model, SyntheticGeography geography, ulong seed)
{
    private readonly List<Contact> _contacts = [];
    private readonly double _costSpread = model.Cost["spread"];

    /// <summary>Writes the activity of a person.</summary>
    public void Run(Sketch person, int patient, Life life, int medicines, double medicineCost, bool careHome, ActivityRows rows)
    {
        var random = new RandomStream(seed, person.Stream, Purpose.Use);
        Span<double> propensity = stackalloc double[model.Services.Count];
        for (var s = 0; s < propensity.Length; s++) propensity[s] = random.Gamma(model.Services[s].Dispersion);
        var hospital = HospitalOf(person.Practice, ref random);
        _contacts.Clear();
        foreach (var year in life.Years)
        {
            for (var s = 0; s < propensity.Length; s++)
            {
                var service = model.Services[s];
                var count = random.Poisson(service.Expected(person, year) * propensity[s]);
                for (var i = 0; i < count; i++) Add(service, person, year, hospital, ref random);
            }
            AddPrescribing(person, year, medicines, medicineCost, ref random);
            AddSocialCare(year, careHome, ref random);
        }
        PartStays(life.LastDay);
        foreach (var contact in _contacts) rows.Add(patient, contact.Date, contact.Point, contact.End, contact.Pence, contact.Attended, contact.Diagnosis, contact.Provider);
    }

    private static int ByDate(Contact a, Contact b)
    {
        var byDate = a.Date.CompareTo(b.Date);
        if (byDate != 0) return byDate;
        var byPoint = a.Point.CompareTo(b.Point);
        return byPoint != 0 ? byPoint : a.Pence.CompareTo(b.Pence);
    }

    private void Add(ServiceModel service, Sketch person, LifeYear year, string hospital, ref RandomStream random)
    {
        var day = year.Pick(ref random, service.LastMonths);
        switch (service.Point)
        {
            case PointOfDelivery.GeneralPractice:
                _contacts.Add(new(day, service.Point, Pence: Pence("gp", ref random), Provider: geography.Geography.Practices[person.Practice].Code));
                break;
            case PointOfDelivery.AccidentAndEmergency:
                _contacts.Add(new(day, service.Point, Pence: Pence("ae", ref random), Provider: hospital));
                break;
            case PointOfDelivery.EmergencyAdmission:
                AddEmergency(day, year, hospital, ref random);
                break;
            case PointOfDelivery.ElectiveAdmission:
                var nights = Math.Max(1, (int)Math.Round(model.ElectiveMean * random.LogNormal(model.ElectiveSpread)));
                _contacts.Add(new(day, service.Point, day.Plus(nights), Pence("elective", ref random), null, model.ElectiveDiagnoses.Pick(ref random, year.Conditions), hospital));
                break;
            case PointOfDelivery.DayCase:
                _contacts.Add(new(day, service.Point, day, Pence("day_case", ref random), null, model.ElectiveDiagnoses.Pick(ref random, year.Conditions), hospital));
                break;
            case PointOfDelivery.Outpatient:
                var odds = model.Missed / (1 - model.Missed) * Math.Exp(model.MissedSlope * (5.5 - person.Decile));
                var missed = random.Chance(odds / (1 + odds));
                _contacts.Add(new(day, service.Point, Pence: missed ? 0 : Pence("outpatient", ref random), Attended: !missed, Provider: hospital));
                break;
            case PointOfDelivery.Community:
                _contacts.Add(new(day, service.Point, Pence: Pence("community", ref random), Provider: "COMMUNITY"));
                break;
            default:
                _contacts.Add(new(day, service.Point, Pence: Pence("mental_health", ref random), Provider: "MENTAL"));
                break;
        }
    }

    private void AddEmergency(Day day, LifeYear year, string hospital, ref RandomStream random)
    {
        var nights = random.Chance(model.ZeroDay) ? 0 : Math.Max(1, (int)Math.Round(model.StayMean * model.StayAge[year.Age] * random.LogNormal(model.StaySpread)));
        nights = Math.Min(nights, 365);
        var pounds = nights <= 1 ? model.Cost["emergency_short"] : Math.Max(model.Cost["emergency_short"], model.Cost["emergency_long"] + model.Cost["bed_day"] * (nights - model.StayMean));
        if (random.Chance(model.ViaAccidentAndEmergency)) _contacts.Add(new(day, PointOfDelivery.AccidentAndEmergency, Pence: Pence("ae", ref random), Provider: hospital));
        _contacts.Add(new(day, PointOfDelivery.EmergencyAdmission, day.Plus(nights), (int)Math.Round(100 * pounds * random.LogNormal(_costSpread)), null,
            model.EmergencyDiagnoses.Pick(ref random, year.Conditions), hospital));
    }

    /// <summary>One row a quarter for all regular medicines together.</summary>
    private void AddPrescribing(Sketch person, LifeYear year, int medicines, double medicineCost, ref RandomStream random)
    {
        if (medicines == 0) return;
        for (var day = year.From; day <= year.To; day = day.Plus(91))
        {
            var pounds = model.Cost["medicine_quarter"] * medicines * medicineCost * random.LogNormal(model.QuarterSpread);
            _contacts.Add(new(day, PointOfDelivery.Prescribing, Pence: (int)Math.Round(100 * pounds), Provider: geography.Geography.Practices[person.Practice].Code));
            if (Day.Latest.DaysSince(day) < 91) break;
        }
    }

    private void AddSocialCare(LifeYear year, bool careHome, ref RandomStream random)
    {
        var atHome = !careHome && year.Age >= 65 && random.Chance(model.CareAtHome[year.Frailty]);
        if (!careHome && !atHome) return;
        var weekly = model.Cost[careHome ? "care_home_week" : "home_care_week"];
        for (var day = year.From; day <= year.To; day = day.Plus(91))
        {
            var weeks = Math.Min(91, year.To.DaysSince(day) + 1) / 7.0;
            _contacts.Add(new(day, PointOfDelivery.SocialCare, Pence: (int)Math.Round(100 * weekly * weeks * random.LogNormal(model.QuarterSpread)), Provider: "SOCIAL"));
        }
    }

    /// <summary>No one is in two beds: a stay ends at the latest when the next begins, or with the records or life.</summary>
    private void PartStays(Day lastDay)
    {
        _contacts.Sort(ByDate);
        var next = lastDay;
        for (var i = _contacts.Count - 1; i >= 0; i--)
        {
            if (_contacts[i].End is not { } end) continue;
            if (end > next) _contacts[i] = _contacts[i] with { End = next };
            next = _contacts[i].Date;
        }
    }

    private string HospitalOf(int practice, ref RandomStream random)
    {
        var place = geography.Geography.UnitOf(practice, Level.Place);
        return random.Chance(model.OwnHospital) ? $"HOSPITAL{place + 1}" : "HOSPITAL0";
    }

    private int Pence(string cost, ref RandomStream random) => (int)Math.Round(100 * model.Cost[cost] * random.LogNormal(_costSpread));
}
