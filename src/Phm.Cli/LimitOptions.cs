using System.CommandLine;
using System.Globalization;
using Phm.Cli.Workers;

namespace Phm.Cli;

/// <summary>The options by which every verb that runs notebooks bounds them.</summary>
internal sealed class LimitOptions
{
    public LimitOptions()
    {
        Timeout.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is < 1 or > 86_400) result.AddError("--timeout is a number of seconds from 1 to 86400.");
        });
        Memory.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes < WorkerMemory.LeastMegabytes) result.AddError($"--memory is a number of megabytes from {WorkerMemory.LeastMegabytes}.");
        });
    }

    public Option<int> Timeout { get; } = new("--timeout") { Description = "Seconds that one cell may run.", DefaultValueFactory = _ => 600 };

    public Option<int?> Memory { get; } = new("--memory") { Description = $"Memory in MB that a notebook may use, at least {WorkerMemory.LeastMegabytes}. Default: three quarters of what there is." };

    public TimeSpan TimeoutOf(ParseResult result) => TimeSpan.FromSeconds(result.GetValue(Timeout));

    public WorkerMemory MemoryOf(ParseResult result) => result.GetValue(Memory) is { } megabytes ? new WorkerMemory(megabytes) : WorkerMemory.Default;
}
