using Phm.Statistics;

namespace Phm.Tests.Statistics;

/// <summary>Adjusted p values against <c>p.adjust</c> of R 4.2.2, in 12 digits.</summary>
public sealed class MultipleComparisonsTests
{
    private static readonly double[] s_p = [0.01, 0.02, 0.03, 0.005, 0.2, 0.0001, 0.04, 0.04, 0.9, 1];

    [Theory]
    [InlineData(Adjustment.Bonferroni, 0.1, 0.2, 0.3, 0.05, 1.0, 0.001, 0.4, 0.4, 1.0, 1.0)]
    [InlineData(Adjustment.Holm, 0.08, 0.14, 0.18, 0.045, 0.6, 0.001, 0.2, 0.2, 1.0, 1.0)]
    [InlineData(Adjustment.Hochberg, 0.08, 0.14, 0.16, 0.045, 0.6, 0.001, 0.16, 0.16, 1.0, 1.0)]
    [InlineData(Adjustment.BenjaminiHochberg, 0.0333333333333333, 0.05, 0.0571428571428571, 0.025, 0.25, 0.001, 0.0571428571428571, 0.0571428571428571, 1.0, 1.0)]
    [InlineData(Adjustment.BenjaminiYekutieli, 0.0976322751322751, 0.146448412698413, 0.167369614512472, 0.0732242063492063, 0.732242063492063, 0.00292896825396825, 0.167369614512472, 0.167369614512472, 1.0, 1.0)]
    public void Every_adjustment_agrees_with_R(Adjustment adjustment, params double[] expected) => Digits.AtLeast(12, expected, MultipleComparisons.Adjust(s_p, adjustment));

    [Fact]
    public void Adjusted_values_keep_their_order_and_never_fall_below_the_given_ones()
    {
        var random = new Random(5);
        var p = Enumerable.Range(0, 200).Select(_ => Math.Pow(random.NextDouble(), 3)).ToArray();
        foreach (var adjustment in Enum.GetValues<Adjustment>())
        {
            var adjusted = MultipleComparisons.Adjust(p, adjustment);
            Assert.All(p.Zip(adjusted), pair => Assert.InRange(pair.Second, pair.First, 1));
            var ordered = p.Zip(adjusted).OrderBy(pair => pair.First).Select(pair => pair.Second).ToArray();
            Assert.Equal(ordered.Order(), ordered);
        }
        Assert.Empty(MultipleComparisons.Adjust([], Adjustment.Holm));
        Assert.Equal([0.03], MultipleComparisons.Adjust([0.03], Adjustment.Bonferroni));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void What_is_no_p_value_is_refused_with_its_place(double wrong)
    {
        Assert.Contains("p value 2 of 3", Assert.Throws<DataException>(() => MultipleComparisons.Adjust([0.1, wrong, 0.2], Adjustment.Holm)).Message, StringComparison.Ordinal);
        Assert.Contains("p value 1 of 1", Assert.Throws<DataException>(() => MultipleComparisons.Adjust([wrong], Adjustment.Holm)).Message, StringComparison.Ordinal);
    }
}
