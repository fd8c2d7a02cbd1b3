using System.CommandLine;
using Phm.Benchmarks.Notebooks;

namespace Phm.Benchmarks.Kernels;

/// <summary>The subject <c>kernel</c>: how fast the Jupyter kernel starts and answers, beside ipykernel.</summary>
internal static class KernelCommand
{
    public static Command Create()
    {
        var program = new Option<string>("--phm") { Description = $"The published program, made by: {NotebookOptions.PublishCommand}", DefaultValueFactory = _ => NotebookOptions.DefaultProgram };
        var cells = new Option<int>("--cells") { Description = "How many trivial cells are timed in a round.", DefaultValueFactory = _ => 300 };
        var starts = new Option<int>("--starts") { Description = "How many starts are timed in a round.", DefaultValueFactory = _ => 3 };
        var rounds = new Option<int>("--rounds") { Description = "How often the kernels take turns.", DefaultValueFactory = _ => 3 };
        var command = new Command("kernel", "Time of the Jupyter kernel, beside ipykernel where that is installed, both by Jupyter's own client in Python. A report, not a test.") { program, cells, starts, rounds };
        command.SetAction(parsed => KernelRun.Run(new(parsed.GetValue(program)!, parsed.GetValue(cells), parsed.GetValue(starts), parsed.GetValue(rounds))));
        return command;
    }
}
