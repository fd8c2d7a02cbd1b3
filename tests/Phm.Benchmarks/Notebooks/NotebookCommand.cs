using System.CommandLine;

namespace Phm.Benchmarks.Notebooks;

/// <summary>The subject <c>notebooks</c>: how fast the notebook engine starts and answers.</summary>
internal static class NotebookCommand
{
    public static Command Create()
    {
        var program = new Option<string>("--phm") { Description = $"The published program, made by: {NotebookOptions.PublishCommand}", DefaultValueFactory = _ => NotebookOptions.DefaultProgram };
        var folder = new Option<string>("--notebooks") { Description = "The walkthroughs.", DefaultValueFactory = _ => "notebooks" };
        var cells = new Option<int>("--cells") { Description = "How many trivial cells are timed.", DefaultValueFactory = _ => 500 };
        var starts = new Option<int>("--starts") { Description = "How many starts are timed.", DefaultValueFactory = _ => 10 };
        var command = new Command("notebooks", "Time of the notebook engine: starts, trivial cells, the walkthroughs. A report, not a test.") { program, folder, cells, starts };
        command.SetAction(parsed => NotebookRun.RunAsync(new(parsed.GetValue(program)!, parsed.GetValue(folder)!, parsed.GetValue(cells), parsed.GetValue(starts))));
        return command;
    }
}
