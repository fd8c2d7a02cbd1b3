namespace Phm.Notebook.Execution;

/// <summary>The console's input while a cell runs: lines come from the person at the notebook, where there is one.</summary>
internal sealed class ConsoleReader(CellRun run) : TextReader
{
    public override string? ReadLine() => run.AskAsync(new InputRequest("", false)).GetAwaiter().GetResult();

    public override int Read() => throw Refuse();

    public override int Peek() => throw Refuse();

    private static NotSupportedException Refuse() => new("A notebook's console gives whole lines only. Use Console.ReadLine or GetInputAsync.");
}
