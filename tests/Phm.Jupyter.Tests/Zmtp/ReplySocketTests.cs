using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

public sealed class ReplySocketTests
{
    private readonly LogLines log = new();

    [Fact]
    public async Task A_request_comes_back()
    {
        await using var reply = ReplySocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        await using var request = await RequestSocket.ConnectAsync(reply.Endpoint, ZmtpLimits.Default, Patience.Token);
        Assert.Equal("ping", Frames.Text(await request.RequestAsync(Frames.Of("ping"), Patience.Token)));
        Assert.Equal("a||b", Frames.Text(await request.RequestAsync(Frames.Of("a", "", "b"), Patience.Token)));
    }

    [Fact]
    public async Task The_envelope_comes_back_with_it()
    {
        await using var reply = ReplySocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        using var peer = await RawPeer.ReadyAsync(reply.Endpoint, "DEALER");
        var message = Wire.Message("hop 1", "hop 2", "", "body");
        await peer.SendAsync(message);
        Assert.Equal(message, await peer.ReadAsync(message.Length));
    }

    [Fact]
    public async Task A_message_without_delimiter_is_dropped_and_the_next_request_answered()
    {
        await using var reply = ReplySocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        using var peer = await RawPeer.ReadyAsync(reply.Endpoint, "DEALER");
        var request = Wire.Message("", "body");
        await peer.SendAsync(Wire.Message("no", "delimiter"), request);
        Assert.Equal(request, await peer.ReadAsync(request.Length));
        Assert.Contains("no request", Assert.Single(log.All), StringComparison.Ordinal);
    }
}
