using Phm.Populations;

namespace Phm.Tests.Populations;

public sealed class DayColumnTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Counting_by_vectors_is_counting_one_by_one(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 400; i++)
        {
            var spread = random.Next(1, 300);
            var start = random.Next(ushort.MaxValue - spread);
            var days = Enumerable.Range(0, random.Next(200)).Select(_ => new Day((ushort)(start + random.Next(spread)))).Order().ToArray();
            var day = new Day((ushort)(start + random.Next(spread)));
            Assert.Equal(days.Count(d => d < day), DayColumn.CountBefore(days, day));
            Assert.Equal(days.Count(d => d <= day), DayColumn.CountThrough(days, day));
        }
    }

    [Fact]
    public void A_run_longer_than_a_counter_of_two_bytes_can_hold_is_counted_right()
    {
        var days = new Day[1_000_003];
        days[^1] = new Day(1);
        Assert.Equal(days.Length - 1, DayColumn.CountThrough(days, Day.Earliest));
        Assert.Equal(days.Length, DayColumn.CountThrough(days, new Day(1)));
    }

    [Fact]
    public void The_first_and_the_last_day_of_all_are_counted_right()
    {
        Day[] days = [Day.Earliest, Day.Earliest, Day.Latest];
        Assert.Equal(0, DayColumn.CountBefore(days, Day.Earliest));
        Assert.Equal(2, DayColumn.CountThrough(days, Day.Earliest));
        Assert.Equal(2, DayColumn.CountBefore(days, Day.Latest));
        Assert.Equal(3, DayColumn.CountThrough(days, Day.Latest));
        Assert.Equal(0, DayColumn.CountThrough([], Day.Latest));
    }
}
