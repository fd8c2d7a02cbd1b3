using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Phm.Populations;

/// <summary>
/// Finding a period in a sorted run of days. A person's history is short, so comparing all of it a vector at a time is faster than a
/// binary search, whose every step is a branch that cannot be foretold.
/// </summary>
internal static class DayColumn
{
    /// <summary>The rows of a sorted run whose day lies in a period.</summary>
    /// <param name="days">The column that the run lies in. A vector may reach beyond the run; what it finds there does not count.</param>
    /// <param name="start">The first row of the run.</param>
    /// <param name="end">The row after its last.</param>
    /// <param name="period">The period.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RowRange Within(ReadOnlySpan<Day> days, int start, int end, Period period)
    {
        var numbers = MemoryMarshal.Cast<Day, ushort>(days);
        var (first, last) = (Vector256.Create(period.First.Number), Vector256.Create(period.Last.Number));
        var (before, through) = (0, 0);
        var row = start;
        for (; row < end && row + Vector256<ushort>.Count <= numbers.Length; row += Vector256<ushort>.Count)
        {
            var some = Vector256.Create(numbers.Slice(row, Vector256<ushort>.Count));
            var inRun = end - row < Vector256<ushort>.Count ? (1u << (end - row)) - 1 : uint.MaxValue;
            before += BitOperations.PopCount(Vector256.LessThan(some, first).ExtractMostSignificantBits() & inRun);
            through += BitOperations.PopCount(Vector256.LessThanOrEqual(some, last).ExtractMostSignificantBits() & inRun);
        }
        for (; row < end; row++)
        {
            if (days[row] < period.First) before++;
            if (days[row] <= period.Last) through++;
        }
        return new(start + before, start + through);
    }
}
