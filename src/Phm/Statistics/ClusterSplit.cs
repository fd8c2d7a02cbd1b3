namespace Phm.Statistics;

/// <summary>Clusters told apart by a number that takes two values and is the same throughout each of them.</summary>
internal sealed class ClusterSplit(int clusters)
{
    private readonly double?[] _values = new double?[2];
    private readonly int[] _rows = new int[2];
    private readonly int[] _clusters = new int[2];

    /// <summary>The side of each cluster, from 1; 0 before a row of it was seen.</summary>
    private readonly byte[] _sides = new byte[clusters];

    /// <summary>Whether a third value or a cluster of both was seen.</summary>
    private bool _isNone;

    /// <summary>Whether there are two sides, and one of them is a single cluster.</summary>
    public bool HasLoneSide => !_isNone && _values[1] is not null && _clusters.Contains(1);

    public void Add(int cluster, double value)
    {
        if (_isNone) return;
        var side = value == (_values[0] ??= value) ? 0 : value == (_values[1] ??= value) ? 1 : -1;
        _isNone = side < 0 || _sides[cluster] != 0 && _sides[cluster] != side + 1;
        if (_isNone) return;
        if (_sides[cluster] == 0) _clusters[side]++;
        _sides[cluster] = (byte)(side + 1);
        _rows[side]++;
    }

    /// <summary>Whether the rows that have a value are a single cluster.</summary>
    public bool IsLone(double value) => HasLoneSide && _clusters[SideOf(value)] == 1;

    /// <summary>How many rows have a value.</summary>
    public int RowsOf(double value) => _rows[SideOf(value)];

    private int SideOf(double value) => _values[0] == value ? 0 : 1;
}
