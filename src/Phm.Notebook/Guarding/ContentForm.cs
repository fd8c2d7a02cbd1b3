namespace Phm.Notebook.Guarding;

/// <summary>How a kept content is read.</summary>
internal enum ContentForm
{
    /// <summary>Text in lines, with tables in columns or as CSV.</summary>
    Text,

    /// <summary>HTML or SVG.</summary>
    Markup,

    /// <summary>Prose: text in lines, in which markup may stand.</summary>
    Markdown,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>Code, in which only identifiers are looked for.</summary>
    Code,
}
