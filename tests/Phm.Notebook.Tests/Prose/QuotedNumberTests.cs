using Phm.Notebook.Prose;

namespace Phm.Notebook.Tests.Prose;

public sealed class QuotedNumberTests
{
    [Theory]
    [InlineData("12.3%", 0.1234, "12.3%")]
    [InlineData("12.3 %", 0.5, "50.0 %")]
    [InlineData("12%", 0.125, "13%")]
    [InlineData("1,204", 98765.4, "98,765")]
    [InlineData("1204", 98765.4, "98765")]
    [InlineData("950", 1050, "1,050")]
    [InlineData("1.80", 2, "2.00")]
    [InlineData("£1,204", 2000.4, "£2,000")]
    [InlineData("£1,204", -2000.4, "-£2,000")]
    [InlineData("-£1,204", 2000.4, "£2,000")]
    [InlineData("£1.2 million", 3_450_000, "£3.5 million")]
    [InlineData("£1.2m", 3_450_000, "£3.5m")]
    [InlineData("£1.2bn", 3_450_000_000, "£3.5bn")]
    [InlineData("40k", 12_345, "12k")]
    [InlineData("+0.5", 1.25, "+1.3")]
    [InlineData("−0.5", -1.25, "−1.3")]
    [InlineData("0.5", -1.25, "-1.3")]
    [InlineData("0.5", -0.01, "0.0")]
    [InlineData("about 40 people", 57, "about 57 people")]
    [InlineData("COVID-19", 20, "COVID-20")]
    public void A_new_value_is_written_as_the_author_wrote_the_old_one(string quoted, double value, string expected) =>
        Assert.Equal(expected, QuotedNumber.In(quoted)!.Write(value));

    [Theory]
    [InlineData("most people")]
    [InlineData("1 in 5")]
    [InlineData("2023-24")]
    [InlineData("1.2.3")]
    public void A_text_with_no_number_or_with_several_is_none(string quoted) => Assert.Null(QuotedNumber.In(quoted));
}
