using System.Text;

namespace Phm.Notebook.Execution;

/// <summary>
/// The console while a cell runs. Text goes to the cell that started the writing thread; a thread that belongs to no cell
/// (a timer of the runtime, for instance) writes to the cell that runs.
/// </summary>
internal sealed class ConsoleWriter : TextWriter
{
    private readonly CellRun running;
    private readonly string stream;

    public ConsoleWriter(CellRun running, string stream)
    {
        this.running = running;
        this.stream = stream;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Send([value]);

    public override void Write(char[] buffer, int index, int count) => Send(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Send(buffer);

    public override void Write(string? value) => Send(value);

    public override void WriteLine(string? value) => Send(value + "\n");

    private void Send(ReadOnlySpan<char> text)
    {
        // Console holds a lock around this.
        if (StopPoint.TryPass()) (CellRun.Current ?? running).Channel.Write(stream, text);
    }
}
