using Phm.Disclosure;
using Phm.Populations;

namespace Phm.Measures;

/// <summary>What can be asked of any population, at the population.</summary>
public static class PopulationMeasures
{
    /// <summary>How many people are of each age band and sex. See <see cref="AgeSexStructure"/>.</summary>
    public static AgeSexStructure AgeAndSex(this Population population, Period period, AgeBands? bands = null, DisclosurePolicy? policy = null) =>
        AgeSexStructure.Of(population, period, bands, policy);

    /// <summary>How many people live with each condition. See <see cref="ConditionPrevalence"/>.</summary>
    public static ConditionPrevalence Conditions(this Population population, Period period, DisclosurePolicy? policy = null) =>
        ConditionPrevalence.Of(population, period, policy);

    /// <summary>Who used each service, how often and at what cost. See <see cref="ServiceUse"/>.</summary>
    public static ServiceUse Services(this Population population, Period period, DisclosurePolicy? policy = null) => ServiceUse.Of(population, period, policy);
}
