using Phm.Presentation;
using Spectre.Console;

namespace Phm.Cli;

/// <summary>A bar for long work on a terminal; nothing in a log.</summary>
internal static class Progress
{
    public static T Show<T>(string title, Func<IProgress<double>, T> work)
    {
        var progress = new ProgressBar(title);
        if (!AnsiConsole.Profile.Capabilities.Interactive) return work(progress);
        return AnsiConsole.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask(Markup.Escape(progress.Title), maxValue: 100);
            progress.PropertyChanged += (_, _) => task.Value = progress.Percent;
            return work(progress);
        });
    }
}
