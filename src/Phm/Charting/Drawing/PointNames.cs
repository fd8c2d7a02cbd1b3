namespace Phm.Charting.Drawing;

/// <summary>
/// Places the names of highlighted points where they touch neither one another nor a highlighted point and cover few other points.
/// A name for which there is no such place is left out; the table has it.
/// </summary>
internal static class PointNames
{
    private const double Widest = 170;
    private const double Clearance = 3;

    /// <summary>Directions in order of preference: right, left, above, below, then the diagonals.</summary>
    private static readonly (double X, double Y)[] Directions =
        [(1, 0), (-1, 0), (0, -1), (0, 1), (0.7, -0.7), (-0.7, -0.7), (0.7, 0.7), (-0.7, 0.7)];

    private static readonly double[] Distances = [9, 20, 36, 56];

    public static void Draw(SvgCanvas canvas, Plot plot, IReadOnlyList<(double X, double Y, string Name)> named, IReadOnlyList<(double X, double Y)> points)
    {
        canvas.Begin("point-labels");
        var taken = named.Select(point => Around(point.X, point.Y)).ToList();
        foreach (var (x, y, name) in named)
        {
            var text = TextWrap.Shorten(name, Widest, TextStyle.Datum);
            if (Best(x, y, text, plot, taken, points) is not { } box) continue;
            taken.Add(box);
            var (nearX, nearY) = (Math.Clamp(x, box.Left, box.Right), Math.Clamp(y, box.Top, box.Bottom));
            if (Math.Abs(nearX - x) + Math.Abs(nearY - y) > 14) canvas.Segment(x, y, nearX, nearY, ChartStyle.Axis, 0.8);
            canvas.Text(text, box.Left, ((box.Top + box.Bottom) / 2) + TextStyle.Datum.MiddleToBaseline, TextStyle.Datum);
        }
        canvas.End();
    }

    private static Plot? Best(double x, double y, string text, Plot plot, List<Plot> taken, IReadOnlyList<(double X, double Y)> points)
    {
        Plot? best = null;
        var fewest = int.MaxValue;
        foreach (var distance in Distances)
        {
            foreach (var direction in Directions)
            {
                var box = BoxAt(x + (direction.X * distance), y + (direction.Y * distance), direction, text);
                if (!IsInside(box, plot) || taken.Exists(other => Touches(box, other))) continue;
                var covered = points.Count(point => point.X > box.Left && point.X < box.Right && point.Y > box.Top && point.Y < box.Bottom);
                if (covered >= fewest) continue;
                (best, fewest) = (box, covered);
            }
            if (fewest == 0) break;
        }
        return best;
    }

    private static Plot BoxAt(double x, double y, (double X, double Y) direction, string text)
    {
        var (width, height) = (TextStyle.Datum.Width(text), TextStyle.Datum.Size);
        var left = direction.X > 0 ? x : direction.X < 0 ? x - width : x - (width / 2);
        var top = direction.Y > 0 ? y : direction.Y < 0 ? y - height : y - (height / 2);
        return new(left, top, left + width, top + height);
    }

    private static Plot Around(double x, double y) => new(x - 6, y - 6, x + 6, y + 6);

    private static bool IsInside(Plot box, Plot plot) =>
        box.Left >= plot.Left && box.Right <= plot.Right && box.Top >= plot.Top && box.Bottom <= plot.Bottom;

    private static bool Touches(Plot a, Plot b) =>
        a.Left < b.Right + Clearance && b.Left < a.Right + Clearance && a.Top < b.Bottom + Clearance && b.Top < a.Bottom + Clearance;
}
