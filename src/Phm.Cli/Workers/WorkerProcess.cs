using System.Diagnostics;
using System.IO.Pipes;
using System.Threading.Channels;
using Phm.Notebook;

namespace Phm.Cli.Workers;

/// <summary>A worker as <c>phm</c> sees it: a process that warms its compiler up, runs one notebook and ends.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>How long an ended worker's pipes are listened to: what a cell has started may hold them open.</summary>
    private static readonly TimeSpan Remainder = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly WorkerPipe pipe;
    private readonly Channel<WorkerMessage> messages = Channel.CreateUnbounded<WorkerMessage>();
    private readonly BoundedText output;
    private readonly BoundedText error;

    private WorkerProcess(Process process, WorkerPipe pipe, WorkerMemory memory)
    {
        this.process = process;
        this.pipe = pipe;
        Memory = memory;
        process.StandardInput.Close();
        output = BoundedText.Of(process.StandardOutput);
        error = BoundedText.Of(process.StandardError);
        var listening = Task.Factory.StartNew(Listen, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _ = CompleteAsync(listening);
    }

    /// <summary>What the worker tells, until it has ended.</summary>
    public ChannelReader<WorkerMessage> Messages => messages.Reader;

    /// <summary>Whether it has gone, by itself or by another's hand.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>How much memory it may use.</summary>
    public WorkerMemory Memory { get; }

    /// <summary>The beginning of what it wrote to its error stream, outside cells.</summary>
    public string Error => error.ToString();

    /// <summary>Starts a worker.</summary>
    /// <exception cref="NotebookException">The system does not start it.</exception>
    public static WorkerProcess Start(WorkerMemory memory)
    {
        var writes = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        var reads = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        var start = WorkerProgram.StartInfo(memory);
        foreach (var argument in WorkerCommand.Arguments(writes.GetClientHandleAsString(), reads.GetClientHandleAsString())) start.ArgumentList.Add(argument);
        var pipe = new WorkerPipe(reads, writes);
        try
        {
            return new WorkerProcess(Process.Start(start)!, pipe, memory);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            pipe.Dispose();
            throw new NotebookException($"The process for a notebook cannot be started ({e.Message}). Is there memory left?", e);
        }
        finally
        {
            writes.DisposeLocalCopyOfClientHandle();
            reads.DisposeLocalCopyOfClientHandle();
        }
    }

    /// <summary>Sends a message; a worker that has gone is noticed by its <see cref="Messages"/>.</summary>
    public void Send(WorkerMessage message) => pipe.TrySend(message);

    /// <summary>Ends the worker and all that it has started.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    /// <summary>Waits for the end; a worker that takes too long is killed.</summary>
    /// <returns>The exit code; of one that a signal ended, 128 and the signal's number.</returns>
    public async Task<int> EndAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
        await Task.WhenAny(Task.WhenAll(output.End, error.End), Task.Delay(Remainder));
        return process.ExitCode;
    }

    /// <summary>A worker that has nothing to do any more ends when its pipe is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        pipe.Dispose();
        if (!process.HasExited) Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Listen()
    {
        while (pipe.Receive() is { } message) messages.Writer.TryWrite(message);
    }

    private async Task CompleteAsync(Task listening)
    {
        await Task.WhenAny(listening, process.WaitForExitAsync());
        await Task.WhenAny(listening, Task.Delay(Remainder));
        messages.Writer.TryComplete();
    }
}
