using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using Phm.Notebook;
using Phm.Notebook.Documents;
using Phm.Notebook.Execution;
using Phm.Notebook.Running;

namespace Phm.Cli.Workers;

/// <summary>The worker's side: waits for its notebook while the compiler warms up, runs it and tells what happens.</summary>
internal sealed class WorkingNotebook : IDisposable
{
    private readonly WorkerPipe pipe;
    private readonly TaskCompletionSource<NotebookJob> job = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stop = new();

    private WorkingNotebook(WorkerPipe pipe) => this.pipe = pipe;

    /// <summary>Runs the one notebook that comes over the pipe.</summary>
    /// <param name="reads">The handle of the pipe with orders.</param>
    /// <param name="writes">The handle of the pipe for news.</param>
    public static async Task<int> RunAsync(string reads, string writes)
    {
        WorkerProgram.KeepSurroundings();
        // Any other error that nobody catches ends the notebook, and the parent is told.
        UncaughtErrors.Handle(static _ => false);
        // Ctrl-C reaches all processes of the terminal. What it means is for the parent to say.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var pipe = new WorkerPipe(new AnonymousPipeClientStream(PipeDirection.In, reads), new AnonymousPipeClientStream(PipeDirection.Out, writes));
        using var worker = new WorkingNotebook(pipe);
        new Thread(worker.Listen) { IsBackground = true, Name = "Orders" }.UnsafeStart();
        _ = NotebookSession.WarmUpAsync();
        var job = await worker.job.Task;
        pipe.TrySend(await worker.RunAsync(job));
        // Threads that cells have left behind do not keep the process.
        Environment.Exit(ExitCode.Success);
        return ExitCode.Success;
    }

    public void Dispose() => stop.Dispose();

    private async Task<WorkerMessage> RunAsync(NotebookJob job)
    {
        AppDomain.CurrentDomain.ProcessExit += TellOfExit;
        AppDomain.CurrentDomain.UnhandledException += TellOfCrash;
        try
        {
            var report = await NotebookRunner.RunAsync(NotebookDocument.Load(job.Path), job.ToRunOptions(), new Told(pipe), stop.Token);
            return new WorkerMessage.Done(WorkerReport.Of(report));
        }
        catch (NotebookException e)
        {
            return new WorkerMessage.Refused(e.Message);
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= TellOfExit;
        }
    }

    private void TellOfExit(object? sender, EventArgs e) => pipe.TrySend(new WorkerMessage.Exiting());

    private void TellOfCrash(object sender, UnhandledExceptionEventArgs e)
    {
        if (e.ExceptionObject is Exception exception) pipe.TrySend(new WorkerMessage.Crashing(exception.GetType().Name, exception.Message));
    }

    private void Listen()
    {
        while (pipe.Receive() is { } message)
        {
            if (message is WorkerMessage.Run run) job.TrySetResult(run.Job);
            else if (message is WorkerMessage.Cancel) ThreadPool.UnsafeQueueUserWorkItem(static stop => stop.Cancel(), stop, preferLocal: false);
        }
        // The parent has gone, and nobody will read what comes out: no cell may keep the process.
        Process.GetCurrentProcess().Kill();
    }

    private sealed class Told(WorkerPipe pipe) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => pipe.TrySend(new WorkerMessage.Step(value));
    }
}
