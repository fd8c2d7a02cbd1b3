namespace Phm.Presentation;

/// <summary>
/// Names the type that knows how to show the annotated type, by the public convention of .NET Interactive: engines match this
/// attribute by its simple name, so the library needs no reference to any of them.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>A type with a public parameterless constructor and a method <c>CreateTypeFormatters()</c>.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types that make up one output, in order. Each must have a formatter.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];

    /// <summary>
    /// MIME types whose text is JSON and is stored as JSON in a notebook. An addition of this project, which other engines ignore:
    /// .NET Interactive would write such a bundle as a string that no front end can draw.
    /// </summary>
    public string[] JsonMimeTypes { get; set; } = [];
}
