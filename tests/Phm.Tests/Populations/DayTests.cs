using Phm.Populations;

namespace Phm.Tests.Populations;

public sealed class DayTests
{
    [Fact]
    public void Days_run_from_1_January_1900_to_6_June_2079()
    {
        Assert.Equal("1900-01-01", Day.Earliest.ToString());
        Assert.Equal("2079-06-06", Day.Latest.ToString());
        Assert.False(Day.TryOf(new DateOnly(1899, 12, 31), out _));
        Assert.False(Day.TryOf(new DateOnly(2079, 6, 7), out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Day.Of(2079, 6, 7));
        Assert.Throws<OverflowException>(() => Day.Latest.Plus(1));
        Assert.Throws<OverflowException>(() => Day.Earliest.Plus(-1));
    }

    [Fact]
    public void A_day_and_its_date_are_the_same_for_every_day()
    {
        for (var number = 0; number <= ushort.MaxValue; number++)
        {
            var day = new Day((ushort)number);
            Assert.Equal(day, Day.Of(day.Date));
        }
    }

    [Theory]
    [InlineData("2000-02-29", "2001-02-28", 0)]
    [InlineData("2000-02-29", "2001-03-01", 1)]
    [InlineData("2000-02-29", "2004-02-28", 3)]
    [InlineData("2000-02-29", "2004-02-29", 4)]
    [InlineData("1950-04-01", "2024-04-01", 74)]
    [InlineData("1950-04-02", "2024-04-01", 73)]
    [InlineData("2024-04-01", "2024-04-01", 0)]
    [InlineData("2024-06-01", "2024-04-01", 0)]
    [InlineData("1901-12-31", "2023-01-01", 121)]
    public void Age_is_completed_years_and_who_was_born_on_29_February_comes_of_age_on_1_March(string birth, string on, int age) =>
        Assert.Equal(age, Of(on).AgeOf(Of(birth)));

    [Fact]
    public void Age_grows_by_one_a_year_on_the_birthday()
    {
        var random = new Random(2);
        for (var i = 0; i < 2_000; i++)
        {
            var birth = new Day((ushort)random.Next(60_000));
            var day = new Day((ushort)random.Next(birth.Number, ushort.MaxValue));
            var naive = 0;
            while (birth.Date.AddYears(naive + 1) is var birthday && (birthday.Day == birth.Date.Day ? birthday : birthday.AddDays(1)) <= day.Date) naive++;
            Assert.Equal(naive, day.AgeOf(birth));
        }
    }

    private static Day Of(string date) => Period.Between(date, date).First;
}
