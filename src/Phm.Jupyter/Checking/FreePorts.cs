using System.Net;
using System.Net.Sockets;

namespace Phm.Jupyter.Checking;

/// <summary>
/// Ports of this machine that nobody listens at. They lie below those that systems give to outgoing connections: a client that
/// waits for a kernel to listen there cannot by accident be given the very port and meet itself.
/// </summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int End = 32_000;

    /// <summary>Finds some ports. Another program may take one before it is used; Jupyter lives with that as well.</summary>
    /// <exception cref="IOException">There are not as many.</exception>
    public static IReadOnlyList<int> Find(int count)
    {
        var start = Random.Shared.Next(First, End);
        var free = Enumerable.Range(start, End - start).Concat(Enumerable.Range(First, start - First)).Where(IsFree).Take(count).ToArray();
        return free.Length == count ? free : throw new IOException($"There are no {count} free ports from {First} to {End - 1} on this machine.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
