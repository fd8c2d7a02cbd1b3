using Phm.Disclosure;

namespace Phm.Charting.Drawing;

/// <summary>What stands around every chart: title and subtitle above, explanation of marks, note and source beneath.</summary>
internal static class ChartPage
{
    /// <summary>Less than there is: over a whole line the widest system faces exceed what is reckoned by up to 8%, and a clipped title is no title.</summary>
    private const double TextWidth = 0.92 * (ChartStyle.Right - ChartStyle.Margin);

    public static string Draw(Chart chart)
    {
        var canvas = new SvgCanvas();
        var y = DrawHeader(canvas, chart);
        y = chart.Draw(canvas, y);
        y = DrawFooter(canvas, chart, y);
        return canvas.ToSvg(chart.Title, string.Join(' ', [chart.Description, .. chart.Footnotes([])]), y);
    }

    private static double DrawHeader(SvgCanvas canvas, Chart chart)
    {
        canvas.Begin("header");
        var y = canvas.Lines(TextWrap.Wrap(chart.Title, TextWidth, TextStyle.Title, 3), ChartStyle.Margin, 29, TextStyle.Title);
        var bottom = y - TextStyle.Title.LineHeight + 6;
        if (chart.Subtitle is { } subtitle)
            bottom = canvas.Lines(TextWrap.Wrap(subtitle, TextWidth, TextStyle.Subtitle, 3), ChartStyle.Margin, bottom + 16, TextStyle.Subtitle) - TextStyle.Subtitle.LineHeight + 5;
        canvas.End();
        return bottom + 14;
    }

    private static double DrawFooter(SvgCanvas canvas, Chart chart, double top)
    {
        canvas.Begin("footer");
        var y = DrawMarks(canvas, chart, top + 14);
        y += TextStyle.Note.Size;
        if (chart.Note is { } note) y = canvas.Lines(TextWrap.Wrap(note, TextWidth, TextStyle.Note, 6), ChartStyle.Margin, y, TextStyle.Note);
        if (chart.Source is { } source) y = canvas.Lines(TextWrap.Wrap("Source: " + source, TextWidth, TextStyle.Note, 3), ChartStyle.Margin, y, TextStyle.Note);
        canvas.End();
        return y - TextStyle.Note.Size + 8;
    }

    /// <summary>What the marks mean, where they occur.</summary>
    private static double DrawMarks(SvgCanvas canvas, Chart chart, double top)
    {
        var states = chart.DrawnValues.Select(value => value.State).ToHashSet();
        var x = ChartStyle.Margin;
        foreach (var (value, words) in new[] { (DisclosedValue.Suppressed, ChartWords.Suppressed), (DisclosedValue.Missing, ChartWords.Missing) })
        {
            if (!states.Contains(value.State)) continue;
            canvas.Badge(x, top + (Badges.Height / 2), value);
            x += Badges.Width + 6;
            canvas.Text(words, x, top + (Badges.Height / 2) + TextStyle.Note.MiddleToBaseline, TextStyle.Note);
            x += TextStyle.Note.Width(words) + 14;
        }
        return x > ChartStyle.Margin ? top + Badges.Height + 8 : top;
    }
}
