using Phm.Jupyter.Messages;
using Phm.Jupyter.Serving;
using Phm.Jupyter.Tests.Zmtp;
using Phm.Jupyter.Zmtp;
using Phm.Notebook.Outputs;

namespace Phm.Jupyter.Tests.Serving;

public sealed class OutputPublisherTests
{
    private const string Session = "0123456789abcdef";

    private readonly LogLines log = new();

    [Fact]
    public async Task A_subscriber_too_slow_for_all_updates_of_a_display_still_sees_its_last_state_and_the_idle()
    {
        var limits = ZmtpLimits.Default with { SendQueueMessages = 32 };
        await using var socket = PublisherSocket.Bind(Zmtp.Frames.AnyPort, limits, log.Write);
        await using var subscriber = await SubscriberSocket.ConnectAsync(socket.Endpoint, limits with { ReceiveQueueMessages = 1 }, Patience.Token);
        await subscriber.SubscribeAsync(ReadOnlyMemory<byte>.Empty, Patience.Token);
        using var signer = new MessageSigner("key");
        var publisher = new OutputPublisher(socket, new MessageEncoder(signer, Session));
        var parent = new MessageHeader("m1", "client", "execute_request", "{}"u8.ToArray());
        var first = subscriber.ReceiveAsync(Patience.Token);
        for (; !first.IsCompleted; await Task.Delay(5, Patience.Token)) publisher.Status(null, KernelState.Starting);

        for (var text = new string('x', 1 << 20); log.All.Count == 0;) publisher.Output(parent, Update(text));
        publisher.Output(parent, Update("the last state"));
        publisher.CatchUp();
        publisher.Status(parent, KernelState.Idle);

        var (message, before) = ("", "");
        while (!message.Contains("\"idle\"", StringComparison.Ordinal)) (before, message) = (message, Zmtp.Frames.Text(await subscriber.ReceiveAsync(Patience.Token)));
        Assert.Contains("the last state", before, StringComparison.Ordinal);
    }

    private static DisplayUpdate Update(string text) => new("display-1", MimeBundle.Of("text/plain", text));
}
