namespace Phm.Statistics;

/// <summary>A number worked out from some rows, of which the same may come several times. It is called by several threads at once and must not change anything.</summary>
/// <param name="rows">The positions of the rows, from 0.</param>
public delegate double RowStatistic(ReadOnlySpan<int> rows);
