using Phm.Disclosure;

namespace Phm.Tests.Disclosure;

/// <summary>
/// A reader with all the time in the world: writes down every table of whole numbers that agrees with the shown ones and with "a
/// suppressed count is at least 1", and notes which values each node takes.
/// </summary>
internal sealed class CountingReader
{
    private readonly Lattice _lattice;
    private readonly long[] _counts;
    private readonly bool[] _hidden;
    private readonly bool[] _unpublished;
    private readonly int _beyond;
    private readonly int[] _cells;
    private readonly int[][] _above;
    private readonly int[] _last;
    private readonly long[] _table;
    private readonly HashSet<long>[] _values;

    private CountingReader(Lattice lattice, long[] counts, bool[] hidden, bool[]? unpublished, int beyond)
    {
        (_lattice, _counts, _hidden, _unpublished, _beyond) = (lattice, counts, hidden, unpublished ?? new bool[lattice.Count], beyond);
        _cells = [.. Enumerable.Range(0, lattice.Count).Where(node => Enumerable.Range(0, lattice.Axes.Count).All(a => lattice.Axes[a].Leaves.Contains(lattice.Coordinate(node, a))))];
        _above = [.. _cells.Select(cell => Enumerable.Range(0, lattice.Count).Where(node => CountsTowards(cell, node)).ToArray())];
        _last = new int[lattice.Count];
        for (var k = 0; k < _cells.Length; k++)
        {
            foreach (var node in _above[k]) _last[node] = k;
        }
        _table = new long[lattice.Count];
        _values = [.. Enumerable.Range(0, lattice.Count).Select(_ => new HashSet<long>())];
    }

    /// <summary>The values that each node takes in some table; cells are tried up to so much beyond their true value.</summary>
    public static HashSet<long>[] PossibleValues(Lattice lattice, long[] counts, bool[] hidden, bool[]? unpublished = null, int beyond = 3)
    {
        var reader = new CountingReader(lattice, counts, hidden, unpublished, beyond);
        reader.Try(0);
        return reader._values;
    }

    private void Try(int k)
    {
        if (k == _cells.Length)
        {
            for (var node = 0; node < _table.Length; node++) _values[node].Add(_table[node]);
            return;
        }
        var cell = _cells[k];
        var (least, most) = _hidden[cell] ? (_unpublished[cell] ? 0 : 1, _counts[cell] + _beyond) : (_counts[cell], _counts[cell]);
        for (var value = least; value <= most; value++)
        {
            foreach (var node in _above[k]) _table[node] += value;
            if (_above[k].All(node => Agrees(node, k))) Try(k + 1);
            foreach (var node in _above[k]) _table[node] -= value;
        }
    }

    private bool Agrees(int node, int k) => _hidden[node]
        ? _last[node] > k || _unpublished[node] || _table[node] >= 1
        : _table[node] <= _counts[node] && (_last[node] > k || _table[node] == _counts[node]);

    private bool CountsTowards(int cell, int node) => Enumerable.Range(0, _lattice.Axes.Count).All(axis =>
    {
        var coordinate = _lattice.Coordinate(cell, axis);
        while (coordinate >= 0 && coordinate != _lattice.Coordinate(node, axis)) coordinate = _lattice.Axes[axis].Parents[coordinate];
        return coordinate >= 0;
    });
}
