using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>A cell may keep every thread of the pool: heartbeats are answered and interrupts heard all the same.</summary>
[Collection(Alone.Name)]
public sealed class BusyThreadPoolTests
{
    private const int MoreThanThePoolHas = 200;
    private static readonly byte[] Request = Wire.Message("", "are you there?");

    private readonly LogLines log = new();

    [Fact]
    public async Task A_heartbeat_is_answered()
    {
        await using var reply = ReplySocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        using var peer = await RawPeer.ReadyAsync(reply.Endpoint, "REQ");
        await WhileThePoolIsBusyAsync(() => Assert.Equal(Request, peer.Ask(Request)));
    }

    [Fact]
    public async Task A_router_that_waits_on_its_own_thread_answers()
    {
        await using var router = RouterSocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        using var peer = await RawPeer.ReadyAsync(router.Endpoint, "DEALER");
        var serving = new Thread(() =>
        {
            while (router.Receive() is { } message) router.TrySend(message.Identity, message.Frames);
        });
        serving.Start();
        await WhileThePoolIsBusyAsync(() => Assert.Equal(Request, peer.Ask(Request)));
        await router.DisposeAsync();
        serving.Join();
    }

    private static async Task WhileThePoolIsBusyAsync(Action act)
    {
        using var end = new ManualResetEventSlim();
        var busy = Enumerable.Range(0, MoreThanThePoolHas).Select(_ => Task.Run(end.Wait, Patience.Token)).ToArray();
        try
        {
            act();
            Assert.Contains(busy, task => !task.IsCompleted);
        }
        finally
        {
            end.Set();
        }
        await Task.WhenAll(busy);
    }
}
