namespace Phm.Charting.Drawing;

/// <summary>The measures and neutral colours that every chart shares.</summary>
internal static class ChartStyle
{
    public const double Width = 760;
    public const double Margin = 16;
    public const double Right = Width - Margin;

    public const string Paper = "#FFFFFF";
    public const string Ink = "#1C252D";
    public const string MutedInk = "#4A5560";
    public const string Grid = "#E3E7EA";
    public const string Axis = "#8B96A0";
    public const string Muted = "#B4BCC3";
    public const string HatchGround = "#F1F2F3";
    public const string HatchLine = "#C3C8CC";
    public const string MissingOutline = "#7A858F";

    public const string FontFamily =
        "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
}
