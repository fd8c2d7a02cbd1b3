using Phm.Charting;
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
    public void Shares_come_from_amounts_as_shown_and_lie_so_many_people_apart_that_two_of_them_tell_of_no_few()
    {
        var concentration = Of(DisclosurePolicy.Default, [.. Enumerable.Range(1, 100).Select(i => 137 * i)]);
        Assert.Equal(131_000 / 692_000.0, concentration.ShareOfSpend(0.1).Value); // £130,835 and £691,850 to the nearest £1,000
        Assert.Equal([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], Enumerable.Range(0, 101).Where(percent => concentration.ShareOfSpend(percent / 100.0).IsShown));
        Assert.True(concentration.ShareOfSpend(0.08).IsSuppressed);
        Assert.Equal(concentration.ShareOfSpend(0.1), concentration.ShareOfSpend(0.104));
        Assert.Equal(1, concentration.ShareOfSpend(1).Value);
        Assert.Contains("For so few people shares of spend are given only for every 10% of them.", concentration.ToTable().Notes);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(39)]
    [InlineData(79)]
    [InlineData(159)]
    [InlineData(160)]
    [InlineData(799)]
    [InlineData(800)]
    [InlineData(1503)]
    public void More_than_few_people_lie_between_any_two_shares_that_are_shown(int count)
    {
        var random = new Random(count);
        var pounds = Enumerable.Range(0, count).Select(_ => random.Next(1, 10_000)).ToArray();
        var exact = pounds.OrderDescending().ToArray();
        var concentration = Of(DisclosurePolicy.Default, pounds);
        var shares = Enumerable.Range(0, 1001).Select(x => concentration.ShareOfSpend(x / 1000.0)).Where(share => share.IsShown).Select(share => share.Value).Distinct().ToArray();

        // Which group of people each share can be of: those whose rounded spend gives it.
        double Rounded(int people) => DisclosurePolicy.Default.Amount(exact.Take(people).Sum(), people + 8).Value;
        var groups = shares.Select(share => Enumerable.Range(0, count + 1).Where(people => Rounded(people) / Rounded(count) == share).ToArray()).ToArray();
        Assert.All(groups, Assert.NotEmpty);
        Assert.All(groups.Zip(groups.Skip(1)), pair => Assert.True(pair.Second[^1] - pair.First[0] > DisclosurePolicy.Default.SuppressThrough));
        Assert.Equal(count < 16 ? 0 : count < 40 ? 3 : count < 80 ? 6 : count < 160 ? 11 : count < 800 ? 21 : 101, shares.Length);
    }

    [Fact]
    public void People_without_spend_do_not_stand_in_for_those_with()
    {
        int[] Payers(int payers) => [.. Enumerable.Repeat(5_000, payers), .. Enumerable.Repeat(0, 1000 - payers)];
        Assert.True(Of(DisclosurePolicy.Default, Payers(3)).ShareOfSpend(0.01).IsSuppressed);
        Assert.True(Of(DisclosurePolicy.Default, Payers(3)).Gini.IsSuppressed);
        Assert.True(Of(DisclosurePolicy.Default, Payers(13)).ShareOfSpend(0.01).IsSuppressed); // the other three would follow
        Assert.Equal(1, Of(DisclosurePolicy.Default, Payers(13)).ShareOfSpend(0.02).Value);
        Assert.True(Of(DisclosurePolicy.Default, Payers(0)).ShareOfSpend(0.5).IsMissing);
        Assert.Contains("Gini coefficient [x].", Of(DisclosurePolicy.Default, Payers(0)).ToTable().Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Few_people_have_no_Gini_coefficient_and_that_of_many_is_made_of_the_shares_that_are_shown()
    {
        var few = Of(DisclosurePolicy.Default, 100, 200, 300);
        Assert.True(few.Gini.IsSuppressed);
        Assert.Contains("Gini coefficient [c].", few.ToTable().Notes[0], StringComparison.Ordinal);
        Assert.Contains("There are too few people to give shares of spend.", few.ToTable().Notes);

        int[] pounds = [.. Enumerable.Range(0, 1000).Select(i => i * i / 10 + 1)];
        var many = Of(DisclosurePolicy.Default, pounds);
        var shares = Enumerable.Range(0, 101).Select(percent => many.ShareOfSpend(percent / 100.0).Value).ToArray();
        Assert.Equal(shares.Zip(shares.Skip(1)).Sum(pair => (pair.First + pair.Second) / 100) - 1, many.Gini.Value, 10);
        Assert.Equal(Of(pounds).Gini.Value, many.Gini.Value, 0.001);
    }

    [Fact]
    public void The_curve_has_a_point_for_every_share_that_is_given()
    {
        var concentration = Of(DisclosurePolicy.Default, [.. Enumerable.Range(1, 100).Select(i => 137 * i)]);
        Assert.Equal([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], concentration.Percents);
        Assert.Contains("every 10% of them", concentration.Curve().Note, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", concentration.Curve().ToSvg() + Of(DisclosurePolicy.Default, 0, 0).Curve().ToSvg() + Of(0, 0).Curve().ToSvg(), StringComparison.Ordinal);
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
