using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Phm.Statistics;

/// <summary>
/// Sums and products of arrays, four numbers at a time on every machine: a wider machine does not add in another order, so results have the
/// same bits everywhere.
/// </summary>
internal static class Lanes
{
    /// <summary>y += a x, for lengths that are multiples of 4 or not.</summary>
    public static void AddScaled(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        var (at, factor) = (0, Vector256.Create(a));
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(y);
        for (; at + 4 <= x.Length; at += 4)
            Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref from, (nuint)at), Vector256.LoadUnsafe(ref to, (nuint)at)).StoreUnsafe(ref to, (nuint)at);
        for (; at < x.Length; at++) y[at] = Math.FusedMultiplyAdd(a, x[at], y[at]);
    }

    /// <summary>Σ x y.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (at, first, second) = (0, Vector256<double>.Zero, Vector256<double>.Zero);
        ref var left = ref MemoryMarshal.GetReference(x);
        ref var right = ref MemoryMarshal.GetReference(y);
        for (; at + 8 <= x.Length; at += 8)
        {
            first = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref left, (nuint)at), Vector256.LoadUnsafe(ref right, (nuint)at), first);
            second = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref left, (nuint)at + 4), Vector256.LoadUnsafe(ref right, (nuint)at + 4), second);
        }
        var sum = Vector256.Sum(first + second);
        for (; at < x.Length; at++) sum = Math.FusedMultiplyAdd(x[at], y[at], sum);
        return sum;
    }

    /// <summary>z = x y, for lengths that are multiples of 4.</summary>
    public static void Multiply(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z)
    {
        ref var left = ref MemoryMarshal.GetReference(x);
        ref var right = ref MemoryMarshal.GetReference(y);
        ref var to = ref MemoryMarshal.GetReference(z);
        for (var at = 0; at < x.Length; at += 4)
            (Vector256.LoadUnsafe(ref left, (nuint)at) * Vector256.LoadUnsafe(ref right, (nuint)at)).StoreUnsafe(ref to, (nuint)at);
    }
}
