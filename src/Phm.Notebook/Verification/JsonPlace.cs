using System.Text;

namespace Phm.Notebook.Verification;

/// <summary>A place in JSON, written as a path only where it is needed.</summary>
internal sealed record JsonPlace(JsonPlace? Parent, string? Key, int Index)
{
    private const int LongestKey = 40;
    private const int MostSteps = 12;

    public static JsonPlace Root { get; } = new(null, null, 0);

    public JsonPlace Member(string key) => new(this, key, 0);

    public JsonPlace Item(int index) => new(this, null, index);

    /// <summary>The path, such as <c>$.data[0].y[4]</c>; of a very deep one, the end.</summary>
    public override string ToString()
    {
        var steps = new Stack<JsonPlace>();
        for (var at = this; at.Parent is not null && steps.Count < MostSteps; at = at.Parent) steps.Push(at);
        var path = new StringBuilder(steps.TryPeek(out var first) && first.Parent!.Parent is not null ? "$…" : "$");
        foreach (var step in steps)
        {
            if (step.Key is null) path.Append('[').Append(step.Index).Append(']');
            else if (IsIdentifier(step.Key)) path.Append('.').Append(step.Key);
            else path.Append("['").Append(MarkedExcerpt.Name(step.Key, LongestKey)).Append("']");
        }
        return path.ToString();
    }

    private static bool IsIdentifier(string key) =>
        key.Length is > 0 and <= LongestKey && !char.IsAsciiDigit(key[0]) && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
