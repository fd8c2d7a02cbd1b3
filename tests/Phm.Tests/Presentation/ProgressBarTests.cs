using System.Xml.Linq;
using Phm.Presentation;

namespace Phm.Tests.Presentation;

public sealed class ProgressBarTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.29, 29)]
    [InlineData(0.4299, 42)]
    [InlineData(0.999, 99)]
    [InlineData(0.99999999999, 99)]
    [InlineData(1, 100)]
    [InlineData(1.5, 100)]
    [InlineData(double.PositiveInfinity, 100)]
    [InlineData(-0.0, 0)]
    [InlineData(-3, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, 0)]
    public void A_share_is_clamped_and_shown_in_whole_per_cent(double share, int percent)
    {
        var progress = new ProgressBar("Simulating people");
        progress.Report(share);
        Assert.Equal(percent, progress.Percent);
        Assert.InRange(progress.Value, 0, 1);
        Assert.Equal($"Simulating people  {percent}%", progress.ToString());
    }

    [Fact]
    public void Progress_never_goes_backwards()
    {
        var progress = new ProgressBar("Fitting");
        foreach (var share in (double[])[0.5, 0.2, double.NaN, -1, 0.4]) progress.Report(share);
        Assert.Equal(0.5, progress.Value);
    }

    [Fact]
    public void Reports_of_many_threads_in_any_order_end_in_the_same_state_and_tell_of_each_per_cent_at_most_once()
    {
        var progress = new ProgressBar("Fitting");
        var told = 0;
        progress.PropertyChanged += (_, e) =>
        {
            Assert.Equal(nameof(ProgressBar.Value), e.PropertyName);
            Interlocked.Increment(ref told);
        };
        var shares = Enumerable.Range(0, 100_000).Select(i => i / 125_000.0).ToArray();
        new Random(20).Shuffle(shares);
        Parallel.ForEach(shares, progress.Report);
        Assert.Equal(shares.Max(), progress.Value);
        Assert.InRange(told, 1, 79);
    }

    [Fact]
    public void A_million_reports_allocate_nothing()
    {
        var progress = new ProgressBar("Counting");
        progress.PropertyChanged += (_, _) => { };
        progress.Report(0.001);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 1; i <= 1_000_000; i++) progress.Report(i / 1_000_000.0);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
        Assert.Equal(100, progress.Percent);
    }

    [Fact]
    public void The_bar_tells_a_screen_reader_its_name_and_value_and_escapes_its_title()
    {
        var progress = new ProgressBar("A <b>\"bold\"</b>\ntitle");
        progress.Report(0.42);
        var bar = XElement.Parse(progress.ToHtml()).Descendants("div").Single(div => (string?)div.Attribute("role") == "progressbar");
        Assert.Equal("A <b>\"bold\"</b> title", (string?)bar.Attribute("aria-label"));
        Assert.Equal(("0", "42", "100"), ((string?)bar.Attribute("aria-valuemin"), (string?)bar.Attribute("aria-valuenow"), (string?)bar.Attribute("aria-valuemax")));
        Assert.Contains("width:42%", (string)bar.Element("div")!.Attribute("style")!, StringComparison.Ordinal);
        Expectation.Matches(progress.ToHtml(), "Presentation/progress.html");
    }
}
