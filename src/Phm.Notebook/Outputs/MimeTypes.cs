namespace Phm.Notebook.Outputs;

/// <summary>The MIME types that the engine itself writes or tells apart.</summary>
internal static class MimeTypes
{
    public const string Html = "text/html";
    public const string Text = "text/plain";
    public const string Markdown = "text/markdown";
    public const string Latex = "text/latex";
    public const string Mermaid = "text/vnd.mermaid";
    public const string Svg = "image/svg+xml";
    public const string Json = "application/json";
    public const string JavaScript = "application/javascript";

    public static bool IsJson(string mimeType) =>
        mimeType == Json || mimeType.EndsWith("+json", StringComparison.Ordinal);

    public static bool IsKeptAsLines(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is Svg or JavaScript;
}
