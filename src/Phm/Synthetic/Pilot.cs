using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>
/// A small population that is lived once before the real one, to find what no formula gives: by how much illness raises deaths at each
/// age, and the scale at which each service has its published rate a head. Its seed and size are fixed, so every population of one
/// set of parameters and as many years shares the same scales.
/// </summary>
internal static class Pilot
{
    private const int People = 40_000;
    private const ulong Seed = 20_180_401;

    public static void Calibrate(SyntheticModel model, SyntheticParameters parameters, int years)
    {
        var options = new SyntheticOptions { People = People, Seed = Seed, Years = years };
        var people = new Demography(parameters, options, SyntheticGeography.Make(options, parameters)).Draw(Purpose.Pilot);
        for (var year = 0; year < years; year++) CalibrateDeaths(model, options, people, year);
        CalibrateUse(model, options, people);
    }

    /// <summary>
    /// Finds the factors of a year when those of the years before are known, since who is left depends on who died. No one dies in the
    /// year itself, so that everyone is seen for as long as they were at risk.
    /// </summary>
    private static void CalibrateDeaths(SyntheticModel model, SyntheticOptions options, Sketch[] people, int number)
    {
        var excess = model.Mortality.Excess[number];
        Array.Fill(excess, double.PositiveInfinity);
        var risks = Enumerable.Range(0, MortalityModel.Groups).Select(_ => new List<(double Published, double Raised)>()).ToArray();
        foreach (var (person, year) in Years(model, options, people))
        {
            if (year.Number != number) continue;
            var hazard = model.Mortality.Base(person.IsMale, person.Decile, year.Age) * year.Years;
            risks[MortalityModel.Group(year.Age)].Add((hazard, hazard * model.Mortality.Illness(year)));
        }
        for (var group = 0; group < risks.Length; group++) excess[group] = risks[group].Count > 0 ? ExcessOf(risks[group]) : 1;
    }

    /// <summary>
    /// What hazards must be divided by for the published number of deaths. It is found by halving, because a hazard that is raised far
    /// enough kills a person only once.
    /// </summary>
    private static double ExcessOf(List<(double Published, double Raised)> risks)
    {
        var published = risks.Sum(risk => 1 - Math.Exp(-risk.Published));
        var (low, high) = (-10.0, 10.0);
        for (var step = 0; step < 40; step++)
        {
            var middle = (low + high) / 2;
            var divisor = Math.Exp(middle);
            if (risks.Sum(risk => 1 - Math.Exp(-risk.Raised / divisor)) > published) low = middle;
            else high = middle;
        }
        return Math.Exp((low + high) / 2);
    }

    private static void CalibrateUse(SyntheticModel model, SyntheticOptions options, Sketch[] people)
    {
        var lived = Years(model, options, people).ToArray();
        var emergency = model.Use.Services.First(service => service.Point == PointOfDelivery.EmergencyAdmission).PerHead;
        foreach (var service in model.Use.Services)
        {
            // The attendances with which admissions begin come with the admissions.
            var own = service.Point == PointOfDelivery.AccidentAndEmergency ? service.PerHead - model.Use.ViaAccidentAndEmergency * emergency : service.PerHead;
            CalibrateExcess(service, lived);
            CalibrateScale(service, own, lived);
        }
    }

    private static void CalibrateExcess(ServiceModel service, (Sketch Person, LifeYear Year)[] lived)
    {
        var curve = new double[MortalityModel.Groups];
        var raised = new double[MortalityModel.Groups];
        foreach (var (person, year) in lived)
        {
            curve[MortalityModel.Group(year.Age)] += service.Curve(person, year);
            raised[MortalityModel.Group(year.Age)] += service.Expected(person, year);
        }
        for (var group = 0; group < curve.Length; group++)
        {
            if (curve[group] > 0) service.Excess[group] = raised[group] / curve[group];
        }
    }

    private static void CalibrateScale(ServiceModel service, double perHead, (Sketch Person, LifeYear Year)[] lived)
    {
        var years = new double[service.Scale.Length];
        var expected = new double[service.Scale.Length];
        foreach (var (person, year) in lived)
        {
            years[year.Number] += year.Years;
            expected[year.Number] += service.Expected(person, year);
        }
        for (var year = 0; year < years.Length; year++) service.Scale[year] = perHead * years[year] / expected[year];
    }

    private static IEnumerable<(Sketch Person, LifeYear Year)> Years(SyntheticModel model, SyntheticOptions options, Sketch[] people)
    {
        var life = model.NewLife(options);
        foreach (var person in people)
        {
            life.Run(person);
            foreach (var year in life.Years) yield return (person, year);
        }
    }
}
