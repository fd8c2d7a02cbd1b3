using Phm.Populations;

namespace Phm.Tests.Populations;

public sealed class DayColumnTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Finding_by_vectors_is_finding_one_by_one_wherever_the_run_lies_in_its_column(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 400; i++)
        {
            var spread = random.Next(1, 300);
            var least = random.Next(ushort.MaxValue - spread);
            var (before, run, after) = (Days(random.Next(40)), Days(random.Next(200)), Days(random.Next(40)));
            Array.Sort(run);
            var ends = Days(2);
            Array.Sort(ends);
            var period = new Period(ends[0], ends[1]);

            var rows = DayColumn.Within([.. before, .. run, .. after], before.Length, before.Length + run.Length, period);

            Assert.Equal(before.Length + run.Count(day => day < period.First), rows.Start);
            Assert.Equal(before.Length + run.Count(day => day <= period.Last), rows.End);

            Day[] Days(int count) => [.. Enumerable.Range(0, count).Select(_ => new Day((ushort)(least + random.Next(spread))))];
        }
    }

    [Fact]
    public void The_first_and_the_last_day_of_all_are_found()
    {
        Day[] days = [Day.Earliest, Day.Earliest, Day.Latest];
        Assert.Equal(new RowRange(0, 2), DayColumn.Within(days, 0, 3, new Period(Day.Earliest, Day.Earliest)));
        Assert.Equal(new RowRange(2, 3), DayColumn.Within(days, 0, 3, new Period(Day.Latest, Day.Latest)));
        Assert.Equal(new RowRange(0, 3), DayColumn.Within(days, 0, 3, new Period(Day.Earliest, Day.Latest)));
        Assert.Equal(new RowRange(0, 0), DayColumn.Within([], 0, 0, new Period(Day.Earliest, Day.Latest)));
    }
}
