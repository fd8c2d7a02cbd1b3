using Phm.Disclosure;

namespace Phm.Tests.Disclosure;

public class DisclosurePolicyTests
{
    [Theory]
    [InlineData(0.27995562130177515, 2, 0.28)]
    [InlineData(60.5249, 2, 60.52)]
    [InlineData(1.0051, 2, 1.01)]
    [InlineData(-39256.1, 2, -39260)]
    [InlineData(0.0041, 2, 0.004)]
    [InlineData(-0.20249, 3, -0.202)]
    [InlineData(0, 2, 0)]
    [InlineData(9999.6, 1, 10000)]
    public void An_estimate_keeps_four_significant_digits_and_no_more_than_its_decimals(double value, int decimals, double shown)
    {
        Assert.Equal(shown, DisclosurePolicy.Default.Estimate(value, decimals).Value);
        Assert.Equal(value, DisclosurePolicy.UnprotectedForSyntheticDataOnly.Estimate(value, decimals).Value);
        Assert.True(DisclosurePolicy.Default.Estimate(double.NaN).IsMissing);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "[c]")]
    [InlineData(7, "[c]")]
    [InlineData(8, "10")]
    [InlineData(12, "10")]
    [InlineData(13, "15")]
    [InlineData(1_234_567, "1234565")]
    public void Counts_of_1_to_7_are_suppressed_and_others_rounded_to_5(long people, string shown) =>
        Assert.Equal(shown, DisclosurePolicy.Default.Count(people).ToString());

    [Fact]
    public void A_count_halfway_between_two_multiples_is_rounded_up()
    {
        var policy = DisclosurePolicy.Default with { RoundTo = 10 };
        Assert.Equal([20.0, 30.0, 30.0], new[] { 15L, 25L, 34L }.Select(people => policy.Count(people).Value));
    }

    [Fact]
    public void Nothing_but_0_is_shown_as_0()
    {
        var policy = new DisclosurePolicy { SuppressThrough = 2, RoundTo = 10 };
        Assert.Equal(10, policy.Count(3).Value);
        Assert.Equal(0, policy.Count(0).Value);
        Assert.Equal(1000, policy.Amount(20, contributors: 30).Value);
        Assert.Equal(0, policy.Amount(0, contributors: 30).Value);
    }

    [Theory]
    [InlineData(0, 0, "0")]
    [InlineData(90_000, 7, "[c]")]
    [InlineData(90_400, 8, "90000")]
    [InlineData(90_500, 8, "91000")]
    [InlineData(-90_500, 8, "-91000")]
    [InlineData(double.NaN, 8, "[x]")]
    public void An_amount_is_suppressed_where_few_people_contribute_and_otherwise_rounded(double pounds, long contributors, string shown) =>
        Assert.Equal(shown, DisclosurePolicy.Default.Amount(pounds, contributors).ToString());

    [Fact]
    public void A_number_hidden_to_protect_another_is_suppressed_whatever_it_is()
    {
        Assert.True(DisclosurePolicy.Default.Count(5000, hidden: true).IsSuppressed);
        Assert.True(DisclosurePolicy.Default.Count(0, hidden: true).IsSuppressed);
        Assert.True(DisclosurePolicy.Default.Amount(5000, 900, hidden: true).IsSuppressed);
    }

    [Fact]
    public void Arguments_that_no_policy_could_mean_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DisclosurePolicy.Default.Count(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DisclosurePolicy.Default.Amount(5, -1));
        Assert.Equal("SuppressThrough", Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosurePolicy { SuppressThrough = -1 }).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosurePolicy { RoundTo = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosurePolicy { RoundPoundsTo = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosurePolicy { PossibleValues = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosurePolicy { AmountMargin = double.NaN });
    }

    [Fact]
    public void The_note_beneath_a_table_says_what_was_done() => Assert.Equal(
        "Counts of 1 to 7 are suppressed ([c]), and so are numbers from which they could be worked out. Other counts are rounded to the nearest 5, "
        + "so parts may not add up to totals; only 0 is shown as 0. Amounts are rounded to the nearest £1,000.",
        DisclosurePolicy.Default.Note);

    [Fact]
    public void The_note_follows_the_policy() => Assert.Equal(
        "No count is suppressed for being small. Other counts are exact.",
        new DisclosurePolicy { SuppressThrough = 0, RoundTo = 1, RoundPoundsTo = 0, PossibleValues = 3 }.Note);

    [Fact]
    public void Without_protection_numbers_are_exact_and_the_note_says_so_loudly()
    {
        var policy = DisclosurePolicy.UnprotectedForSyntheticDataOnly;
        Assert.Equal(1, policy.Count(1).Value);
        Assert.Equal(12.34, policy.Amount(12.34, 1).Value);
        Assert.False(policy.IsProtective);
        Assert.StartsWith("NOT PROTECTED", policy.Note, StringComparison.Ordinal);
    }
}
