using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

public sealed class PublisherSocketTests
{
    private readonly LogLines log = new();
    private int arrivals;

    [Fact]
    public async Task A_subscriber_gets_what_starts_with_its_prefixes_and_nothing_else()
    {
        await using var publisher = Bind();
        await using var subscriber = await SubscriberAsync(publisher, "stream", "st");
        await ArrivedAsync(publisher, subscriber, "stream");
        foreach (var topic in new[] { "status", "s", "", "Stream", "xstream", "stream.stdout" }) publisher.Publish(Frames.Of(topic, "body"));
        Assert.Equal("status|body", Frames.Text(await subscriber.ReceiveAsync(Patience.Token)));
        Assert.Equal("stream.stdout|body", Frames.Text(await subscriber.ReceiveAsync(Patience.Token)));
    }

    [Fact]
    public async Task A_subscription_that_was_taken_back_ends_and_the_others_stay()
    {
        await using var publisher = Bind();
        using var peer = await RawPeer.ReadyAsync(publisher.Endpoint, "SUB");
        await peer.SendAsync(Wire.Message("\u0001a"), Wire.Message("\u0001b"), Wire.Message("\0a"), Wire.CommandFrame("PING", 0, 0));
        Assert.Equal(Wire.CommandFrame("PONG")[2..], (await peer.ReadFrameAsync()).Body);
        publisher.Publish(Frames.Of("a"));
        publisher.Publish(Frames.Of("b"));
        Assert.Equal("b"u8.ToArray(), (await peer.ReadFrameAsync()).Body);
    }

    [Fact]
    public async Task The_commands_of_version_3_1_subscribe_as_well()
    {
        await using var publisher = Bind();
        using var peer = await RawPeer.ReadyAsync(publisher.Endpoint, "SUB");
        await peer.SendAsync(Wire.CommandFrame("SUBSCRIBE", Wire.Text("x")), Wire.CommandFrame("SUBSCRIBE", Wire.Text("y")));
        await peer.SendAsync(Wire.CommandFrame("CANCEL", Wire.Text("x")), Wire.CommandFrame("PING", 0, 0));
        Assert.Equal(Wire.CommandFrame("PONG")[2..], (await peer.ReadFrameAsync()).Body);
        publisher.Publish(Frames.Of("x"));
        publisher.Publish(Frames.Of("y"));
        Assert.Equal("y"u8.ToArray(), (await peer.ReadFrameAsync()).Body);
    }

    [Fact]
    public async Task Messages_of_a_subscriber_that_are_no_subscriptions_mean_nothing()
    {
        await using var publisher = Bind();
        using var peer = await RawPeer.ReadyAsync(publisher.Endpoint, "SUB");
        await peer.SendAsync(Wire.Message(""), Wire.Message("hello"), Wire.Message("\u0001a", "b"), Wire.CommandFrame("PING", 0, 0));
        Assert.Equal(Wire.CommandFrame("PONG")[2..], (await peer.ReadFrameAsync()).Body);
        publisher.Publish(Frames.Of("a"));
        await peer.SendAsync(Wire.CommandFrame("PING", 0, 0, 7));
        Assert.Equal(Wire.CommandFrame("PONG", 7)[2..], (await peer.ReadFrameAsync()).Body);
    }

    [Fact]
    public async Task All_subscribers_get_the_messages_of_all_threads_in_one_order()
    {
        await using var publisher = Bind();
        await using var first = await SubscriberAsync(publisher, "");
        await using var second = await SubscriberAsync(publisher, "");
        await ArrivedAsync(publisher, first, "!");
        await ArrivedAsync(publisher, second, "!");
        Parallel.For(0, 2000, i => publisher.Publish(Frames.Of($"{i}")));
        publisher.Publish(Frames.Of("end"));
        var (one, two) = (await UntilEndAsync(first), await UntilEndAsync(second));
        Assert.Equal(2000, one.Distinct().Count());
        Assert.Equal(one, two);
    }

    [Fact]
    public async Task A_subscriber_that_reads_again_gets_messages_again()
    {
        var limits = ZmtpLimits.Default with { SendQueueMessages = 10 };
        await using var publisher = PublisherSocket.Bind(Frames.AnyPort, limits, log.Write);
        await using var subscriber = await SubscriberSocket.ConnectAsync(publisher.Endpoint, limits with { ReceiveQueueMessages = 1 }, Patience.Token);
        await subscriber.SubscribeAsync(ReadOnlyMemory<byte>.Empty, Patience.Token);
        await ArrivedAsync(publisher, subscriber, "!");
        for (var body = new byte[1 << 20]; log.All.Count == 0;) publisher.Publish([Frames.Bytes("flood"), body]);
        var last = 0;
        while (Frames.Text([(await subscriber.ReceiveAsync(Patience.Token))[0]]) == "flood") publisher.Publish(Frames.Of($"{last++}"));
        Assert.Contains("does not read", log.All[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_expendable_gives_way_to_what_is_not()
    {
        var limits = ZmtpLimits.Default with { SendQueueMessages = 32 };
        await using var publisher = PublisherSocket.Bind(Frames.AnyPort, limits, log.Write);
        await using var subscriber = await SubscriberSocket.ConnectAsync(publisher.Endpoint, limits with { ReceiveQueueMessages = 1 }, Patience.Token);
        await subscriber.SubscribeAsync(ReadOnlyMemory<byte>.Empty, Patience.Token);
        await ArrivedAsync(publisher, subscriber, "!");
        for (var body = new byte[1 << 20]; log.All.Count == 0;) publisher.Publish([Frames.Bytes("flood"), body], isExpendable: true);
        publisher.Publish(Frames.Of("idle"));
        var topic = "flood";
        while (topic == "flood") topic = Frames.Text([(await subscriber.ReceiveAsync(Patience.Token))[0]]);
        Assert.Equal("idle", topic);
    }

    private PublisherSocket Bind() => PublisherSocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);

    private static async Task<SubscriberSocket> SubscriberAsync(PublisherSocket publisher, params string[] prefixes)
    {
        var subscriber = await SubscriberSocket.ConnectAsync(publisher.Endpoint, ZmtpLimits.Default, Patience.Token);
        foreach (var prefix in prefixes) await subscriber.SubscribeAsync(Frames.Bytes(prefix), Patience.Token);
        return subscriber;
    }

    /// <summary>Waits until a subscription has reached the publisher, and takes away what that needed.</summary>
    private async Task ArrivedAsync(PublisherSocket publisher, SubscriberSocket subscriber, string topic)
    {
        var received = subscriber.ReceiveAsync(Patience.Token);
        for (; !received.IsCompleted; await Task.Delay(5, Patience.Token)) publisher.Publish(Frames.Of(topic));
        var last = $"{topic}|last of {++arrivals}";
        publisher.Publish(Frames.Of(last.Split('|')));
        for (var message = await received; Frames.Text(message) != last;) message = await subscriber.ReceiveAsync(Patience.Token);
    }

    private static async Task<List<string>> UntilEndAsync(SubscriberSocket subscriber)
    {
        var messages = new List<string>();
        for (var text = ""; text != "end"; text = Frames.Text(await subscriber.ReceiveAsync(Patience.Token)))
        {
            if (text.Length > 0 && !text.StartsWith('!')) messages.Add(text);
        }
        return messages;
    }
}
