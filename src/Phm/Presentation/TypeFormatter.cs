namespace Phm.Presentation;

/// <summary>
/// Writes values of one type as one MIME type. Engines find <see cref="MimeType"/> and <see cref="Format"/> by name, so neither
/// may be renamed or overloaded.
/// </summary>
internal sealed class TypeFormatter<T>(string mimeType, Func<T, string> write)
{
    /// <summary>The MIME type that this formatter writes.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes the value; false where the value is of another type, so that the engine looks further.</summary>
    public bool Format(object value, TextWriter writer)
    {
        if (value is not T typed) return false;
        writer.Write(write(typed));
        return true;
    }
}
