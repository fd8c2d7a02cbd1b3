using Phm.Jupyter.Serving;

namespace Phm.Jupyter.Tests.Serving;

public sealed class LogLimitTests
{
    [Fact]
    public void A_flood_of_lines_is_cut_short()
    {
        var lines = new List<string>();
        var log = new LogLimit(lines.Add, most: 3);
        for (var i = 0; i < 1_000; i++) log.Write("a line");
        Assert.Equal(["a line", "a line", "a line", "further lines of the next seconds are left out"], lines.Take(4));
        Assert.True(lines.Count < 20, $"{lines.Count} lines");
    }
}
