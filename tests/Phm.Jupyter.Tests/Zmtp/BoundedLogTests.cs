using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

public sealed class BoundedLogTests
{
    [Fact]
    public void A_flood_is_cut_short_and_counted()
    {
        var (lines, clock) = (new List<string>(), new StoppedClock());
        var log = new BoundedLog(lines.Add, clock);
        for (var i = 0; i < 1000; i++) log.Write($"line {i}");
        Assert.Equal(20, lines.Count);
        clock.Seconds = 12;
        for (var i = 0; i < 1000; i++) log.Write($"later {i}");
        Assert.Equal(["later 0 (980 more lines were left out)", "later 1"], lines[20..]);
        clock.Seconds = 10_000;
        for (var i = 0; i < 1000; i++) log.Write($"last {i}");
        Assert.Equal(42, lines.Count);
    }

    [Fact]
    public void A_line_is_never_long_and_a_log_that_fails_is_no_failure()
    {
        var lines = new List<string>();
        new BoundedLog(lines.Add, TimeProvider.System).Write(new string('x', 10_000));
        Assert.Equal(300, Assert.Single(lines).Length);
        new BoundedLog(_ => throw new InvalidOperationException(), TimeProvider.System).Write("x");
    }

    private sealed class StoppedClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
