using System.Runtime;
using Phm.Jupyter.Zmtp;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>An interrupt ends the thread of a cell wherever it is, even while it publishes.</summary>
public sealed class AbortedCellTests
{
    private const int Interrupts = 200;
    private static readonly string Body = "stream|" + new string('x', 3000) + "||end";

    private readonly LogLines log = new();

    [Fact]
    public async Task Interrupted_threads_leave_no_torn_message_and_no_lock_behind()
    {
        await using var publisher = PublisherSocket.Bind(Frames.AnyPort, ZmtpLimits.Default with { SendQueueBytes = 1 << 20 }, log.Write);
        await using var subscriber = await SubscribeAsync(publisher);
        var threads = Enumerable.Range(0, 4).Select(_ => StartCell(publisher)).ToArray();
        var reading = ReadUntilEndAsync(subscriber, "end of all");
        for (var i = 0; i < Interrupts; i++)
        {
            threads[i % 4].Interrupt();
            threads[i % 4].Join();
            threads[i % 4] = StartCell(publisher);
        }
        foreach (var thread in threads) thread.Interrupt();
        foreach (var thread in threads) thread.Join();
        for (; !reading.IsCompleted; await Task.Delay(5, Patience.Token)) publisher.Publish(Frames.Of("end of all"));
        await reading;
    }

    [Fact]
    public async Task Aborted_threads_leave_no_torn_message_and_no_lock_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "Elsewhere the runtime's abort ends the process, and cells are stopped otherwise.");
        await using var publisher = PublisherSocket.Bind(Frames.AnyPort, ZmtpLimits.Default, log.Write);
        await using var subscriber = await SubscribeAsync(publisher);
        var random = new Random(5);
        for (var i = 0; i < Interrupts; i++)
        {
            using var interrupt = new CancellationTokenSource();
            var started = new TaskCompletionSource();
            var cell = Task.Run(() => RunCell(publisher, started, interrupt.Token), Patience.Token);
            await started.Task;
            Thread.SpinWait(random.Next(20_000));
            await interrupt.CancelAsync();
            await cell;
            publisher.Publish(Frames.Of($"after {i}"));
            await ReadUntilEndAsync(subscriber, $"after {i}");
        }
    }

    private static async Task<SubscriberSocket> SubscribeAsync(PublisherSocket publisher)
    {
        var subscriber = await SubscriberSocket.ConnectAsync(publisher.Endpoint, ZmtpLimits.Default, Patience.Token);
        await subscriber.SubscribeAsync(ReadOnlyMemory<byte>.Empty, Patience.Token);
        return subscriber;
    }

    private static async Task ReadUntilEndAsync(SubscriberSocket subscriber, string end)
    {
        for (var text = Body; text != end; text = Frames.Text(await subscriber.ReceiveAsync(Patience.Token))) Assert.Equal(Body, text);
    }

    private static Thread StartCell(PublisherSocket publisher)
    {
        var thread = new Thread(() =>
        {
            try
            {
                // The wait is where an interrupt strikes a thread that meets no other wait.
                for (; ; Thread.Sleep(0)) publisher.Publish(Frames.Of(Body.Split('|')));
            }
            catch (ThreadInterruptedException)
            {
                // It was interrupted.
            }
        });
        thread.Start();
        return thread;
    }

    private static void RunCell(PublisherSocket publisher, TaskCompletionSource started, CancellationToken interrupt)
    {
        try
        {
#pragma warning disable SYSLIB0046 // How cells are ended there that do not co-operate.
            ControlledExecution.Run(
                () =>
                {
                    started.SetResult();
                    while (true) publisher.Publish(Frames.Of(Body.Split('|')));
                },
                interrupt);
#pragma warning restore SYSLIB0046
        }
        catch (OperationCanceledException)
        {
            // It was interrupted.
        }
    }
}
