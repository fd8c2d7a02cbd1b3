using System.Runtime.InteropServices;

namespace Phm.Jupyter.Messages;

/// <summary>
/// Remembers the latest signatures, so that a message which somebody recorded and sends again is not executed again. The oldest
/// give way.
/// </summary>
/// <param name="capacity">How many are remembered.</param>
internal sealed class ReplayGuard(int capacity = ReplayGuard.DefaultCapacity)
{
    private const int DefaultCapacity = 65_536;

    private readonly Lock gate = new();
    private readonly HashSet<Signature> seen = [];
    private readonly Queue<Signature> order = new();

    /// <summary>Notes a signature.</summary>
    /// <param name="signature">Its 32 bytes.</param>
    /// <returns>False where it is known already.</returns>
    public bool IsNew(ReadOnlySpan<byte> signature)
    {
        var key = MemoryMarshal.Read<Signature>(signature);
        lock (gate)
        {
            if (!seen.Add(key)) return false;
            order.Enqueue(key);
            if (order.Count > capacity) seen.Remove(order.Dequeue());
            return true;
        }
    }

    private readonly record struct Signature(UInt128 First, UInt128 Second);
}
