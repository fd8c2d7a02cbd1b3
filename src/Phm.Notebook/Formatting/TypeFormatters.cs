namespace Phm.Notebook.Formatting;

/// <summary>The formatters of one type and the MIME types in which it wants to be shown.</summary>
internal sealed class TypeFormatters(string typeName, IReadOnlyList<TypeFormatter> formatters, string[] preferred, string[] json)
{
    public string TypeName => typeName;

    /// <summary>
    /// What one output is made of: the preferred types in order, without any the type's <c>text/html</c>; then the JSON types,
    /// which other engines would store as strings.
    /// </summary>
    public IReadOnlyList<string> MimeTypes { get; } = [.. preferred.DefaultIfEmpty(Outputs.MimeTypes.Html).Concat(json).Distinct(StringComparer.Ordinal)];

    public bool Has(string mimeType) => formatters.Any(formatter => formatter.MimeType == mimeType);

    /// <summary>The text of the first formatter of that type that does not leave the value to others; else null.</summary>
    public string? TryFormat(object value, string mimeType)
    {
        foreach (var formatter in formatters)
            if (formatter.MimeType == mimeType && formatter.TryFormat(value, typeName) is { } text) return text;
        return null;
    }
}
