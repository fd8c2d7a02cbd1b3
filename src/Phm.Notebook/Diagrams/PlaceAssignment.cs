using Phm.Notebook.Execution;

namespace Phm.Notebook.Diagrams;

/// <summary>
/// Gives items their places along the ranks: in order, apart from each other and from frames, and as near to their neighbours'
/// places as that allows, so that links are straight.
/// </summary>
internal sealed class PlaceAssignment
{
    private const int Sweeps = 12;

    private readonly PlaceBounds bounds;

    private PlaceAssignment(PlaceBounds bounds) => this.bounds = bounds;

    /// <returns>Where the frames begin and end.</returns>
    public static Dictionary<FlowGroup, (double Low, double High)> Run(LayeredGraph graph, PlaceBounds bounds)
    {
        var assignment = new PlaceAssignment(bounds);
        bounds.PlaceLeft();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var rank in graph.Ranks) assignment.Move(rank, item => item.Above);
            foreach (var rank in Enumerable.Reverse(graph.Ranks)) assignment.Move(rank, item => item.Below);
        }
        foreach (var rank in graph.Ranks) assignment.Move(rank, item => [.. item.Above, .. item.Below]);
        foreach (var rank in graph.Ranks) assignment.Move(rank, item => item.Above is [{ Below.Count: 1 }] ? item.Above : []);
        foreach (var rank in Enumerable.Reverse(graph.Ranks)) assignment.Move(rank, item => item.Below is [{ Above.Count: 1 }] ? item.Below : []);
        return bounds.Frames();
    }

    private void Move(List<LayoutItem> rank, Func<LayoutItem, IReadOnlyList<LayoutItem>> neighbours)
    {
        StopPoint.Pass();
        var wanted = rank.Select(item => Wanted(item, neighbours(item))).ToArray();
        for (var i = rank.Count - 1; i >= 0; i--)
            if (wanted[i] > rank[i].X) rank[i].X = Math.Max(rank[i].X, Math.Min(wanted[i], bounds.Most(rank[i])));
        for (var i = 0; i < rank.Count; i++)
            if (wanted[i] < rank[i].X) rank[i].X = Math.Min(rank[i].X, Math.Max(wanted[i], bounds.Least(rank[i])));
    }

    /// <summary>The middle of the neighbours, those along long links first: a bend is worse than a slant.</summary>
    private static double Wanted(LayoutItem item, IReadOnlyList<LayoutItem> neighbours)
    {
        if (neighbours.Count == 0) return item.X;
        var (sum, weights) = (0.0, 0.0);
        foreach (var neighbour in neighbours)
        {
            var weight = item.Node is null && neighbour.Node is null ? 8.0 : item.Node is null || neighbour.Node is null ? 2.0 : 1.0;
            sum += weight * neighbour.X;
            weights += weight;
        }
        return sum / weights;
    }
}
