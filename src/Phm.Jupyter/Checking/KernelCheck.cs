using System.Diagnostics;
using System.Text.Json;
using Phm.Jupyter.Installation;

namespace Phm.Jupyter.Checking;

/// <summary>Starts an installed kernel as Jupyter would, and asks of it what Jupyter asks.</summary>
public sealed class KernelCheck
{
    /// <summary>What Jupyter waits after a request for shutdown before it sends a signal.</summary>
    private static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(2.5);

    private readonly KernelSpec spec;
    private readonly CheckRun run;
    private readonly KernelUnderCheck kernel;
    private KernelClient? client;

    private KernelCheck(KernelSpec spec, CheckRun run, KernelUnderCheck kernel) => (this.spec, this.run, this.kernel) = (spec, run, kernel);

    /// <summary>Checks a kernel. Its process and its connection file are gone afterwards, whatever happens.</summary>
    /// <param name="spec">The kernel; of any language, though only C# and Python are spoken.</param>
    /// <param name="patience">How long one step may take.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <returns>The steps in their order, those too that were left out or not tried.</returns>
    public static async Task<IReadOnlyList<CheckStep>> RunAsync(KernelSpec spec, TimeSpan patience, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var run = new CheckRun(patience, cancellation);
        await using var kernel = new KernelUnderCheck(spec);
        var check = new KernelCheck(spec, run, kernel);
        try
        {
            await check.StartAsync();
            await check.ConverseAsync();
            await run.TakeAsync("ends when it is told to", isNeeded: true, check.ShutDownAsync);
            return run.Steps;
        }
        finally
        {
            if (check.client is { } client) await client.DisposeAsync();
        }
    }

    private async Task StartAsync()
    {
        await run.TakeAsync("its program is there", isNeeded: true, _ => Task.FromResult(Program()));
        await run.TakeAsync("starts", isNeeded: true, _ =>
        {
            kernel.Start();
            return Task.FromResult("as its kernelspec says");
        });
        // The times of these two belong together: ready is a kernel that has answered.
        await run.TakeAsync("listens, and its heart beats", isNeeded: true, BeatAsync, kernel);
        await run.TakeAsync("says what it is", isNeeded: true, IntroduceAsync, kernel);
    }

    private async Task ConverseAsync()
    {
        (string Name, Func<CheckCode, CancellationToken, Task<string>> Step)[] steps =
        [
            ("1 + 1 gives 2", SumAsync),
            ("prints", PrintAsync),
            ("displays", DisplayAsync),
            ("completes a member's name", CompleteAsync),
            ("an endless cell can be interrupted, and variables stay", InterruptAsync),
        ];
        foreach (var (name, step) in steps)
        {
            if (CheckCode.In(spec.Language) is not { } code) run.LeaveOut(name, $"its language is {(spec.Language.Length > 0 ? spec.Language : "not named")}");
            else if (step == InterruptAsync && !spec.IsInterruptedByMessage && OperatingSystem.IsWindows()) run.LeaveOut(name, "it is interrupted by a signal");
            else await run.TakeAsync(name, isNeeded: false, cancellation => step(code, cancellation), kernel);
        }
    }

    private string Program()
    {
        if (spec.Problem is { } problem) throw new CheckFailedException(problem);
        return spec.MissingProgram() is { } missing ? throw new CheckFailedException($"'{missing}' is no longer there; install the kernel again") : spec.Arguments[0];
    }

    private async Task<string> BeatAsync(CancellationToken cancellation)
    {
        client = await KernelClient.ConnectAsync(kernel.Connection, cancellation);
        return await client.BeatAsync(cancellation) ? "all channels take connections" : throw new CheckFailedException("the heartbeat gives back something else than it was sent");
    }

    private async Task<string> IntroduceAsync(CancellationToken cancellation)
    {
        var request = await client!.SendAsync("kernel_info_request", static _ => { }, cancellation);
        var content = await request.Reply.WaitAsync(cancellation);
        // What it published before the subscription had reached it is lost, as Jupyter knows: ask until it says that it is idle.
        while (await Task.WhenAny(request.Idle, Task.Delay(TimeSpan.FromSeconds(1), cancellation)) != request.Idle)
        {
            cancellation.ThrowIfCancellationRequested();
            request = await client.SendAsync("kernel_info_request", static _ => { }, cancellation);
        }
        return $"{content.TextAt("implementation")} {content.TextAt("implementation_version")}, protocol {content.TextAt("protocol_version")}; ready {Seconds(kernel.Age)} after its start";
    }

