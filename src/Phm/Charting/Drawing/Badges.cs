namespace Phm.Charting.Drawing;

/// <summary>The size of the plate that stands for a value that is not shown.</summary>
internal static class Badges
{
    public const double Width = 26;
    public const double Height = 17;
}
