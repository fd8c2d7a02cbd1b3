using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Phm.Statistics;

/// <summary>Adds XᵀWX of a block of rows to a square of sums, in tiles of four by two columns that stay in registers.</summary>
internal static class CrossProduct
{
    /// <summary>Adds the upper triangle (and a little below its diagonal).</summary>
    /// <param name="weighted">WX, a column after the other, each <see cref="RowBlock.Size"/> long; a multiple of 4 columns.</param>
    /// <param name="x">X, in the same shape.</param>
    /// <param name="columns">How many columns there are, a multiple of 4.</param>
    /// <param name="sums">The square of sums, row by row.</param>
    public static void Add(ReadOnlySpan<double> weighted, ReadOnlySpan<double> x, int columns, Span<double> sums)
    {
        ref var left = ref MemoryMarshal.GetReference(weighted);
        ref var right = ref MemoryMarshal.GetReference(x);
        for (var i = 0; i < columns; i += 4)
        {
            for (var j = i; j < columns; j += 2) AddTile(ref left, ref right, i, j, columns, sums);
        }
    }

    private static void AddTile(ref double left, ref double right, int i, int j, int columns, Span<double> sums)
    {
        const int size = RowBlock.Size;
        var (a0, a1, a2, a3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (b0, b1, b2, b3) = (a0, a0, a0, a0);
        nuint w0 = (nuint)(i * size), w1 = w0 + size, w2 = w1 + size, w3 = w2 + size, x0 = (nuint)(j * size), x1 = x0 + size;
        for (nuint row = 0; row < size; row += 4)
        {
            var (p, q) = (Vector256.LoadUnsafe(ref right, x0 + row), Vector256.LoadUnsafe(ref right, x1 + row));
            var w = Vector256.LoadUnsafe(ref left, w0 + row);
            a0 = Vector256.FusedMultiplyAdd(w, p, a0);
            b0 = Vector256.FusedMultiplyAdd(w, q, b0);
            w = Vector256.LoadUnsafe(ref left, w1 + row);
            a1 = Vector256.FusedMultiplyAdd(w, p, a1);
            b1 = Vector256.FusedMultiplyAdd(w, q, b1);
            w = Vector256.LoadUnsafe(ref left, w2 + row);
            a2 = Vector256.FusedMultiplyAdd(w, p, a2);
            b2 = Vector256.FusedMultiplyAdd(w, q, b2);
            w = Vector256.LoadUnsafe(ref left, w3 + row);
            a3 = Vector256.FusedMultiplyAdd(w, p, a3);
            b3 = Vector256.FusedMultiplyAdd(w, q, b3);
        }
        var at = i * columns + j;
        Put(sums.Slice(at, 2), a0, b0);
        Put(sums.Slice(at + columns, 2), a1, b1);
        Put(sums.Slice(at + 2 * columns, 2), a2, b2);
        Put(sums.Slice(at + 3 * columns, 2), a3, b3);
    }

    private static void Put(Span<double> pair, Vector256<double> first, Vector256<double> second)
    {
        pair[0] += Vector256.Sum(first);
        pair[1] += Vector256.Sum(second);
    }
}
