namespace Phm.Notebook.Diagrams;

/// <summary>The sizes of text in diagrams.</summary>
internal static class DiagramText
{
    public const double NodeFont = 14;
    public const double NodeLine = 18;
    public const double LabelFont = 12.5;
    public const double LabelLine = 16;
    public const double TitleFont = 13;
    public const double TitleHeight = 20;
    public const double HeadingFont = 16;
    public const double HeadingHeight = 30;

    private const double LabelMargin = 5;

    /// <summary>The extent of a box's label.</summary>
    public static (double Width, double Height) NodeText(string text)
    {
        var lines = LabelText.Lines(text, NodeFont);
        return (lines.Max(line => TextWidth.Of(line, NodeFont)), lines.Count * NodeLine);
    }

    /// <summary>The extent of a link's label with the ground that it stands on.</summary>
    public static (double Width, double Height) LabelSize(string text)
    {
        if (text.Length == 0) return (0, 0);
        var lines = LabelText.Lines(text, LabelFont);
        return (lines.Max(line => TextWidth.Of(line, LabelFont)) + (2 * LabelMargin), (lines.Count * LabelLine) + 4);
    }

    public static double TitleWidth(string title) => TextWidth.Of(title.Replace('\n', ' '), TitleFont) * 1.05;
}
