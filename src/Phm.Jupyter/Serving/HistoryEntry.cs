namespace Phm.Jupyter.Serving;

/// <summary>An executed cell.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Input">Its text.</param>
/// <param name="Output">Its value as plain text, or null.</param>
internal sealed record HistoryEntry(int Line, string Input, string? Output)
{
    public long Length => Input.Length + (Output?.Length ?? 0);
}
