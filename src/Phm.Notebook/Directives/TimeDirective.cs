using System.Diagnostics;
using System.Globalization;
using Phm.Notebook.Execution;
using Phm.Notebook.Outputs;

namespace Phm.Notebook.Directives;

/// <summary><c>#!time</c>: shows how long the rest of the cell took. The one output that differs from run to run, by wish.</summary>
internal sealed class TimeDirective() : Directive(new DirectiveUsage("time", "", "Shows how long the rest of the cell takes."))
{
    protected override Task ExecuteAsync(DirectiveArguments arguments, int line, CellRun run)
    {
        var clock = Stopwatch.StartNew();
        run.AtEnd(() =>
        {
            var milliseconds = clock.Elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
            run.Display(MimeBundle.Of(MimeTypes.Text, $"Wall time: {milliseconds} ms"));
        });
        return Task.CompletedTask;
    }
}
