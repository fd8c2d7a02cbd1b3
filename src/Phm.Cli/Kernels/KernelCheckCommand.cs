using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Phm.Jupyter.Checking;
using Phm.Jupyter.Installation;
using Phm.Presentation;

namespace Phm.Cli.Kernels;

/// <summary><c>phm kernel check</c>: starts an installed kernel as Jupyter would, and reports.</summary>
internal static class KernelCheckCommand
{
    private static readonly Option<string?> Name = new("--name") { Description = "The kernel, anyone's. Default: the one that 'phm kernel install' has installed." };
    private static readonly Option<string?> Prefix = new("--prefix") { Description = "Look for it below this folder, in DIR/share/jupyter/kernels, and nowhere else.", HelpName = "DIR" };
    private static readonly Option<int> Timeout = new("--timeout") { Description = "Seconds that one step may take.", DefaultValueFactory = _ => 30 };

    public static Command Create()
    {
        var command = new Command("check",
            $"""
            Starts an installed kernel as Jupyter would, asks of it what Jupyter asks, and says how it did and how long that took. It ends
            with exit code {ExitCode.Kernel} where a step failed. The kernel is gone afterwards.

            Examples:
              phm kernel check
              phm kernel check --prefix ~/venvs/analysis
              phm kernel check --name python3              another's, to compare
            """)
        { Name, Prefix, Timeout };
        Timeout.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is < 1 or > 3600) result.AddError("--timeout is a number of seconds from 1 to 3600.");
        });
        command.SetAction((result, cancellation) =>
        {
            string[] folders = result.GetValue(Prefix) is { Length: > 0 } prefix ? [JupyterPaths.KernelsBelow(prefix)] : [.. JupyterPaths.Current.Kernels()];
            return CheckAsync(Find(folders, result.GetValue(Name)), TimeSpan.FromSeconds(result.GetValue(Timeout)), cancellation);
        });
        return command;
    }

    private static KernelSpec Find(string[] folders, string? name) =>
        (name is null ? Own(folders) : KernelSpecs.Find(folders, KernelName.Check(name)))
            ?? throw new KernelSpecException($"There is no kernel {(name is null ? "of phm" : $"'{name}'")} in {string.Join(", ", folders.Select(folder => $"'{folder}'"))}. 'phm kernel install' installs one; one that lies elsewhere is named by --prefix.");

    /// <summary>The kernel of ours that Jupyter would start, under the name that notebooks ask for if there is one.</summary>
    private static KernelSpec? Own(string[] folders) =>
        KernelSpecs.In(folders).DistinctBy(spec => spec.Name).Where(spec => spec.IsOwn).OrderBy(spec => spec.Name == KernelName.Default ? 0 : spec.Name == KernelName.Second ? 1 : 2).FirstOrDefault();

    private static async Task<int> CheckAsync(KernelSpec spec, TimeSpan patience, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // However the check is ended, the kernel that it has started goes with it.
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        var steps = await KernelCheck.RunAsync(spec, patience, stop.Token);
        var table = new ResultTable
        {
            Title = $"Kernel '{spec.Name}' in '{spec.Folder}'",
            Columns = [new("Step"), new("Verdict"), new("Seconds"), new("Found")],
            Rows = [.. steps.Select(step => (TableCell[])[step.Name, Verdict(step.Verdict), Seconds(step.Time), step.Detail])],
        };
        Console.WriteLine(PhmCommand.Printable(table.ToString()!));
        var failed = steps.Count(step => step.Verdict == CheckVerdict.Failed);
        Console.WriteLine(failed == 0 ? "Jupyter can use this kernel." : "Jupyter cannot rely on this kernel.");
        return failed == 0 ? ExitCode.Success : ExitCode.Kernel;
    }

    private static string Verdict(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Passed => "yes",
        CheckVerdict.Failed => "NO",
        CheckVerdict.LeftOut => "left out",
        _ => "not tried",
    };

    private static string Seconds(TimeSpan? time) => time?.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture) ?? "";
}
