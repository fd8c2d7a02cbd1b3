namespace Phm.Notebook.Execution;

/// <summary>What all outputs of a session may hold together. A display that is replaced gives back what it took.</summary>
/// <param name="limit">The most characters, or null for no limit.</param>
internal sealed class OutputAllowance(long? limit)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> displays = new(StringComparer.Ordinal);
    private long taken;

    /// <summary>The most characters, or null for no limit.</summary>
    public long? Limit => limit;

    /// <summary>Takes characters, all of them or none.</summary>
    /// <returns>Whether they were there.</returns>
    public bool TryTake(int characters)
    {
        lock (gate)
        {
            if (taken + characters > limit) return false;
            taken += characters;
            return true;
        }
    }

    /// <summary>Takes as many characters as there are, at most those asked for.</summary>
    public int Take(int characters)
    {
        lock (gate)
        {
            var given = limit is { } most ? (int)Math.Clamp(most - taken, 0, characters) : characters;
            taken += given;
            return given;
        }
    }

    /// <summary>How many characters a display holds.</summary>
    public int Held(string displayId)
    {
        lock (gate) return displays.GetValueOrDefault(displayId);
    }

    /// <summary>Notes how many characters a display now holds.</summary>
    public void Hold(string displayId, int characters)
    {
        lock (gate) displays[displayId] = characters;
    }
}
