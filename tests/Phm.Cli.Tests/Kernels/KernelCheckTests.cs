using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Phm.Jupyter.Checking;

namespace Phm.Cli.Tests.Kernels;

/// <summary>The kernel that is installed is checked as a process of its own, by messages and by signals.</summary>
public sealed class KernelCheckTests : IDisposable
{
    private readonly JupyterHome home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task The_installed_kernel_does_all_that_is_asked_of_it()
    {
        await home.RunAsync("install", "--prefix", "env", "--name", "mine");

        var result = await home.RunAsync("check", "--prefix", "env", "--timeout", "120");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Contains("phm 0.1.0, protocol 5.", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"an endless cell can be interrupted, and variables stay +yes +[\d.]+ +by a message", result.Output);
        Assert.Matches(@"ends when it is told to +yes +[\d.]+ +by itself", result.Output);
        Assert.EndsWith("Jupyter can use this kernel.", result.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_interrupts_the_cell_and_not_the_kernel()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no such signal.");
        await home.RunAsync("install", "--name", "mine");
        Change("mine", json => json["interrupt_mode"] = "signal");

        await AssertIsInterruptedBySignalAsync();
    }

    /// <summary>As shells start what is to run in the background.</summary>
    [Fact]
    public async Task A_signal_is_heeded_where_the_programs_before_the_kernel_ignore_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no such signal.");
        await home.RunAsync("install", "--name", "mine");
        Change("mine", json =>
        {
            json["interrupt_mode"] = "signal";
            var arguments = json["argv"]!.AsArray();
            foreach (var argument in (string[])["sh", "trap '' INT; exec \"$@\"", "-c", "/bin/sh"]) arguments.Insert(0, argument);
        });

        await AssertIsInterruptedBySignalAsync();
    }

    [Fact]
    public async Task The_steps_that_speak_a_language_are_left_out_for_another()
    {
        await home.RunAsync("install", "--name", "mine");
        Change("mine", json => json["language"] = "Cobol");

        var result = await home.RunAsync("check", "--timeout", "120");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"1 \+ 1 gives 2 +left out +its language is Cobol", result.Output);
        Assert.Matches(@"ends when it is told to +yes ", result.Output);
    }

    [Fact]
    public async Task A_program_that_was_moved_is_said_so_with_an_exit_code_of_its_own()
    {
        home.WriteForeign("other", "Other", "/no/such/program");
        var result = await home.RunAsync("check", "--name", "other");
        Assert.Equal(ExitCode.Kernel, result.ExitCode);
        Assert.Contains("'/no/such/program' is no longer there; install the kernel again", result.Output, StringComparison.Ordinal);
        Assert.Contains("Jupyter cannot rely on this kernel.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kernel_of_Python_passes_too()
    {
        var python = (await PythonTools.RunAsync(["ipykernel"], home.Folder, "-c", "import sys; print(sys.executable)")).Trim();
        Directory.CreateDirectory(Path.Combine(home.Kernels, "py"));
        var json = new JsonObject { ["argv"] = new JsonArray(python, "-m", "ipykernel_launcher", "-f", "{connection_file}"), ["display_name"] = "Python", ["language"] = "python" };
        File.WriteAllText(Path.Combine(home.Kernels, "py", "kernel.json"), json.ToJsonString());

        var result = await home.RunAsync("check", "--name", "py", "--timeout", "120");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Matches("says what it is +yes +[\\d.]+ +ipython ", result.Output);
    }

    [Fact]
    public async Task A_kernel_that_is_terminated_ends_in_good_order()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows knows no such signal.");
        using var file = new PrivateConnectionFile();
        using var process = home.Start("start", file.Path);
        await using (await KernelClient.ConnectAsync(file.Connection, TestContext.Current.CancellationToken))
        {
            using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await signal.WaitForExitAsync(TestContext.Current.CancellationToken);
            var result = await PhmProcess.EndAsync(process);
            Assert.Equal(0, result.ExitCode);
            Assert.Empty(result.Output);
        }
    }

    [Fact]
    public async Task A_check_that_is_terminated_takes_its_kernel_along()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for a kernel is a shell script.");
        home.WriteForeign("silent", "Silent", "/bin/sh");
        Change("silent", json => json["argv"] = new JsonArray("/bin/sh", "-c", "echo $$ > \"$0/new\"; mv \"$0/new\" \"$0/noted\"; sleep 1000; true", "{resource_dir}"));
        using var process = home.Start("check", "--name", "silent", "--timeout", "600");
        var noted = Path.Combine(home.Kernels, "silent", "noted");
        while (!File.Exists(noted)) await Task.Delay(10, TestContext.Current.CancellationToken);

        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var result = await PhmProcess.EndAsync(process);

        Assert.Equal(ExitCode.Cancelled, result.ExitCode);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(int.Parse(File.ReadAllText(noted), CultureInfo.InvariantCulture)));
    }

    private async Task AssertIsInterruptedBySignalAsync()
    {
        var result = await home.RunAsync("check", "--name", "mine", "--timeout", "120");

        Assert.True(Regex.IsMatch(result.Output, @"an endless cell can be interrupted, and variables stay +yes +[\d.]+ +by a signal"), result.Output + result.Error);
    }

    private void Change(string name, Action<JsonObject> change)
    {
        var path = Path.Combine(home.Kernels, name, "kernel.json");
        var json = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(json);
        File.WriteAllText(path, json.ToJsonString());
    }
}
