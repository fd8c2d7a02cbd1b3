using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Phm.Populations;

/// <summary>
/// Counting in a sorted run of days. A person's history is short, so comparing all of it a vector at a time is faster than a
/// binary search, whose every step is a branch that cannot be foretold.
/// </summary>
internal static class DayColumn
{
    /// <summary>How many days of a sorted run lie before a day.</summary>
    public static int CountBefore(ReadOnlySpan<Day> sorted, Day day) => day.Number == 0 ? 0 : CountThrough(sorted, new Day((ushort)(day.Number - 1)));

    /// <summary>How many days of a sorted run lie before a day or on it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int CountThrough(ReadOnlySpan<Day> sorted, Day day)
    {
        var numbers = MemoryMarshal.Cast<Day, ushort>(sorted);
        var limit = new Vector<ushort>(day.Number);
        var counts = Vector<ushort>.Zero;
        var total = 0;
        var i = 0;
        while (i + Vector<ushort>.Count <= numbers.Length)
        {
            var inside = Vector.LessThanOrEqual(new Vector<ushort>(numbers[i..]), limit);
            counts -= inside;
            i += Vector<ushort>.Count;
            if (inside[Vector<ushort>.Count - 1] == 0) return total + Vector.Sum(counts);
            if (i % (Vector<ushort>.Count * 1024) != 0) continue;
            total += Vector.Sum(counts);
            counts = Vector<ushort>.Zero;
        }
        total += Vector.Sum(counts);
        while (i < numbers.Length && numbers[i] <= day.Number)
        {
            total++;
            i++;
        }
        return total;
    }
}
