namespace Phm.Presentation;

/// <summary>The MIME types in which results and charts show themselves.</summary>
public static class MimeTypes
{
    /// <summary>An HTML fragment without scripts.</summary>
    public const string Html = "text/html";

    /// <summary>Plain text, readable in a fixed-width font.</summary>
    public const string Text = "text/plain";

    /// <summary>A self-contained SVG picture.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>A Plotly figure: an object with <c>data</c>, <c>layout</c> and <c>config</c>.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";
}
