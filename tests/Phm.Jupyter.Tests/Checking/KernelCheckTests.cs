using System.Diagnostics;
using System.Globalization;
using Phm.Jupyter.Checking;
using Phm.Jupyter.Installation;

namespace Phm.Jupyter.Tests.Checking;

/// <summary>Kernels that are none: each failure is named at its step, and nothing is left behind.</summary>
public sealed class KernelCheckTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_program_that_is_gone_is_named_and_nothing_else_is_tried()
    {
        var steps = await KernelCheck.RunAsync(Kernel(folder["gone"]), Patience, TestContext.Current.CancellationToken);

        Assert.Equal(CheckVerdict.Failed, steps[0].Verdict);
        Assert.Contains($"'{folder["gone"]}' is no longer there", steps[0].Detail, StringComparison.Ordinal);
        Assert.All(steps.Skip(1), step => Assert.Equal(CheckVerdict.NotTried, step.Verdict));
        Assert.Equal("ends when it is told to", steps[^1].Name);
    }

    [Fact]
    public async Task A_kernelspec_that_Jupyter_cannot_read_is_said_so()
    {
        var steps = await KernelCheck.RunAsync(Kernel() with { Problem = "kernel.json is not JSON" }, Patience, TestContext.Current.CancellationToken);
        Assert.Equal("kernel.json is not JSON", steps[0].Detail);
    }

    [Fact]
    public async Task A_file_that_is_no_program_is_not_started()
    {
        File.WriteAllText(folder["file"], "no program");
        var steps = await KernelCheck.RunAsync(Kernel(folder["file"]), Patience, TestContext.Current.CancellationToken);
        Assert.Equal(CheckVerdict.Failed, steps[1].Verdict);
        Assert.StartsWith("the system does not start it", steps[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kernel_that_ends_at_once_is_told_with_its_last_words()
    {
        var steps = await KernelCheck.RunAsync(Shell("echo out of order >&2; exit 3"), Patience, TestContext.Current.CancellationToken);

        Assert.Equal(CheckVerdict.Failed, steps[2].Verdict);
        Assert.Equal("the kernel has ended with exit code 3: out of order", steps[2].Detail);
        Assert.Equal(CheckVerdict.NotTried, steps[3].Verdict);
        Assert.Equal("because of 'listens, and its heart beats'", steps[3].Detail);
    }

    [Fact]
    public async Task A_kernel_that_has_ended_is_told_though_what_it_started_holds_its_streams_open()
    {
        File.WriteAllText(folder["keep"], "");
        var steps = await KernelCheck.RunAsync(Shell("(while [ -e keep ]; do sleep 0.1; done) & exit 3"), Patience, TestContext.Current.CancellationToken);
        Assert.Equal("the kernel has ended with exit code 3", steps[2].Detail);
        File.Delete(folder["keep"]);
    }

    [Fact]
    public async Task A_kernel_that_never_listens_is_given_up()
    {
        var steps = await KernelCheck.RunAsync(Shell("exec sleep 1000"), TimeSpan.FromSeconds(0.2), TestContext.Current.CancellationToken);
        Assert.Equal("no answer within 0.2 s", steps[2].Detail);
    }

    [Fact]
    public async Task A_check_that_is_cancelled_leaves_no_process_and_no_connection_file()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var check = KernelCheck.RunAsync(Shell("echo $$ $1 > noted.new; mv noted.new noted; sleep 1000; true"), Patience, cancellation.Token);
        while (!File.Exists(folder["noted"])) await Task.Delay(10, TestContext.Current.CancellationToken);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);

        var noted = File.ReadAllText(folder["noted"]).Trim().Split(' ');
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(int.Parse(noted[0], CultureInfo.InvariantCulture)));
        Assert.EndsWith("connection.json", noted[1], StringComparison.Ordinal);
        Assert.False(File.Exists(noted[1]));
    }

    private KernelSpec Kernel(params string[] command) => new() { Name = "x", Folder = folder.Path, Language = "C#", IsInterruptedByMessage = true, Arguments = command };

    private KernelSpec Shell(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for a kernel is a shell script.");
        return Kernel("/bin/sh", "-c", "cd \"$0\"; " + script, "{resource_dir}", "{connection_file}");
    }
}
