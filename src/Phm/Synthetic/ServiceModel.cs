using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>How often people use a service: a rate by age and sex, raised by illness, frailty, deprivation and the nearness of death.</summary>
internal sealed class ServiceModel
{
    private const int MaxPhysical = 6;
    private const int MaxMental = 3;

    private readonly double[][] _age;
    private readonly double[] _physical;
    private readonly double[] _mental;
    private readonly double[] _frailty;
    private readonly double[] _deprivation;
    private readonly double _seriousMentalIllness;

    public ServiceModel(PointOfDelivery point, SyntheticParameters parameters, int years)
    {
        var name = $"service.{point.Code()}";
        Point = point;
        Scale = [.. Enumerable.Repeat(1.0, years)];
        PerHead = parameters.Number($"{name}.per_head");
        Dispersion = parameters.Number($"{name}.dispersion");
        LastMonths = parameters.Number($"{name}.last_months");
        _age = [.. SyntheticParameters.Sexes.Select(sex => parameters.Curve($"{name}.age.{sex}")).Select(curve => Enumerable.Range(0, OnsetTable.OldestAge + 1).Select(age => curve[age]).ToArray())];
        _physical = [.. Enumerable.Range(0, MaxPhysical + 1).Select(count => Math.Pow(parameters.Number($"{name}.physical"), count))];
        _mental = [.. Enumerable.Range(0, MaxMental + 1).Select(count => Math.Pow(parameters.Number($"{name}.mental"), count))];
        _frailty = [1, parameters.Number($"{name}.frailty.mild"), parameters.Number($"{name}.frailty.moderate"), parameters.Number($"{name}.frailty.severe")];
        var slope = Math.Log(parameters.Number($"{name}.deprivation")) / 9;
        _deprivation = [.. Enumerable.Range(1, 10).Select(decile => Math.Exp(slope * (5.5 - decile)))];
        _seriousMentalIllness = parameters.Has($"{name}.smi") ? parameters.Number($"{name}.smi") : 1;
    }

    public PointOfDelivery Point { get; }

    /// <summary>Published or assumed rows a head and year.</summary>
    public double PerHead { get; }

    /// <summary>Gamma shape of what is left between people after age, sex, illness and deprivation.</summary>
    public double Dispersion { get; }

    /// <summary>By how much the rate is raised in the last six months of life.</summary>
    public double LastMonths { get; }

    /// <summary>
    /// For each year of the records, what the rate is multiplied by so that the mean of the population is <see cref="PerHead"/>; found by
    /// a pilot. One scale for all years would let use fall from year to year, as the ill die first.
    /// </summary>
    public double[] Scale { get; }

    /// <summary>
    /// For each ten years of age, by how much illness, frailty and deprivation alone would raise the rate above the published curve,
    /// which has them in it already; found by a pilot.
    /// </summary>
    public double[] Excess { get; } = [.. Enumerable.Repeat(1.0, MortalityModel.Groups)];

    /// <summary>Rows of a year of life by the published curve of age and sex alone.</summary>
    public double Curve(Sketch person, LifeYear year) => _age[person.IsMale ? 1 : 0][Math.Min(OnsetTable.OldestAge, (int)year.Age)] * year.Years;

    /// <summary>Expected rows of a person in a year of life.</summary>
    public double Expected(Sketch person, LifeYear year)
    {
        var mental = year.Conditions.And(ConditionSet.Mental).Count;
        var physical = year.Conditions.And(ConditionSet.LongTerm).Count - mental;
        var rate = Scale[year.Number] / Excess[MortalityModel.Group(year.Age)] * _age[person.IsMale ? 1 : 0][Math.Min(OnsetTable.OldestAge, (int)year.Age)]
            * _physical[Math.Clamp(physical, 0, MaxPhysical)] * _mental[Math.Min(mental, MaxMental)]
            * _frailty[year.Frailty] * _deprivation[person.Decile - 1]
            * (year.Conditions.Contains(Condition.SeriousMentalIllness) ? _seriousMentalIllness : 1);
        return rate * (year.Days - year.LastMonths + year.LastMonths * LastMonths) / 365.25;
    }
}
