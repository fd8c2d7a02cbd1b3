using System.ComponentModel;
using System.Net;

namespace Phm.Presentation;

/// <summary>
/// How much of some long work is done, from 0 to 1, for whoever watches it: a bar in a notebook, which moves while its cell runs, and
/// on a terminal.
/// </summary>
/// <remarks>
/// <para>
/// Work may report from any thread, in any order and as often as it likes: what is shown is the largest share that was reported, so the
/// bar never goes backwards and its last state is the same in every run. A report that moves the bar by less than a per cent tells
/// nobody, allocates nothing and takes no lock.
/// </para>
/// <para>
/// A negative share and one that is not a number count as 0, one above 1 as 1. No time is shown, because kept outputs hold none.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var progress = new ProgressBar("Simulating people");
/// display(progress);
/// var people = SyntheticPopulation.Generate(new SyntheticOptions { People = 200_000 }, progress: progress);
/// </code>
/// </example>
[TypeFormatterSource(typeof(ProgressBarFormatterSource), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed class ProgressBar : IProgress<double>, INotifyPropertyChanged
{
    private const int LongestTitle = 200;
    private static readonly PropertyChangedEventArgs Changed = new(nameof(Value));

    /// <summary>The bits of the largest share. Those of numbers that are not negative have the order of the numbers.</summary>
    private long done;

    /// <summary>A bar that stands at 0.</summary>
    /// <param name="title">What is being done, such as "Simulating people"; one line of at most 200 characters is shown.</param>
    public ProgressBar(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        Title = CleanText.Of(title, LongestTitle);
    }

    /// <summary>Raised, on the thread that reports, whenever <see cref="Percent"/> has changed: at most a hundred times.</summary>
    public event PropertyChangedEventHandler? PropertyChanged;

    /// <summary>What is being done.</summary>
    public string Title { get; }

    /// <summary>The largest share that was reported, from 0 to 1.</summary>
    public double Value => BitConverter.Int64BitsToDouble(Volatile.Read(ref done));

    /// <summary>The share in whole per cent, rounded down: 100 means that all is done.</summary>
    public int Percent => PercentOf(Value);

    /// <summary>Tells how much is done. A share below the largest one so far changes nothing.</summary>
    /// <param name="value">The share of the work, from 0 to 1; clamped to that range, and 0 where it is not a number.</param>
    public void Report(double value)
    {
        var reported = BitConverter.DoubleToInt64Bits(value >= 0 ? Math.Min(value, 1) : 0);
        for (var before = Volatile.Read(ref done); reported > before;)
        {
            var found = Interlocked.CompareExchange(ref done, reported, before);
            if (found == before)
            {
                Tell(BitConverter.Int64BitsToDouble(before), BitConverter.Int64BitsToDouble(reported));
                return;
            }
            before = found;
        }
    }

    /// <summary>The bar in words: <c>Simulating people  42%</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Title}  {Percent}%");

    /// <summary>A slim bar without colours of its own for text and ground, so that it suits light and dark pages.</summary>
    internal string ToHtml()
    {
        var (title, percent) = (WebUtility.HtmlEncode(Title), Percent);
        return FormattableString.Invariant($"""
            <div style="max-width:30em;margin:0.3em 0;font-family:system-ui,sans-serif;line-height:1.4">
            <div>{title} <span style="opacity:0.75;font-variant-numeric:tabular-nums">{percent}%</span></div>
            <div role="progressbar" aria-label="{title}" aria-valuemin="0" aria-valuemax="100" aria-valuenow="{percent}" style="height:0.4em;margin-top:0.15em;border-radius:0.2em;background-color:rgba(128,128,128,0.3)"><div style="width:{percent}%;height:0.4em;border-radius:0.2em;background-color:#0072B2"></div></div>
            </div>

            """).ReplaceLineEndings("\n");
    }

    private void Tell(double before, double now)
    {
        if (PercentOf(before) != PercentOf(now)) PropertyChanged?.Invoke(this, Changed);
    }

    /// <summary>29% of the work is 0.29, which in binary is a little less.</summary>
    private static int PercentOf(double share) => share >= 1 ? 100 : Math.Min(99, (int)((share * 100) + 1e-9));
}
