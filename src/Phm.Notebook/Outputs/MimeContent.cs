namespace Phm.Notebook.Outputs;

/// <summary>A value written as one MIME type.</summary>
public sealed record MimeContent
{
    /// <summary>The content with its type.</summary>
    /// <param name="mimeType">The MIME type.</param>
    /// <param name="text">The text; of an image other than SVG, its base64. Line ends become LF, except in JSON, which is kept as it is.</param>
    public MimeContent(string mimeType, string text)
    {
        MimeType = mimeType;
        Text = IsJson ? text : text.ReplaceLineEndings("\n");
    }

    /// <summary>The MIME type.</summary>
    public string MimeType { get; }

    /// <summary>The text, with LF line ends where it is not JSON.</summary>
    public string Text { get; }

    /// <summary>Whether the text is JSON, which a notebook stores as JSON and not as a string of it.</summary>
    public bool IsJson => MimeTypes.IsJson(MimeType);
}
