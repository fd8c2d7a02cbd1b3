using Spectre.Console;

namespace Phm.Cli;

/// <summary>A bar for long work on a terminal; nothing in a log.</summary>
internal static class Progress
{
    public static T Show<T>(string what, Func<IProgress<double>, T> work)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive) return work(new Bar(null));
        return AnsiConsole.Progress().AutoClear(true).Start(context => work(new Bar(context.AddTask(what, maxValue: 1))));
    }

    private sealed class Bar(ProgressTask? task) : IProgress<double>
    {
        public void Report(double value)
        {
            if (task is not null) task.Value = value;
        }
    }
}
