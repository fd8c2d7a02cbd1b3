namespace Phm.Notebook.Diagrams;

/// <summary>Turns places of the layout, which runs downwards, into places of the picture.</summary>
/// <param name="Direction">The way that the picture runs.</param>
internal readonly record struct Screen(FlowDirection Direction)
{
    public (double X, double Y) Of(double x, double y) => Direction switch
    {
        FlowDirection.Up => (x, -y),
        FlowDirection.Right => (y, x),
        FlowDirection.Left => (-y, x),
        _ => (x, y),
    };

    /// <summary>A rectangle by its corners, in order.</summary>
    public (double Left, double Top, double Right, double Bottom) Of((double Left, double Top, double Right, double Bottom) box)
    {
        var (one, other) = (Of(box.Left, box.Top), Of(box.Right, box.Bottom));
        return (Math.Min(one.X, other.X), Math.Min(one.Y, other.Y), Math.Max(one.X, other.X), Math.Max(one.Y, other.Y));
    }
}
