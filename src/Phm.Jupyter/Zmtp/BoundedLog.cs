namespace Phm.Jupyter.Zmtp;

/// <summary>A log that no flood of bad peers or messages floods: some lines at once, then one now and then that says how many were left out.</summary>
/// <param name="write">Takes one line, from any thread.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class BoundedLog(Action<string> write, TimeProvider clock)
{
    private const int Burst = 20;
    private const int LongestLine = 300;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private long lastRefill = clock.GetTimestamp();
    private int allowed = Burst;
    private int omitted;

    public void Write(string line)
    {
        lock (gate)
        {
            Refill();
            if (allowed == 0)
            {
                omitted++;
                return;
            }
            allowed--;
            if (line.Length > LongestLine) line = line[..LongestLine];
            if (omitted > 0) line = $"{line} ({omitted} more lines were left out)";
            omitted = 0;
        }
        try
        {
            write(line);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A log that cannot be written is no reason to lose a connection or the kernel.
        }
    }

    private void Refill()
    {
        var earned = clock.GetElapsedTime(lastRefill) / Pace;
        if (earned < 1) return;
        allowed = (int)Math.Min(Burst, allowed + Math.Floor(earned));
        lastRefill = clock.GetTimestamp();
    }
}
