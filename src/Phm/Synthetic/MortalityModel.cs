using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>
/// The hazard of death by age, sex, deprivation, frailty and illness. Illness shifts deaths between people; the factor of each year and
/// age group, found by a pilot, keeps their number at the published rate.
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

    public MortalityModel(SyntheticParameters parameters, int years)
    {
        Excess = [.. Enumerable.Range(0, years).Select(_ => Enumerable.Repeat(1.0, Groups).ToArray())];
        _rate = [.. SyntheticParameters.Sexes.Select(sex => Rates(parameters.Curve($"mortality.{sex}").Map(Math.Log)))];
        _slope = [.. SyntheticParameters.Sexes.Select(sex => Slopes(parameters.Curve($"mortality.deprivation.{sex}")))];
        _frailty = [1, parameters.Number("mortality.frailty.mild"), parameters.Number("mortality.frailty.moderate"), parameters.Number("mortality.frailty.severe")];
        _palliative = parameters.Number("mortality.palliative_care");
        _cancer = parameters.Number("mortality.cancer");
        _dementia = parameters.Number("mortality.dementia");
    }

    /// <summary>
    /// For each year of the records and each ten years of age, by how much illness alone would raise the hazard. Years differ because
    /// the ill die first: those who live on are healthier than the published rates of their age suppose.
    /// </summary>
    public double[][] Excess { get; }

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
    public double Hazard(Sketch person, LifeYear year) => Base(person.IsMale, person.Decile, year.Age) * Illness(year) / Excess[year.Number][Group(year.Age)];

    public static int Group(double age) => Math.Min(Groups - 1, (int)(age / 10));

    /// <summary>Deaths grow about exponentially with age, so the curve is straight between given ages on the logarithm.</summary>
    private static double[] Rates(Curve logarithm) => [.. Enumerable.Range(0, OnsetTable.OldestAge + 1).Select(age => Math.Exp(logarithm[age]))];

    private static double[] Slopes(Curve mostToLeast) => [.. Enumerable.Range(0, OnsetTable.OldestAge + 1).Select(age => Math.Log(mostToLeast.Step(age)) / 9)];
}
