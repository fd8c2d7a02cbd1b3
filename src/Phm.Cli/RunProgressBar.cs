using Phm.Notebook.Running;
using Spectre.Console;

namespace Phm.Cli;

/// <summary>Shows how far a notebook has run: a bar on a terminal, a line in a log.</summary>
internal static class RunProgressBar
{
    public static async Task<RunReport> ShowAsync(string name, Func<IProgress<RunProgress>, Task<RunReport>> run)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive) return await run(new Silent());
        return await AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            var task = context.AddTask(Markup.Escape(name));
            return await run(new Bar(task));
        });
    }

    private sealed class Silent : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            task.MaxValue = value.Total;
            task.Value = value.Ended is null ? value.Number - 1 : value.Number;
        }
    }
}
