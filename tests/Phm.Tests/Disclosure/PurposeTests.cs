using Phm.Disclosure;

namespace Phm.Tests.Disclosure;

public sealed class PurposeTests
{
    [Fact]
    public void A_purpose_is_a_kind_and_words()
    {
        Assert.Equal("direct care: community respiratory service", Purpose.DirectCare(" community respiratory service ").ToString());
        Assert.Equal(PurposeKind.ServiceEvaluation, Purpose.ServiceEvaluation("falls clinic, spring 2025").Kind);
        Assert.Equal("teaching with synthetic data: session on frailty", Purpose.TeachingWithSyntheticData("session on frailty").ToString());
    }

    [Fact]
    public void Every_kind_has_words_and_a_way_to_say_it()
    {
        Func<string, Purpose>[] ways = [Purpose.DirectCare, Purpose.CaseFinding, Purpose.ClinicalAudit, Purpose.ServiceEvaluation, Purpose.Planning, Purpose.PublicHealth, Purpose.Research, Purpose.DataQuality, Purpose.TeachingWithSyntheticData];
        Assert.Equal(Enum.GetValues<PurposeKind>(), ways.Select(way => way("for the sake of it").Kind));
        Assert.Equal(ways.Length, ways.Select(way => way("for the sake of it").KindName).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("        ")]
    [InlineData("care")]
    [InlineData("respiratory")]
    [InlineData("1234 5678 9012")]
    [InlineData("aaaa aaaa aaaa")]
    [InlineData("x x x x x x x x x")]
    [InlineData("two lines\nof words")]
    [InlineData("bell \a rings here")]
    public void An_explanation_that_says_nothing_is_refused_and_not_repeated(string explanation)
    {
        var message = Assert.Throws<ArgumentException>(() => Purpose.DirectCare(explanation)).Message;
        Assert.Contains("for whom and for what", message, StringComparison.Ordinal);
        if (explanation.Trim().Length > 0) Assert.DoesNotContain(explanation.Trim(), message.Replace("community respiratory service", "", StringComparison.Ordinal).Replace("care", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_has_300_characters_at_most()
    {
        var longest = "service " + string.Concat(Enumerable.Repeat("abcd", 73));
        Assert.Equal(300, Purpose.Research(longest).Explanation.Length);
        Assert.Throws<ArgumentException>(() => Purpose.Research(longest + "e"));
    }
}
