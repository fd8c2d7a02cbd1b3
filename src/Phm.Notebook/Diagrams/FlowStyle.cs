namespace Phm.Notebook.Diagrams;

/// <summary>Colours that a diagram's author chose, each checked to be a colour and nothing else; null for those of the house.</summary>
internal sealed record FlowStyle(string? Fill = null, string? Stroke = null, string? Color = null, double? StrokeWidth = null, bool IsDashed = false)
{
    public static FlowStyle None { get; } = new();

    /// <summary>This style with whatever another one states.</summary>
    public FlowStyle With(FlowStyle other) =>
        new(other.Fill ?? Fill, other.Stroke ?? Stroke, other.Color ?? Color, other.StrokeWidth ?? StrokeWidth, other.IsDashed || IsDashed);
}
