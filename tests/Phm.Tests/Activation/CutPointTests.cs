using Phm.Activation;
using Phm.Populations;

namespace Phm.Tests.Activation;

public sealed class CutPointTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(47.0, 1)]
    [InlineData(47.1, 2)]
    [InlineData(55.1, 2)]
    [InlineData(55.2, 3)]
    [InlineData(72.4, 3)]
    [InlineData(72.5, 4)]
    [InlineData(100, 4)]
    public void Printed_edges_of_the_published_set_lie_on_their_own_side(double score, int level)
    {
        Assert.Equal(level, CutPoints.Published.LevelOf(score));
        Assert.Equal(level, CutPoints.Published.LevelOf((float)score));
    }

    [Theory]
    [InlineData(47.04, 1)]
    [InlineData(47.05, 2)]
    [InlineData(47.09, 2)]
    [InlineData(55.14, 2)]
    [InlineData(55.15, 3)]
    [InlineData(72.44, 3)]
    [InlineData(72.45, 4)]
    public void A_score_between_printed_edges_is_rounded_to_one_decimal_first(double score, int level)
    {
        Assert.Equal(level, CutPoints.Published.LevelOf(score));
        Assert.Equal(level, CutPoints.Published.LevelOf((float)score));
    }

    [Fact]
    public void The_older_set_differs_at_67_and_says_that_it_is_unconfirmed()
    {
        Assert.Equal((3, 4, 3), (CutPoints.Older.LevelOf(67.0), CutPoints.Older.LevelOf(67.1), CutPoints.Published.LevelOf(67.1)));
        Assert.False(CutPoints.Older.IsConfirmed);
        Assert.Contains("unconfirmed", CutPoints.Older.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("unconfirmed", CutPoints.Published.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_never_fall_while_the_score_rises()
    {
        var levels = Enumerable.Range(0, 100_001).Select(i => CutPoints.Published.LevelOf(i / 1000.0)).ToArray();
        Assert.True(levels.Zip(levels.Skip(1)).All(pair => pair.First <= pair.Second));
        Assert.Equal([1, 2, 3, 4], levels.Distinct());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    [InlineData(double.PositiveInfinity)]
    public void A_score_outside_0_to_100_is_an_error_that_does_not_repeat_it(double score)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => CutPoints.Published.LevelOf(score));
        Assert.Null(error.ActualValue);
        Assert.Contains("0 to 100", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Edges_of_ones_own_rise_have_one_decimal_and_a_source()
    {
        Assert.Equal(2, CutPoints.Of(10, 20, 30, "a trial").LevelOf(20));
        Assert.Throws<ArgumentException>(() => CutPoints.Of(20, 20, 30, "a trial"));
        Assert.Throws<ArgumentException>(() => CutPoints.Of(-1, 20, 30, "a trial"));
        Assert.Throws<ArgumentException>(() => CutPoints.Of(10, 20, 100, "a trial"));
        Assert.Throws<ArgumentException>(() => CutPoints.Of(10, 20.25m, 30, "a trial"));
        Assert.Throws<ArgumentException>(() => CutPoints.Of(10, 20, 30, " "));
    }

    [Fact]
    public void A_window_counts_the_day_itself_and_keeps_to_possible_dates()
    {
        Assert.Equal((365, 1), (UseWindow.Default.Days, new UseWindow(0, 0).Days));
        Assert.Equal("2023-12-30 to 2024-01-04", new UseWindow(2, 3).Around(StudyPeople.Date("2024-01-01")).ToString());
        Assert.Equal(Day.Earliest, UseWindow.Default.Around(Day.Earliest).First);
        Assert.Equal(Day.Latest, UseWindow.Default.Around(Day.Latest).Last);
        Assert.Throws<ArgumentOutOfRangeException>(() => new UseWindow(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UseWindow(0, 3651));
    }
}