    private async Task<string> SumAsync(CheckCode code, CancellationToken cancellation) => Found(await ExecuteAsync(code.Sum, cancellation), "execute_result", "2");

    private async Task<string> PrintAsync(CheckCode code, CancellationToken cancellation)
    {
        var request = await ExecuteAsync(code.Print, cancellation);
        var text = string.Concat(request.Outputs.Where(output => output.Header.Type == "stream").Select(output => output.Content.TextAt("text")));
        return text.Trim() == "printed" ? "as a stream" : throw new CheckFailedException("what a cell prints did not come");
    }

    private async Task<string> DisplayAsync(CheckCode code, CancellationToken cancellation) => Found(await ExecuteAsync(code.Display, cancellation), "display_data", "shown");

    private async Task<string> CompleteAsync(CheckCode code, CancellationToken cancellation)
    {
        var request = await client!.SendAsync("complete_request", json =>
        {
            json.WriteString("code", code.Complete);
            json.WriteNumber("cursor_pos", code.Complete.Length);
        }, cancellation);
        var reply = await request.Reply.WaitAsync(cancellation);
        var matches = reply.TextsAt("matches");
        return matches.Any(match => match.EndsWith(code.Completion, StringComparison.Ordinal)) ? $"{code.Complete} to {code.Completion}" : throw new CheckFailedException($"{code.Complete} was not completed to {code.Completion} but {(matches.Count == 0 ? "to nothing" : FormattableString.Invariant($"to {matches.Count} others"))}{Error(reply)}");
    }

    private async Task<string> InterruptAsync(CheckCode code, CancellationToken cancellation)
    {
        await ExecuteAsync(code.Remember, cancellation);
        var endless = await SendCellAsync(code.Loop, cancellation);
        await endless.Printed.WaitAsync(cancellation);
        if (spec.IsInterruptedByMessage) await client!.ControlAsync("interrupt_request", static _ => { }, cancellation);
        else kernel.Interrupt();
        var reply = await endless.Reply.WaitAsync(cancellation);
        if (reply.TextAt("status") == "ok") throw new CheckFailedException("the interrupted cell is said to have succeeded");
        await endless.Idle.WaitAsync(cancellation);
        Found(await ExecuteAsync(code.Recall, cancellation), "execute_result", "42");
        return spec.IsInterruptedByMessage ? "by a message" : "by a signal";
    }

    private async Task<string> ShutDownAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        await client!.ControlAsync("shutdown_request", static json => json.WriteBoolean("restart", false), cancellation);
        await kernel.Exited.WaitAsync(cancellation);
        // On a busy machine that is no fault of the kernel.
        return clock.Elapsed <= ShutdownPatience ? "by itself" : $"by itself, but after the {Seconds(ShutdownPatience)} for which Jupyter waits before it sends a signal";
    }

    private async Task<KernelRequest> ExecuteAsync(string code, CancellationToken cancellation)
    {
        var request = await SendCellAsync(code, cancellation);
        var reply = await request.Reply.WaitAsync(cancellation);
        await request.Idle.WaitAsync(cancellation);
        return reply.TextAt("status") == "ok" ? request : throw new CheckFailedException($"the cell {code} failed{Error(reply)}");
    }

    private Task<KernelRequest> SendCellAsync(string code, CancellationToken cancellation) => client!.SendAsync("execute_request", json =>
    {
        json.WriteString("code", code);
        json.WriteBoolean("silent", false);
        json.WriteBoolean("store_history", true);
        json.WriteStartObject("user_expressions");
        json.WriteEndObject();
        json.WriteBoolean("allow_stdin", false);
        json.WriteBoolean("stop_on_error", true);
    }, cancellation);

    /// <summary>Looks for a text in what a cell gave or showed, in whatever form.</summary>
    private static string Found(KernelRequest request, string type, string expected)
    {
        var forms = request.Outputs.Where(output => output.Header.Type == type).SelectMany(output => output.Content.NamedTextsAt("data"));
        foreach (var (form, text) in forms)
            if (text.Contains(expected, StringComparison.Ordinal)) return $"as {form}";
        throw new CheckFailedException($"'{expected}' did not come");
    }

    private static string Error(JsonElement reply) => reply.TextAt("ename") is { } name ? $": {name} {reply.TextAt("evalue")}" : "";

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.00} s");
}
