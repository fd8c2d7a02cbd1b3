namespace Phm.Charting.Drawing;

/// <summary>The size, weight and colour of a text, and whether a white halo parts it from lines that it crosses.</summary>
internal readonly record struct TextStyle(double Size, string Fill, bool Bold = false, bool Halo = false)
{
    public static readonly TextStyle Title = new(18, ChartStyle.Ink, Bold: true);
    public static readonly TextStyle Subtitle = new(14, ChartStyle.MutedInk);
    public static readonly TextStyle AxisTitle = new(12.5, ChartStyle.MutedInk);
    public static readonly TextStyle Tick = new(12, ChartStyle.MutedInk);
    public static readonly TextStyle Label = new(13, ChartStyle.Ink);
    public static readonly TextStyle Value = new(12.5, ChartStyle.Ink);
    public static readonly TextStyle Datum = new(12.5, ChartStyle.Ink, Halo: true);
    public static readonly TextStyle Mark = new(12, ChartStyle.Ink);
    public static readonly TextStyle Note = new(12, ChartStyle.MutedInk);

    /// <summary>The distance between two baselines.</summary>
    public double LineHeight => Size * TextMetrics.LineHeight;

    /// <summary>How far below its middle the baseline of a line lies.</summary>
    public double MiddleToBaseline => Size * 0.355;

    /// <summary>The width of one line.</summary>
    public double Width(string text) => TextMetrics.Width(text, Size, Bold);
}
