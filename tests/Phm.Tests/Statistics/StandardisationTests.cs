using Phm.Populations;
using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>Direct and indirect standardisation, each number worked out from its equation in R 4.2.2 on made-up counts.</summary>
public sealed class StandardisationTests
{
    private static readonly double[] s_events = [3, 1, 0, 2, 5, 6, 8, 12, 15, 20, 31, 44, 60, 75, 98, 120, 140, 95, 60];

    private static readonly double[] s_people = [5120, 5304, 5010, 4980, 5532, 6102, 6480, 6200, 5900, 6110, 6400, 5800, 5105, 4806, 4211, 3300, 2104, 1100, 480];

    private static readonly double[] s_referenceEvents = [300, 90, 80, 250, 420, 600, 780, 1100, 1500, 2100, 3000, 4200, 6000, 7600, 9700, 11900, 13800, 9800, 6100];

    private static readonly double[] s_referencePeople = [.. Enumerable.Range(0, 19).Select(i => 500_000.0 - 22_000 * i)];

    [Fact]
    public void The_European_standard_population_has_100_000_people_in_19_groups()
    {
        var standard = StandardPopulation.European2013;
        Assert.Equal((19, 100_000, "0-4", "85-89", "90+"), (standard.Groups.Count, standard.Total, standard.Groups[0], standard.Groups[17], standard.Groups[18]));
        Assert.Equal((5_000, 7_000, 1_000), (standard.Weights[0], standard.Weights[9], standard.Weights[18]));
        Assert.Equal((18, 100_000, "80-84", "85+", 2_500), (StandardPopulation.European2013To85.Groups.Count, StandardPopulation.European2013To85.Total, StandardPopulation.European2013To85.Groups[16], StandardPopulation.European2013To85.Groups[17], StandardPopulation.European2013To85.Weights[17]));
    }

    [Fact]
    public void The_groups_of_the_standard_are_the_age_bands_of_populations()
    {
        Assert.Equal(AgeBands.FiveYears().Names, StandardPopulation.European2013.Groups);
        Assert.Equal(AgeBands.FiveYears(last: 85).Names, StandardPopulation.European2013To85.Groups);
    }

    [Fact]
    public void A_directly_standardised_rate_with_the_interval_of_Dobson_agrees_with_R_in_12_digits()
    {
        var rate = DirectlyStandardisedRate.Of(s_events, s_people);
        Digits.AtLeast(12, [1002.058745327513, 36.21359886340633, 932.3048510810042, 1075.574272301866], [rate.Value, rate.StandardError, rate.Interval().Low, rate.Interval().High]);
        Digits.AtLeast(12, [893.7915314430585, 1119.000126850194], [rate.Interval(0.998).Low, rate.Interval(0.998).High]);
        var to85 = DirectlyStandardisedRate.Of(To85(s_events), To85(s_people), StandardPopulation.European2013To85);
        Digits.AtLeast(12, [992.7664553390208, 924.3283983639641, 1064.895185612368], [to85.Value, to85.Interval().Low, to85.Interval().High]);
    }

    [Fact]
    public void Few_events_take_exact_limits_and_are_marked()
    {
        var few = DirectlyStandardisedRate.Of([1, 2, 4], [1_000, 2_000, 1_500], StandardPopulation.Of("three", ["young", "middle", "old"], [5, 3, 2]));
        Digits.AtLeast(12, [133.3333333333333, 60.50711620223782, 37.60974050625047, 303.0865065676294], [few.Value, few.StandardError, few.Interval().Low, few.Interval().High]);
        Assert.False(few.HasEnoughEvents);
        Assert.Contains("no events", Assert.Throws<DataException>(() => DirectlyStandardisedRate.Of([0, 0], [5, 5], StandardPopulation.Of("two", ["a", "b"], [1, 1])).Interval()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_with_the_structure_of_the_standard_has_its_crude_rate_and_interval()
    {
        double[] people = [.. StandardPopulation.European2013.Weights.Select(weight => weight * 0.37)];
        var (standardised, crude) = (DirectlyStandardisedRate.Of(s_events, people), Rate.Of(s_events.Sum(), people.Sum()));
        Digits.AtLeast(13, [crude.Value, crude.Interval().Low, crude.Interval().High], [standardised.Value, standardised.Interval().Low, standardised.Interval().High]);
    }

    [Fact]
    public void An_indirectly_standardised_ratio_and_rate_agree_with_R_in_12_digits()
    {
        var ratio = StandardisedRatio.Of(795, s_people, s_referenceEvents, s_referencePeople);
        Digits.AtLeast(12, [1343.187674190975, 0.5918755921273938, 0.5514418777933424, 0.6344897837636833], [ratio.Expected, ratio.Value, ratio.Interval().Low, ratio.Interval().High]);
        var rate = IndirectlyStandardisedRate.Of(795, s_people, s_referenceEvents, s_referencePeople);
        Digits.AtLeast(12, [1382.363192750087, 818.1870332440725, 762.2929548025082, 877.0953232508776], [rate.ReferenceRate, rate.Value, rate.Interval().Low, rate.Interval().High]);
        var few = StandardisedRatio.Of(7, 3.2, per: 100).Interval();
        Digits.AtLeast(12, [87.94884535999584, 450.7086050531993], [few.Low, few.High]);
    }

    [Fact]
    public void The_reference_has_a_ratio_of_1_to_itself() =>
        Assert.Equal(1, StandardisedRatio.Of(s_referenceEvents.Sum(), s_referencePeople, s_referenceEvents, s_referencePeople).Value, 13);

    [Fact]
    public void What_does_not_fit_together_is_refused_by_name()
    {
        Refused("standard population 'European", () => DirectlyStandardisedRate.Of([1, 2], [10, 20]));
        Refused("populations", () => DirectlyStandardisedRate.Of(s_events, [.. s_people.Skip(1)]));
        Refused("group 3", () => DirectlyStandardisedRate.Of(s_events, [10, 10, 0, .. s_people.Skip(3)]));
        Refused("group 1", () => DirectlyStandardisedRate.Of([-1, .. s_events.Skip(1)], s_people));
        Refused("no group", () => DirectlyStandardisedRate.Of([], []));
        Refused("NaN", () => StandardisedRatio.Of(3, [double.NaN], [1], [1]));
        Refused("No event is expected", () => StandardisedRatio.Of(3, [5], [0], [1]));
        Refused("'a' twice", () => StandardPopulation.Of("x", ["a", "a"], [1, 2]));
        Refused("names", () => StandardPopulation.Of("x", ["a"], [1, 2]));
        Refused("group 2", () => StandardPopulation.Of("x", ["a", "b"], [1, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardPopulation.European2013.WithLastGroup("95+", 20));
    }

    private static void Refused(string found, Func<object> make) => Assert.Contains(found, Assert.Throws<DataException>(make).Message, StringComparison.Ordinal);

    private static double[] To85(double[] groups) => [.. groups.Take(17), groups[17] + groups[18]];
}
