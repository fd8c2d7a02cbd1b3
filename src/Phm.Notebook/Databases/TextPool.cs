using System.Runtime.InteropServices;
using System.Text;

namespace Phm.Notebook.Databases;

/// <summary>
/// Gives equal short texts of a result one string: codes and dates repeat, and a kept result holds each of them a thousand times. Bounded:
/// a text that has been pushed out is made again.
/// </summary>
internal sealed class TextPool
{
    private const int Slots = 8192;
    private const int Longest = 64;

    private readonly (byte[] Utf8, string Text)[] slots = new (byte[], string)[Slots];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest) return Encoding.UTF8.GetString(utf8);
        ref var slot = ref slots[Hash(utf8) % Slots];
        if (slot.Text is not null && utf8.SequenceEqual(slot.Utf8)) return slot.Text;
        slot = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return slot.Text;
    }

    /// <summary>FNV-1a over words of eight bytes, then over the rest.</summary>
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(utf8)) hash = (hash ^ word) * 1099511628211UL;
        foreach (var rest in utf8[(utf8.Length & ~7)..]) hash = (hash ^ rest) * 1099511628211UL;
        return (uint)(hash >> 32);
    }
}
