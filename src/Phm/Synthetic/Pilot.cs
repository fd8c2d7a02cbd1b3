using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>
/// A small population that is lived once before the real one, to find what no formula gives: by how much illness raises deaths at each
/// age, and the scale at which each service has its published rate a head. Its seed and size are fixed, so every population of one
/// set of parameters shares the same scales.
/// </summary>
internal static class Pilot
{
    private const int People = 40_000;
    private const ulong Seed = 20_180_401;

    public static void Calibrate(SyntheticModel model, SyntheticParameters parameters)
    {
        var options = new SyntheticOptions { People = People, Seed = Seed, Years = 1 };
        var people = new Demography(parameters, options, SyntheticGeography.Make(options)).Draw(Purpose.Pilot);
        CalibrateDeaths(model, options, people);
        CalibrateUse(model, options, people);
    }

    private static void CalibrateDeaths(SyntheticModel model, SyntheticOptions options, Sketch[] people)
    {
        var published = new double[MortalityModel.Groups];
        var raised = new double[MortalityModel.Groups];
        foreach (var (person, year) in Years(model, options, people))
        {
            var hazard = model.Mortality.Base(person.IsMale, person.Decile, year.Age) * year.Years;
            published[MortalityModel.Group(year.Age)] += hazard;
            raised[MortalityModel.Group(year.Age)] += hazard * model.Mortality.Illness(year);
        }
        for (var group = 0; group < published.Length; group++)
        {
            if (published[group] > 0) model.Mortality.Excess[group] = raised[group] / published[group];
        }
    }

    private static void CalibrateUse(SyntheticModel model, SyntheticOptions options, Sketch[] people)
    {
        var lived = Years(model, options, people).ToArray();
        var years = lived.Sum(entry => entry.Year.Years);
        var emergency = model.Use.Services.First(service => service.Point == PointOfDelivery.EmergencyAdmission).PerHead;
        foreach (var service in model.Use.Services)
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
            // The attendances with which admissions begin come with the admissions.
            var own = service.Point == PointOfDelivery.AccidentAndEmergency ? service.PerHead - model.Use.ViaAccidentAndEmergency * emergency : service.PerHead;
            service.Scale = own * years / curve.Sum();
        }
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
