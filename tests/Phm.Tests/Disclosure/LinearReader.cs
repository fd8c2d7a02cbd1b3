using System.Numerics;
using Phm.Disclosure;

namespace Phm.Tests.Disclosure;

/// <summary>
/// A reader who solves all equations "total = sum of parts" for the hidden nodes, in whole numbers without rounding error, and so
/// finds every node that a linear combination of shown numbers gives.
/// </summary>
internal static class LinearReader
{
    /// <summary>The hidden nodes whose value follows from the shown ones.</summary>
    public static int[] FindsOut(Lattice lattice, bool[] hidden)
    {
        var unknowns = Enumerable.Range(0, lattice.Count).Where(node => hidden[node]).ToArray();
        var column = unknowns.Select((node, k) => (node, k)).ToDictionary(pair => pair.node, pair => pair.k);
        var rows = Equations(lattice).Select(equation => Row(equation, column)).Where(row => row.Any(x => x != 0)).ToList();
        Reduce(rows, unknowns.Length);
        return [.. rows.Where(row => row.Count(x => x != 0) == 1).Select(row => unknowns[Array.FindIndex(row, x => x != 0)]).Order()];
    }

    /// <summary>Each total with its parts: along every axis, at all nodes of the other axes.</summary>
    public static IEnumerable<(int Total, int[] Parts)> Equations(Lattice lattice)
    {
        for (var axis = 0; axis < lattice.Axes.Count; axis++)
        {
            for (var node = 0; node < lattice.Count; node++)
            {
                var coordinates = Enumerable.Range(0, lattice.Axes.Count).Select(a => lattice.Coordinate(node, a)).ToArray();
                var total = coordinates[axis];
                var parts = new List<int>();
                for (var child = 0; child < lattice.Axes[axis].Count; child++)
                {
                    if (lattice.Axes[axis].Parents[child] != total) continue;
                    coordinates[axis] = child;
                    parts.Add(lattice.Index(coordinates));
                }
                if (parts.Count > 0) yield return (node, [.. parts]);
            }
        }
    }

    private static BigInteger[] Row((int Total, int[] Parts) equation, Dictionary<int, int> column)
    {
        var row = new BigInteger[column.Count];
        if (column.TryGetValue(equation.Total, out var total)) row[total] = -1;
        foreach (var part in equation.Parts)
        {
            if (column.TryGetValue(part, out var k)) row[k] = 1;
        }
        return row;
    }

    private static void Reduce(List<BigInteger[]> rows, int columns)
    {
        var done = 0;
        for (var c = 0; c < columns; c++)
        {
            var pivot = rows.FindIndex(done, row => row[c] != 0);
            if (pivot < 0) continue;
            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            for (var r = 0; r < rows.Count; r++)
            {
                if (r != done && rows[r][c] != 0) Eliminate(rows[r], rows[done], c);
            }
            done++;
        }
    }

    private static void Eliminate(BigInteger[] row, BigInteger[] pivot, int c)
    {
        var (a, b) = (pivot[c], row[c]);
        var divisor = BigInteger.Zero;
        for (var k = 0; k < row.Length; k++)
        {
            row[k] = row[k] * a - pivot[k] * b;
            divisor = BigInteger.GreatestCommonDivisor(divisor, row[k]);
        }
        for (var k = 0; divisor > 1 && k < row.Length; k++) row[k] /= divisor;
    }
}
