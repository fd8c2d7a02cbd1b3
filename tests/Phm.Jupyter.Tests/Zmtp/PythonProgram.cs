using System.Diagnostics;

namespace Phm.Jupyter.Tests.Zmtp;

/// <summary>
/// A program for a Python that has libzmq. Where there is none the test is skipped with the reason; with PHM_REQUIRE_TOOLS=1, as in
/// continuous integration, it fails instead.
/// </summary>
internal sealed class PythonProgram : IDisposable
{
    private const string Missing = "There is no Python with zmq here; on Debian: apt-get install python3-zmq.";
    private static readonly Lazy<Task<string?>> Interpreter = new(FindAsync);

    private readonly Process process;
    private readonly Task<string> error;

    private PythonProgram(Process process)
    {
        this.process = process;
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts a program text, which finds its arguments in <c>sys.argv[1:]</c>.</summary>
    public static async Task<PythonProgram> StartAsync(string text, params object[] arguments)
    {
        var python = await Interpreter.Value;
        if (python is null && Environment.GetEnvironmentVariable("PHM_REQUIRE_TOOLS") == "1") Assert.Fail(Missing);
        Assert.SkipWhen(python is null, Missing);
        return new PythonProgram(Start(python!, ["-c", text, .. arguments.Select(argument => $"{argument}")]));
    }

    /// <summary>The next line that the program prints.</summary>
    public async Task<string> ReadLineAsync()
    {
        if (await process.StandardOutput.ReadLineAsync(Patience.Token) is { } line) return line;
        await EndAsync();
        return "";
    }

    /// <summary>Gives the program, which waits for it, an empty line.</summary>
    public Task WriteLineAsync() => process.StandardInput.WriteLineAsync();

    /// <summary>Waits for what the program brings about; where it fails instead, so does the test, with its error.</summary>
    public async Task<T> BringsAsync<T>(ValueTask<T> awaited)
    {
        var task = awaited.AsTask();
        if (await Task.WhenAny(task, process.WaitForExitAsync(Patience.Token)) != task) await EndAsync();
        return await task;
    }

    /// <summary>Waits until the program has ended without an error.</summary>
    public async Task EndAsync()
    {
        await process.WaitForExitAsync(Patience.Token);
        Assert.True(process.ExitCode == 0, await error);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static async Task<string?> FindAsync()
    {
        string[] interpreters = OperatingSystem.IsWindows() ? ["python"] : ["python3", "/usr/bin/python3"];
        foreach (var interpreter in interpreters)
        {
            if (await HasZmqAsync(interpreter)) return interpreter;
        }
        return null;
    }

    private static async Task<bool> HasZmqAsync(string python)
    {
        try
        {
            using var process = Start(python, ["-c", "import zmq"]);
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program.
            return false;
        }
    }

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONUNBUFFERED"] = "1";
        return Process.Start(start)!;
    }
}
