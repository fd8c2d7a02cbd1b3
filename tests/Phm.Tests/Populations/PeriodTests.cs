using Phm.Populations;

namespace Phm.Tests.Populations;

public sealed class PeriodTests
{
    [Theory]
    [InlineData(2023, "2023-04-01", "2024-03-31", 366, "2023/24")]
    [InlineData(2024, "2024-04-01", "2025-03-31", 365, "2024/25")]
    [InlineData(1999, "1999-04-01", "2000-03-31", 366, "1999/00")]
    public void A_financial_year_runs_from_April_to_March(int start, string first, string last, int days, string name)
    {
        var year = Period.FinancialYear(start);
        Assert.Equal(Period.Between(first, last), year);
        Assert.Equal(days, year.Days);
        Assert.Equal(name, year.ToString());
        Assert.Equal(Period.FinancialYear(start + 1), year.Next);
        Assert.Equal(Period.FinancialYear(start - 1), year.Previous);
    }

    [Theory]
    [InlineData("2024-01-01", "2024-12-31", "2025-01-01", "2025-12-31", "2024")]
    [InlineData("2023-03-01", "2024-02-29", "2024-03-01", "2025-02-28", "2023-03-01 to 2024-02-29")]
    [InlineData("2020-04-01", "2022-03-31", "2022-04-01", "2024-03-31", "2020-04-01 to 2022-03-31")]
    [InlineData("2023-04-01", "2023-06-30", "2023-07-01", "2023-09-30", "2023-04-01 to 2023-06-30")]
    [InlineData("2023-01-01", "2023-03-31", "2023-04-01", "2023-06-30", "2023-01-01 to 2023-03-31")]
    [InlineData("2024-02-01", "2024-02-29", "2024-03-01", "2024-03-31", "2024-02-01 to 2024-02-29")]
    [InlineData("2023-10-01", "2024-02-29", "2024-03-01", "2024-07-31", "2023-10-01 to 2024-02-29")]
    [InlineData("2024-02-01", "2024-02-28", "2024-02-29", "2024-03-27", "2024-02-01 to 2024-02-28")]
    [InlineData("2024-01-31", "2024-02-29", "2024-03-01", "2024-03-30", "2024-01-31 to 2024-02-29")]
    [InlineData("2024-02-29", "2024-02-29", "2024-03-01", "2024-03-01", "2024-02-29 to 2024-02-29")]
    public void The_next_period_has_the_same_calendar_length(string first, string last, string nextFirst, string nextLast, string name)
    {
        var period = Period.Between(first, last);
        Assert.Equal(Period.Between(nextFirst, nextLast), period.Next);
        Assert.Equal(name, period.ToString());
        Assert.Equal(period.Last.Plus(1), period.Next.First);
        Assert.Equal(period.First.Plus(-1), period.Previous.Last);
    }

    [Fact]
    public void The_quarter_before_is_the_one_of_the_calendar()
    {
        var quarter = Period.Between("2023-04-01", "2023-06-30");
        Assert.Equal(Period.Between("2023-01-01", "2023-03-31"), quarter.Previous);
        Assert.Equal(Period.Between("2024-02-01", "2024-02-29"), Period.Between("2024-03-01", "2024-03-31").Previous);
        Assert.Equal(Period.Between("2024-04-01", "2024-06-30"), quarter.Next.Next.Next.Next);
    }

    [Theory]
    [InlineData(23)]
    [InlineData(2079)]
    public void A_year_of_two_digits_is_told_what_a_financial_year_is(int year) =>
        Assert.Contains("FinancialYear(2023) is 2023/24", Assert.Throws<ArgumentOutOfRangeException>(() => Period.FinancialYear(year)).Message, StringComparison.Ordinal);

    [Fact]
    public void Next_and_previous_undo_each_other()
    {
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var first = new Day((ushort)random.Next(20_000, 40_000));
            var month = new DateOnly(random.Next(1960, 2040), random.Next(1, 13), 1);
            var period = random.Next(3) switch
            {
                0 => new Period(first, first.Plus(random.Next(800))),
                1 => Period.FinancialYear(random.Next(1960, 2040)),
                _ => new Period(Day.Of(month), Day.Of(month.AddMonths(random.Next(1, 30)).AddDays(-1))),
            };
            Assert.Equal(period, period.Next.Previous);
            Assert.Equal(period, period.Previous.Next);
            Assert.Equal(period.Last.Plus(1), period.Next.First);
        }
    }

    [Fact]
    public void Both_ends_belong_to_a_period()
    {
        var year = Period.FinancialYear(2024);
        Assert.True(year.Contains(Day.Of(2024, 4, 1)));
        Assert.True(year.Contains(Day.Of(2025, 3, 31)));
        Assert.False(year.Contains(Day.Of(2024, 3, 31)));
        Assert.False(year.Contains(Day.Of(2025, 4, 1)));
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused() =>
        Assert.Throws<ArgumentException>(() => Period.Between("2024-04-02", "2024-04-01"));

    [Theory]
    [InlineData("01/04/2023", "'01/04/2023' is not a date of the form 2023-04-01: year, month and day, with a hyphen between them.")]
    [InlineData("2023-4-1", "'2023-4-1' is not a date of the form 2023-04-01: year, month and day, with a hyphen between them.")]
    [InlineData("2023-02-29", "'2023-02-29' is not a date of the form 2023-04-01: year, month and day, with a hyphen between them.")]
    [InlineData("", "'' is not a date of the form 2023-04-01: year, month and day, with a hyphen between them.")]
    public void A_text_that_is_no_ISO_date_is_told_the_form(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<FormatException>(() => Period.Between(text, "2024-03-31")).Message);
        Assert.Equal(message, Assert.Throws<FormatException>(() => Period.Between("2023-04-01", text)).Message);
    }

    [Fact]
    public void Of_an_endless_text_that_is_no_date_only_the_start_is_told()
    {
        var message = Assert.Throws<FormatException>(() => Period.Between(new string('x', 10_000) + "\n", "2024-03-31")).Message;
        Assert.StartsWith($"'{new string('x', 30)}…' is not a date of the form 2023-04-01", message, StringComparison.Ordinal);
    }
}
