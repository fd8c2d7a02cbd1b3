using Phm.Disclosure;
using Phm.Populations;
using Phm.Segmentation;

namespace Phm.Tests.Segmentation;

public sealed class SpendConcentrationTests
{
    private static readonly Period s_year = Period.FinancialYear(2024);

    [Fact]
    public void Ten_people_by_hand()
    {
        // 60, 20, 10, 5, 5 and five times nothing: 100 in all. Gini by ranks: (2 × (6×5 + 7×5 + 8×10 + 9×20 + 10×60) - 11 × 100) / (10 × 100) = 0.75.
        var concentration = Of(60, 20, 10, 5, 5, 0, 0, 0, 0, 0);
        Assert.Equal(0.60, concentration.ShareOfSpend(0.1).Value, 12);
        Assert.Equal(0.80, concentration.ShareOfSpend(0.2).Value, 12);
        Assert.Equal(1.00, concentration.ShareOfSpend(0.5).Value, 12);
        Assert.Equal(0, concentration.ShareOfSpend(0).Value);
        Assert.Equal(1, concentration.ShareOfSpend(1).Value);
        Assert.True(concentration.ShareOfSpend(0.01).IsMissing);
        Assert.Equal(0.75, concentration.Gini.Value, 12);
    }

    [Fact]
    public void Equal_spend_has_a_Gini_of_nothing_and_spend_on_one_of_nearly_all()
    {
        Assert.Equal(0, Of(7, 7, 7, 7).Gini.Value, 12);
        Assert.Equal(0.75, Of(100, 0, 0, 0).Gini.Value, 12);
        Assert.True(Of(0, 0).Gini.IsMissing);
        Assert.True(Of(0, 0).ShareOfSpend(0.5).IsMissing);
        Assert.True(Of().Gini.IsMissing);
        Assert.True(Of().ShareOfSpend(1).IsMissing);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Gini_is_the_mean_difference_of_all_pairs_over_twice_the_mean(int seed)
    {
        var random = new Random(seed);
        var pounds = Enumerable.Range(0, 200).Select(_ => random.Next(4) == 0 ? 0 : random.Next(10_000)).ToArray();

        var concentration = Of(pounds);

        var naive = pounds.SelectMany(a => pounds, (a, b) => Math.Abs(a - b)).Sum(difference => (double)difference) / (2.0 * pounds.Length * pounds.Sum());
        Assert.Equal(naive, concentration.Gini.Value, 10);
        foreach (var share in (double[])[0.05, 0.1, 0.33, 0.5])
            Assert.Equal(pounds.OrderDescending().Take((int)Math.Round(share * 200)).Sum() / (double)pounds.Sum(), concentration.ShareOfSpend(share).Value, 12);
    }

    [Fact]
    public void Only_the_services_that_are_named_count_and_the_table_names_them()
    {
        var people = SmallPopulation.Of("""
            id | activity
            A  | gp 2024-05-01 £30; emergency 2024-05-01 £5000; gp 2024-03-31 £999; ae 2024-06-01
            B  | gp 2024-05-01 £10
            """);
        var gp = people.Concentration(s_year, DisclosurePolicy.UnprotectedForSyntheticDataOnly, PointOfDelivery.GeneralPractice);
        Assert.Equal(0.75, gp.ShareOfSpend(0.5).Value);
        Assert.Contains("Spend on GP only.", gp.ToTable().Notes);
        Assert.Equal(5030 / 5040.0, people.Concentration(s_year, DisclosurePolicy.UnprotectedForSyntheticDataOnly).ShareOfSpend(0.5).Value);
    }

    [Fact]
    public void Shares_come_from_amounts_as_shown_so_that_two_of_them_do_not_give_the_spend_of_one_person()
    {
        var concentration = Of(DisclosurePolicy.Default, [.. Enumerable.Range(1, 100).Select(i => 137 * i)]);
        Assert.True(concentration.ShareOfSpend(0.07).IsSuppressed);
        Assert.Equal(106_000 / 692_000.0, concentration.ShareOfSpend(0.08).Value); // £105,764 and £691,850 to the nearest £1,000
        Assert.True(concentration.ShareOfSpend(0.93).IsSuppressed);
        Assert.True(concentration.ShareOfSpend(0.92).IsShown);
        Assert.Equal(1, concentration.ShareOfSpend(1).Value);
    }

    [Fact]
    public void Few_people_have_no_Gini_coefficient()
    {
        var few = Of(DisclosurePolicy.Default, 100, 200, 300);
        Assert.True(few.Gini.IsSuppressed);
        Assert.Contains("Gini coefficient [c].", few.ToTable().Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_of_people_lies_between_none_and_all()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(1, 2).ShareOfSpend(-0.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(1, 2).ShareOfSpend(1.01));
    }

    private static SpendConcentration Of(params int[] pounds) => Of(DisclosurePolicy.UnprotectedForSyntheticDataOnly, pounds);

    private static SpendConcentration Of(DisclosurePolicy policy, params int[] pounds) =>
        SmallPopulation.Of("id | activity\n" + string.Join('\n', pounds.Select((pound, i) => $"{i:0000} | community 2024-05-01 £{pound}"))).Concentration(s_year, policy);
}
