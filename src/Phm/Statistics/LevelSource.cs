using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Phm.Statistics;

/// <summary>1 where a factor is at a level, else 0.</summary>
internal sealed class LevelSource(int[] codes, int level, RowSelection rows) : ColumnSource
{
    public override void Fill(int start, Span<double> into)
    {
        if (rows.Chosen is { } chosen)
        {
            for (var i = 0; i < into.Length; i++) into[i] = codes[chosen[start + i]] == level ? 1 : 0;
            return;
        }
        var (at, sought, one) = (0, Vector128.Create(level), Vector256.Create(1.0));
        ref var code = ref MemoryMarshal.GetReference(codes.AsSpan(start, into.Length));
        ref var number = ref MemoryMarshal.GetReference(into);
        for (; at + 4 <= into.Length; at += 4)
        {
            var (low, high) = Vector128.Widen(Vector128.Equals(Vector128.LoadUnsafe(ref code, (nuint)at), sought));
            (Vector256.Create(low, high).AsDouble() & one).StoreUnsafe(ref number, (nuint)at);
        }
        for (; at < into.Length; at++) into[at] = codes[start + at] == level ? 1 : 0;
    }
}
