using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>Messages as tests await them: the sockets themselves wait on a thread.</summary>
internal static class Receiving
{
    public static ValueTask<RoutedMessage> ReceiveAsync(this RouterSocket router) =>
        new(Task.Run(() => router.Receive(Patience.Token) ?? throw new IOException("The socket was closed.")));
}
