namespace Phm.Charting.Drawing;

/// <summary>The rectangle in which data are drawn, in user units.</summary>
internal readonly record struct Plot(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;
}
