using Phm.Presentation;

namespace Phm.Charting;

/// <summary>Words from data, made fit for a picture: one line, bounded, without characters that XML forbids or that reorder text.</summary>
internal static class ChartText
{
    /// <summary>The longest label that is kept; the rest is cut with an ellipsis.</summary>
    public const int MaxLabel = 120;

    /// <summary>The longest title, note or source that is kept.</summary>
    public const int MaxSentence = 600;

    /// <summary>A label. Nothing readable is shown as "(no name)", so that a row is never anonymous by accident.</summary>
    public static string Label(string? text) => CleanText.Of(text, MaxLabel) is { Length: > 0 } label ? label : "(no name)";

    /// <summary>Labels of a chart, copied.</summary>
    public static string[] Labels(IEnumerable<string> labels) => [.. labels.Select(Label)];

    /// <summary>A sentence that may be absent.</summary>
    public static string? Optional(string? text) => CleanText.Of(text, MaxSentence) is { Length: > 0 } sentence ? sentence : null;

    /// <summary>A sentence that must be there.</summary>
    public static string Required(string? text, string parameter) =>
        Optional(text) ?? throw new ArgumentException("A chart needs a title that says what it shows, with population and period.", parameter);
}
