using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

[Collection(Alone.Name)]
public sealed class SlowSubscriberTests
{
    private readonly LogLines log = new();

    [Fact]
    public async Task A_subscriber_that_never_reads_loses_messages_and_the_others_none()
    {
        var limits = ZmtpLimits.Default with { SendQueueMessages = 200, SendQueueBytes = 4 << 20, Linger = TimeSpan.FromMilliseconds(1) };
        await using var publisher = PublisherSocket.Bind(Frames.AnyPort, limits, log.Write);
        using var idle = await RawPeer.ReadyAsync(publisher.Endpoint, "SUB");
        await idle.SendAsync(Wire.Message("\u0001"), Wire.CommandFrame("PING", 0, 0));
        await idle.ReadFrameAsync();
        using var reader = await RawPeer.ReadyAsync(publisher.Endpoint, "SUB");
        await reader.SendAsync(Wire.Message("\u0001"), Wire.CommandFrame("PING", 0, 0));
        await reader.ReadFrameAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 2000; i++)
        {
            publisher.Publish([BitConverter.GetBytes(i), new byte[100_000]]);
            Assert.Equal(BitConverter.GetBytes(i), (await reader.ReadFrameAsync()).Body);
            await reader.ReadAsync(9 + 100_000);
        }
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 30 << 20);
        Assert.Single(log.All, line => line.Contains("does not read", StringComparison.Ordinal));
    }
}
