using Phm.Populations;

namespace Phm.Synthetic;

/// <summary>All models of the generator, fitted to the parameters; it is made once and read by every thread.</summary>
internal sealed class SyntheticModel
{
    private readonly SyntheticParameters _parameters;
    private readonly IReadOnlyList<ConditionModel> _conditions;
    private readonly IReadOnlyList<DeficitModel> _deficits;
    private readonly Deficit?[] _deficitOfCondition;
    private readonly Curve _careHome;
    private readonly double _careHomeDementia;
    private readonly Curve _pregnancy;

    public SyntheticModel(SyntheticOptions options, SyntheticParameters parameters)
    {
        _parameters = parameters;
        Geography = SyntheticGeography.Make(options, parameters);
        _conditions = ConditionModel.All(parameters);
        _deficits = DeficitModel.All(parameters);
        _deficitOfCondition = DeficitModel.OfCondition(parameters);
        Mortality = new MortalityModel(parameters, options.Years);
        Use = new UseModel(parameters, options.Years);
        Treatment = new TreatmentModel(parameters);
        MedicineSpread = parameters.Number("cost.medicine_spread");
        _careHome = parameters.Curve("population.care_home");
        _careHomeDementia = parameters.Number("population.care_home.dementia");
        _pregnancy = parameters.Curve("pregnancy.rate");
    }

    public SyntheticGeography Geography { get; }

    public MortalityModel Mortality { get; }

    public UseModel Use { get; }

    public TreatmentModel Treatment { get; }

    public double MedicineSpread { get; }

    public Life NewLife(SyntheticOptions options) => new(options, _parameters, Mortality, new Health(_conditions, _deficits, _deficitOfCondition, _parameters));

    public double PregnancyRate(double age) => _pregnancy.Step(age);

    /// <summary>Whether a person lives in a care home in the years of the records; people with dementia far oftener.</summary>
    public bool LivesInCareHome(Sketch person, Life life, ref RandomStream random)
    {
        var uniform = random.Uniform();
        if (life.Years.Count == 0) return false;
        // Of all days of the records, those in the middle speak for the whole: at the first, many residents would be dead by the last.
        var year = life.Years[life.Years.Count / 2];
        var share = _careHome.Step(year.Age);
        var dementia = year.Conditions.Contains(Condition.Dementia);
        // Dementia has about 2% of people at 75 and 15% at 85: the share of the others shrinks so that the mean stays.
        var ofThoseAges = year.Age >= 85 ? 0.17 : year.Age >= 75 ? 0.06 : 0.015;
        return uniform < share * (dementia ? _careHomeDementia : 1) / (1 + ofThoseAges * (_careHomeDementia - 1));
    }
}
