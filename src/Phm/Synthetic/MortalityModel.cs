using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>
/// The hazard of death by age, sex, deprivation, frailty and illness. Illness shifts deaths between people; the factor of each age
/// group, found by a pilot, keeps their number at the published rate.
/// </summary>
internal sealed class MortalityModel
{
    public const int Groups = 11;

    private readonly double[][] _rate;
    private readonly double[][] _slope;
    private readonly double[] _frailty;
    private readonly double _palliative;
    private readonly double _cancer;
    private readonly double _dementia;

    public MortalityModel(SyntheticParameters parameters)
    {
        _rate = [.. SyntheticParameters.Sexes.Select(sex => Tabulate(age => Math.Exp(parameters.Curve($"mortality.{sex}").Map(Math.Log)[age])))];
        _slope = [.. SyntheticParameters.Sexes.Select(sex => Tabulate(age => Math.Log(parameters.Curve($"mortality.deprivation.{sex}").Step(age)) / 9))];
        _frailty = [1, parameters.Number("mortality.frailty.mild"), parameters.Number("mortality.frailty.moderate"), parameters.Number("mortality.frailty.severe")];
        _palliative = parameters.Number("mortality.palliative_care");
        _cancer = parameters.Number("mortality.cancer");
        _dementia = parameters.Number("mortality.dementia");
    }

    /// <summary>For each ten years of age, by how much illness alone would raise the number of deaths.</summary>
    public double[] Excess { get; } = [.. Enumerable.Repeat(1.0, Groups)];

    /// <summary>Published deaths a person-year.</summary>
    public double Base(bool isMale, int decile, double age)
    {
        var year = Math.Min(OnsetTable.OldestAge, (int)age);
        return _rate[isMale ? 1 : 0][year] * Math.Exp(_slope[isMale ? 1 : 0][year] * (5.5 - decile));
    }

    /// <summary>How many times likelier death is with an illness than without.</summary>
    public double Illness(LifeYear year) => _frailty[year.Frailty]
        * (year.Conditions.Contains(Condition.PalliativeCare) ? _palliative : 1)
        * (year.Conditions.Contains(Condition.Cancer) ? _cancer : 1)
        * (year.Conditions.Contains(Condition.Dementia) ? _dementia : 1);

    /// <summary>Deaths a person-year of this person.</summary>
    public double Hazard(Sketch person, LifeYear year) => Base(person.IsMale, person.Decile, year.Age) * Illness(year) / Excess[Group(year.Age)];

    public static int Group(double age) => Math.Min(Groups - 1, (int)(age / 10));

    private static double[] Tabulate(Func<double, double> value) => [.. Enumerable.Range(0, OnsetTable.OldestAge + 1).Select(age => value(age))];
}
