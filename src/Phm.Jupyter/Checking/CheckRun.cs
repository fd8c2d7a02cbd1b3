using System.Diagnostics;

namespace Phm.Jupyter.Checking;

/// <summary>Takes the steps of a check one after the other, and notes what each has come to.</summary>
/// <param name="patience">How long one step may take.</param>
/// <param name="cancellation">Ends the whole check.</param>
internal sealed class CheckRun(TimeSpan patience, CancellationToken cancellation)
{
    private readonly List<CheckStep> steps = [];
    private string? obstacle;

    /// <summary>What was noted.</summary>
    public IReadOnlyList<CheckStep> Steps => steps;

    /// <summary>Takes a step, unless one before has failed without which it cannot be taken.</summary>
    /// <param name="name">What is asked of the kernel.</param>
    /// <param name="isNeeded">Whether the steps after it need it.</param>
    /// <param name="step">Does it and tells what was found; where that is wrong it throws a <see cref="CheckFailedException"/>.</param>
    /// <param name="kernel">The kernel, if it is to live through the step.</param>
    public async Task TakeAsync(string name, bool isNeeded, Func<CancellationToken, Task<string>> step, KernelUnderCheck? kernel = null)
    {
        if (obstacle is not null)
        {
            steps.Add(new(name, CheckVerdict.NotTried, null, $"because of '{obstacle}'"));
            return;
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, kernel?.Ended ?? CancellationToken.None);
        limit.CancelAfter(patience);
        var clock = Stopwatch.StartNew();
        try
        {
            var found = await step(limit.Token).WaitAsync(limit.Token);
            steps.Add(new(name, CheckVerdict.Passed, clock.Elapsed, found));
        }
        catch (CheckFailedException e)
        {
            Fail(name, clock.Elapsed, e.Message, isNeeded);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // A kernel that is dead or does not answer any more answers nothing else either.
            Fail(name, clock.Elapsed, kernel is { Ended.IsCancellationRequested: true } ? kernel.Death() : FormattableString.Invariant($"no answer within {patience.TotalSeconds:0.#} s"), isNeeded: true);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            Fail(name, clock.Elapsed, kernel is { Ended.IsCancellationRequested: true } ? kernel.Death() : $"the connection broke: {e.Message}", isNeeded: true);
        }
    }

    /// <summary>Notes that a step does not concern this kernel.</summary>
    public void LeaveOut(string name, string why) => steps.Add(new(name, CheckVerdict.LeftOut, null, why));

    private void Fail(string name, TimeSpan time, string detail, bool isNeeded)
    {
        steps.Add(new(name, CheckVerdict.Failed, time, detail));
        if (isNeeded) obstacle = name;
    }
}
