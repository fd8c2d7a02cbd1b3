using System.Globalization;

namespace Phm.Jupyter.Serving;

/// <summary>Hands lines to the operator's log, one at a time, and leaves out what a flood of bad messages would add.</summary>
/// <param name="log">Receives the lines.</param>
/// <param name="most">The most lines in one period.</param>
internal sealed class LogLimit(Action<string> log, int most = 100)
{
    private const long PeriodMilliseconds = 10_000;

    private readonly Lock gate = new();
    private long begun = Environment.TickCount64;
    private int lines;

    public void Write(string line)
    {
        lock (gate)
        {
            var now = Environment.TickCount64;
            if (now - begun >= PeriodMilliseconds) Begin(now);
            if (++lines <= most) Send(line);
            else if (lines == most + 1) Send("further lines of the next seconds are left out");
        }
    }

    private void Send(string line)
    {
        try
        {
            log(line);
        }
        catch (IOException)
        {
            // Nobody reads the log any more, which is no reason to end the kernel.
        }
    }

    private void Begin(long now)
    {
        if (lines > most + 1) Send(string.Create(CultureInfo.InvariantCulture, $"{lines - most} lines were left out"));
        begun = now;
        lines = 0;
    }
}
