namespace Phm.Notebook.Formatting;

/// <summary>The bounds of showing one value: how deep, how many parts, and not around in circles.</summary>
internal sealed class Visit
{
    private const int Deepest = 5;
    private const int MostParts = 20_000;

    private readonly List<object> path = [];
    private int parts;

    /// <summary>Enters a value that has parts.</summary>
    /// <returns>Null, or what to show instead of them.</returns>
    public string? Enter(object value)
    {
        if (!value.GetType().IsValueType && path.Exists(above => ReferenceEquals(above, value))) return "(cycle)";
        if (path.Count >= Deepest || ++parts > MostParts) return "…";
        path.Add(value);
        return null;
    }

    public void Leave() => path.RemoveAt(path.Count - 1);

    /// <summary>Reads a part; a getter that throws is shown as its error, except for a stop of the cell.</summary>
    public static (object? Value, string? Error) Read(Member member, object owner)
    {
        try
        {
            return (member.Read(owner), null);
        }
        catch (Exception e) when (IsShown(e))
        {
            return (null, $"{CSharp.CodePlace.NameOf(e.GetType())}: {e.Message}");
        }
    }

    /// <summary>How many values are entered.</summary>
    public int Depth => path.Count;

    /// <summary>Leaves all values below a depth, after one of them threw.</summary>
    public void ReturnTo(int depth) => path.RemoveRange(depth, path.Count - depth);

    public static bool IsShown(Exception e) => e is not (OperationCanceledException or ThreadInterruptedException or ThreadAbortException);
}
