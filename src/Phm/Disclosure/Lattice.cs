using System.Numerics;

namespace Phm.Disclosure;

/// <summary>
/// Everything that a table can show: one node for each combination of a node of every <see cref="Axis"/>, totals included. The
/// tables of one result that share categories are faces of one lattice, so a lattice that is protected as a whole protects them
/// against one another.
/// </summary>
public sealed class Lattice
{
    private readonly Axis[] _axes;
    private readonly int[] _strides;

    /// <summary>The lattice of these axes; arrays over its nodes run fastest along the last axis.</summary>
    /// <exception cref="ArgumentException">There is no axis.</exception>
    /// <exception cref="OverflowException">There are more nodes than an array can hold.</exception>
    public Lattice(params IReadOnlyList<Axis> axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        if (axes.Count == 0) throw new ArgumentException("A lattice needs at least one axis.", nameof(axes));
        _axes = [.. axes];
        _strides = new int[_axes.Length];
        Count = 1;
        LeafCount = 1;
        for (var axis = _axes.Length - 1; axis >= 0; axis--)
        {
            _strides[axis] = Count;
            Count = checked(Count * _axes[axis].Count);
            LeafCount *= _axes[axis].Leaves.Count;
        }
    }

    /// <summary>The axes, in order.</summary>
    public IReadOnlyList<Axis> Axes => _axes;

    /// <summary>How many nodes the lattice has.</summary>
    public int Count { get; }

    /// <summary>How many nodes are leaves on every axis.</summary>
    public int LeafCount { get; }

    /// <summary>The number of the node at these nodes of the axes, one for each axis in order.</summary>
    /// <exception cref="ArgumentException">There are more or fewer coordinates than axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not a node of its axis.</exception>
    public int Index(params ReadOnlySpan<int> coordinates)
    {
        if (coordinates.Length != _axes.Length)
            throw new ArgumentException($"{coordinates.Length} coordinates for {_axes.Length} axes; give one for each axis.", nameof(coordinates));
        var index = 0;
        for (var axis = 0; axis < coordinates.Length; axis++)
        {
            if ((uint)coordinates[axis] >= (uint)_axes[axis].Count)
                throw new ArgumentOutOfRangeException(nameof(coordinates), $"Coordinate {coordinates[axis]} on axis {axis}; expected a node from 0 to {_axes[axis].Count - 1}.");
            index += coordinates[axis] * _strides[axis];
        }
        return index;
    }

    /// <summary>The node of one axis at which a node of the lattice lies.</summary>
    public int Coordinate(int index, int axis) => index / _strides[axis] % _axes[axis].Count;

    /// <summary>Sums the values of the leaves to every node.</summary>
    /// <param name="leafValues">
    /// One value for each combination of leaves, in the order of <see cref="Axis.Leaves"/>, running fastest along the last axis.
    /// </param>
    /// <returns>One value a node of the lattice.</returns>
    /// <exception cref="ArgumentException">There are more or fewer values than <see cref="LeafCount"/>.</exception>
    public T[] Totals<T>(ReadOnlySpan<T> leafValues) where T : INumber<T>
    {
        if (leafValues.Length != LeafCount)
            throw new ArgumentException($"{leafValues.Length} leaf values for a lattice of {LeafCount} leaves.", nameof(leafValues));
        var values = new T[Count];
        for (var leaf = 0; leaf < leafValues.Length; leaf++) values[IndexOfLeaf(leaf)] = leafValues[leaf];
        for (var axis = 0; axis < _axes.Length; axis++) SumAlong(axis, values);
        return values;
    }

    /// <inheritdoc cref="Totals{T}(ReadOnlySpan{T})"/>
    public T[] Totals<T>(T[] leafValues) where T : INumber<T> => Totals((ReadOnlySpan<T>)leafValues);

    /// <summary>
    /// Spreads a mask over the leading axes to this whole lattice: what is hidden in a table of people is hidden for every service
    /// in the table of their spend.
    /// </summary>
    /// <param name="mask">A mask of the lattice that has only the leading axes of this one.</param>
    /// <exception cref="ArgumentException">The mask is not that of the leading axes.</exception>
    public bool[] Spread(IReadOnlyList<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        var times = _strides.Append(Count).FirstOrDefault(stride => (long)stride * mask.Count == Count);
        if (times == 0) throw new ArgumentException($"A mask of {mask.Count} nodes does not fit the leading axes of a lattice of {Count} nodes.", nameof(mask));
        var spread = new bool[Count];
        for (var index = 0; index < Count; index++) spread[index] = mask[index / times];
        return spread;
    }

    /// <summary>How far apart neighbouring nodes of an axis lie in an array over the lattice.</summary>
    internal int Stride(int axis) => _strides[axis];

    /// <summary>The number of the node of a leaf, by the leaf's place in the order of <see cref="Totals{T}(ReadOnlySpan{T})"/>.</summary>
    internal int IndexOfLeaf(int leaf)
    {
        var index = 0;
        for (var axis = _axes.Length - 1; axis >= 0; axis--)
        {
            var leaves = _axes[axis].Leaves;
            index += leaves[leaf % leaves.Count] * _strides[axis];
            leaf /= leaves.Count;
        }
        return index;
    }

    private void SumAlong<T>(int axis, T[] values) where T : INumber<T>
    {
        var stride = _strides[axis];
        var block = stride * _axes[axis].Count;
        foreach (var node in _axes[axis].ChildrenFirst)
        {
            var parent = _axes[axis].Parent(node);
            if (parent < 0) continue;
            for (var start = 0; start < values.Length; start += block)
            {
                for (var offset = 0; offset < stride; offset++) values[start + parent * stride + offset] += values[start + node * stride + offset];
            }
        }
    }
}
